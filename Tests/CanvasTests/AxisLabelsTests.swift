import Canvas
import Testing

struct AxisLabelsTests {
  @Test func `labels stand under their places and don't touch`() {
    let labels = [(0.0, "0"), (0.5, "50"), (1.0, "100")].map { (share: $0.0, text: $0.1) }
    #expect(AxisLabels.row(labels, width: 11) == "0   50  100")
    #expect(AxisLabels.row(labels, width: 5) == "0 100")
    #expect(AxisLabels.row(labels, width: 0) == "")
    #expect(AxisLabels.row([(share: .nan, text: "x")], width: 3) == "   ")
  }
}
