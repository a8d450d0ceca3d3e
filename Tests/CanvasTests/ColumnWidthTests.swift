import Canvas
import Testing
import TestSupport

struct ColumnWidthTests {
  /// Where the C library and the table differ on purpose: regional indicators become letters and
  /// Korean letters that only follow others are dropped.
  @Test func `widths are those of the C library`() throws {
    let oracle = try text(of: "Tests/Oracles/wcwidth.txt")
    var compared = 0
    for line in oracle.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: " ")
      let first = try #require(UInt32(fields[0], radix: 16))
      let last = try #require(UInt32(fields[1], radix: 16))
      let width = try #require(Int(fields[2]))
      for value in first...last {
        guard width > 0, value >= 0x20, let scalar = Unicode.Scalar(value) else { continue }
        let own = displayWidth(of: String(Character(scalar)))
        #expect(own == width, "U+\(String(value, radix: 16))")
        compared += 1
      }
    }
    #expect(compared > 279_000)
  }
}
