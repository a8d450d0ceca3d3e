import Learning
import Testing

struct FeatureTableTests {
  @Test func `what Float32 can't reach becomes its largest value`() {
    #expect(FeatureTable.feature(1e300) == .greatestFiniteMagnitude)
    #expect(FeatureTable.feature(-.infinity) == -.greatestFiniteMagnitude)
    #expect(FeatureTable.feature(.nan).isNaN)
    #expect(FeatureTable.feature(0.1) == 0.1)
    let table = FeatureTable(columns: [[.infinity, 1]], kinds: [.number], rowCount: 2)
    #expect(table.row(0) == [.greatestFiniteMagnitude])
  }
}
