import Diagnostics
import Language
import Tables
import Testing
import Workbench

@Suite struct UnpivotCommandTests {
  private let wide = TableVerbOracle.load("wide")

  @Test func `kinds that differ are joined`() throws {
    let lines = try Lines("\(wide)\ncompute t = \"a\"")
    for (columns, kind) in [
      ("a b", "number"), ("ok", "boolean"), ("a ok", "number"), ("a t", "text"), ("t", "category"),
    ] {
      let frame = try Interpreter().run("unpivot \(columns)", in: lines.study).study.frame
      #expect(try frame.column(named: "value").kind.rawValue == kind, "\(columns)")
    }
  }

  @Test func `a row's number tells its row and its column`() throws {
    let straight = try Lines("\(wide)\nunpivot a b").study.frame
    #expect(straight.rowNumbers.array == Array(0..<8))
    let turned = try Lines("\(wide)\nsort -id\nunpivot a b").study.frame
    #expect(turned.rowNumbers.array == [6, 7, 4, 5, 2, 3, 0, 1])
    #expect(straight.rows(at: [6, 7, 4, 5, 2, 3, 0, 1]) == turned)
  }

  @Test func `names that are taken are refused`() throws {
    let lines = try Lines(wide)
    #expect(lines.fault("unpivot a b names=id")?.message.contains("already a column 'id'") == true)
    #expect(lines.fault("unpivot a b values=ok")?.message.contains("already a column 'ok'") == true)
    #expect(lines.fault("unpivot :text")?.message.contains("no column of that kind") == true)
  }
}
