import Diagnostics
import Language
import Learning
import Modelling
import Pipelines
import Tables
import Testing
import Workbench

/// A lookup in a session: bound at its line, part of what a candidate is, served from the spec.
@Suite struct LookupStudyTests {
  private let start =
    TableVerbOracle.load("sales") + "\n" + TableVerbOracle.load("towns", as: "towns") + "\n"

  @Test func `the table is the one that was there at the line`() throws {
    let folder = try TemporaryFolder()
    let first = try folder.file("a.csv", "code,worth\nnorth,1\nsouth,2\n")
    let second = try folder.file("b.csv", "code,worth\nnorth,10\nsouth,20\n")
    let lines = try Lines(
      """
      \(TableVerbOracle.load("sales"))
      load "\(first)" as=shops
      lookup shops on=shop=code
      load "\(second)" as=shops
      type category shop
      """
    )
    let worths = try lines.study.view.frame.column(named: "worth").values.compactMap(\.double)
    #expect(Set(worths) == [1, 2])
  }

  @Test func `a candidate with another table is another candidate`() throws {
    let folder = try TemporaryFolder()
    let ledger = Ledger()
    func score(_ north: Int) throws -> Double? {
      let file = try folder.file("\(north).csv", "code,worth\nnorth,\(north)\nsouth,2\neast,3\n")
      var lines = try Lines(
        """
        \(TableVerbOracle.load("sales"))
        load "\(file)" as=shops
        filter price is not missing and shop is not missing
        target price
        lookup shops on=shop=code
        keep worth
        """,
        ledger: ledger
      )
      return try lines.run("train tree leaf=5")["models", "0", "score", "mean"].double
    }
    #expect(try score(1) != score(2))
    #expect(try score(1) == score(1))
  }

  @Test func `what it made filters rows, for it learns nothing from them`() throws {
    var lines = try Lines(start + "lookup towns on=shop=code")
    let count = try lines.run("filter town = \"Dd\"")["rows"].int ?? 0
    #expect(count > 10 && count < 100)
  }

  @Test func `a row of a file is looked up as the rows were`() throws {
    let folder = try TemporaryFolder()
    var lines = try Lines(
      start
        + """
        filter price is not missing
        target price
        lookup towns on=shop=code
        type category town
        keep town units
        train tree
        choose tree
        """
    )
    #expect(lines.study.chosen?.pipeline.graph.inputs == ["shop", "units"])
    let file = try folder.file("new.csv", "shop,units\nnorth,3\nnowhere,3\n")
    #expect(try lines.run("predict \"\(file)\"")["rows"].int == 2)
    #expect(lines.warnings.isEmpty)
  }

  @Test func `without the table the line says what to load`() throws {
    let lines = try Lines(TableVerbOracle.load("sales"))
    #expect(lines.fault("lookup towns on=shop=code")?.hint == "load \"towns.csv\" as=towns")
  }
}
