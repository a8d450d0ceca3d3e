import Diagnostics
import Testing

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("kitten", "sitting", 3), ("form", "from", 1), ("säge", "sage", 1),
  ])
  func `counts edits and swaps of neighbours`(a: String, b: String, distance: Int) {
    #expect(editDistance(a, b) == distance)
    #expect(editDistance(b, a) == distance)
  }

  @Test func `the nearest name is the one most likely meant`() {
    let verbs = ["describe", "derive", "drop", "load"]
    #expect(nearest(to: "descrbe", in: verbs) == "describe")
    #expect(nearest(to: "DROP", in: verbs) == "drop")
    #expect(nearest(to: "desc", in: verbs) == "describe")
    #expect(nearest(to: "xyzzy", in: verbs) == nil)
    #expect(nearest(to: "", in: verbs) == nil)
  }
}
