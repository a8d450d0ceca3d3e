import Diagnostics
import Language
import Tables
import Testing
import Workbench

@Suite struct PivotCommandTests {
  private let sales = TableVerbOracle.load("sales")

  @Test func `several values of one cell need a method, and the cell is named`() throws {
    let fault = try #require(try Lines(sales).fault("pivot item price by shop"))
    #expect(fault.message.contains("times for shop "))
    #expect(fault.hint == "values=mean")
    var lines = try Lines("\(sales)\ndedupe shop item")
    #expect(
      try lines.run("pivot item price by shop")["made"].strings == ["apples", "pears", "plums"]
    )
  }

  @Test func `names that are numbers stand in their order`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("long.csv", "k,n,v\na,10,1\na,9,2\nb,9,3\nb,,4\n")
    var lines = try Lines("load \"\(file)\"")
    let found = try lines.run("pivot n v by k")
    #expect(found["made"].strings == ["9", "10"])
    #expect(lines.warnings == ["1 row without 'n' left out"])
    #expect(try lines.study.frame.column(named: "10").values == [.integer(1), .missing])
  }

  @Test func `what fills a gap has to fit`() throws {
    let lines = try Lines("\(sales)\nfilter units > 10")
    #expect(lines.fault("pivot item price by shop values=mean fill=none")?.kind == .data)
    #expect(lines.fault("pivot item price by shop values=mean fill=0") == nil)
  }

  @Test func `pivot and unpivot undo each other`() throws {
    let lines = try Lines(
      """
      \(TableVerbOracle.load("wide"))
      unpivot a b names=what values=x
      pivot what x by id
      """
    )
    let whole = try Lines(TableVerbOracle.load("wide")).study.frame
    for name in ["a", "b"] {
      #expect(
        try lines.study.frame.column(named: name).values.map(\.double)
          == whole.column(named: name).values.map(\.double)
      )
    }
  }
}
