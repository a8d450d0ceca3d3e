import Diagnostics
import Testing
import Workbench

/// What the expressions of looks and conditions could not compute is said, as `derive` says it.
@Suite struct LookFaultTests {
  private static let start = TableVerbOracle.load("wide") + "\nderive zero = a - a\n"

  @Test(arguments: [
    "describe (b / zero)", "describe (b / zero) by id", "head 3 order=b / zero",
    "hist (1 / zero)", "describe a where 1 / zero > 2", "freq (a / zero) by id",
  ])
  func `divisions by zero in a look are counted once`(line: String) throws {
    var lines = try Lines(Self.start)
    try lines.run(line)
    let count = line.contains("(b") || line.contains("=b") ? 3 : 4
    #expect(lines.warnings == ["\(count) divisions by zero gave missing"], "\(line)")
  }

  @Test func `several kinds of fault are several warnings, none is none`() throws {
    var lines = try Lines(Self.start)
    try lines.run("describe (log(zero)) (a / zero)")
    #expect(
      lines.warnings == [
        "4 divisions by zero gave missing", "4 values outside a function's domain gave missing",
      ]
    )
    try lines.run("describe (log(a)) where b > 1")
    #expect(lines.warnings.isEmpty)
  }

  @Test func `a filter says them too`() throws {
    var lines = try Lines(Self.start)
    try lines.run("filter 1 / (a - 1) > 0 or a = 1")
    #expect(lines.warnings == ["1 division by zero gave missing"])
  }
}
