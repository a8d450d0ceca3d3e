import Diagnostics
import Language
import Modelling
import Tables
import Testing
import Workbench

/// What holds for every verb that makes other rows or source columns.
@Suite struct TableVerbTests {
  private static let sales = TableVerbOracle.load("sales")

  @Test func `there are reference tables`() {
    #expect(TableVerbOracle.cases.count >= 17)
  }

  @Test(arguments: TableVerbOracle.cases)
  func `a table is what pandas makes of the same rows`(reference: TableVerbOracle.Case) throws {
    let lines = try Lines(reference.lines.joined(separator: "\n"))
    let frame = lines.study.view.frame
    #expect(frame.names == reference.columns.map(\.name))
    for expected in reference.columns {
      let column = try frame.column(named: expected.name)
      #expect(expected.differences(from: column) == 0, "\(expected.name): \(column.values)")
    }
    #expect(Set(frame.rowNumbers.array).count == frame.rowCount, "row numbers are unique")
  }

  static let lines = [
    "sort shop", "dedupe", "compute n = count() by shop", "aggregate n=count() by shop",
    "join shops on=shop=code", "pivot item units values=sum by shop", "unpivot units price",
  ]

  @Test(arguments: lines)
  func `rows are chosen above the split`(line: String) throws {
    let lines = try Lines(
      "\(Self.sales)\n\(TableVerbOracle.load("shops", as: "shops"))\nsplit 60/20/20"
    )
    #expect(lines.fault(line)?.hint == "put '\(line)' above 'split 60/20/20'")
  }

  @Test(arguments: lines)
  func `a line is kept with those that chose the rows`(line: String) throws {
    let lines = try Lines(
      "\(Self.sales)\n\(TableVerbOracle.load("shops", as: "shops"))\n\(line)"
    )
    #expect(lines.study.populationLines.last == line)
    #expect(lines.study.populationLines.count == 2)
  }

  @Test(arguments: [
    "aggregate n=count() by shop", "pivot item units values=sum by shop", "unpivot units price",
    "join shops on=shop=code",
  ])
  func `a table of other rows is made before anything speaks of the rows`(line: String) throws {
    let start = "\(Self.sales)\n\(TableVerbOracle.load("shops", as: "shops"))\n"
    for earlier in ["target units", "role group shop", "derive twice = units * 2"] {
      let lines = try Lines(start + earlier)
      #expect(lines.fault(line)?.hint == "put '\(line)' above '\(earlier)'", "\(earlier)")
    }
    #expect(try Lines(start).fault(line) == nil)
  }

  @Test(arguments: lines.filter { !$0.hasPrefix("compute") })
  func `what isn't there is named`(line: String) throws {
    let lines = try Lines(
      "\(Self.sales)\n\(TableVerbOracle.load("shops", as: "shops"))"
    )
    guard line.contains("shop") else { return }
    let wrong = line.replacing("shop=code", with: "shopp=code").replacing(" shop", with: " shopp")
      .replacing("shopps", with: "shops")
    let fault = try #require(lines.fault(wrong), "\(wrong)")
    #expect(fault.message.contains("no column 'shopp'"), "\(fault)")
  }

  @Test func `rows and columns follow target and roles`() throws {
    var lines = try Lines(
      """
      \(Self.sales)
      \(TableVerbOracle.load("towns", as: "towns"))
      filter units is not missing
      target units
      role group shop
      sort -price
      dedupe
      join towns on=shop=code kind=left
      compute total = sum(price) by item
      """
    )
    let study = lines.study
    let units = try study.frame.column(named: "units")
    #expect(study.target?.held.column == units)
    #expect(study.roles.first?.held.column == (try study.frame.column(named: "shop")))
    #expect(study.view.frame.hasColumn(named: "town"))
    #expect(try lines.run("split 60/20/20")["rows"].int == study.frame.rowCount)
  }

  @Test func `a step above that would change a new column is named`() throws {
    let lines = try Lines("\(Self.sales)\ndrop -units -price")
    let fault = try #require(lines.fault("compute total = sum(units)"))
    #expect(fault.hint == "put 'compute total = sum(units)' above 'drop -units -price'")
    #expect(!lines.study.frame.hasColumn(named: "total"))
  }

  @Test func `parts don't depend on the order of the rows before a join`() throws {
    func parts(_ line: String) throws -> [Int: Split.Part] {
      let study = try Lines(
        """
        \(Self.sales)
        \(TableVerbOracle.load("shops", as: "shops"))
        \(line)
        join shops on=shop=code kind=full
        split 60/20/20
        """
      ).study
      var parts: [Int: Split.Part] = [:]
      for (row, part) in (study.split?.parts ?? []).enumerated() {
        parts[study.frame.rowNumbers[row]] = part
      }
      return parts
    }
    let straight = try parts("filter units > -1")
    #expect(straight.count > 120)
    #expect(try parts("sort -price item") == parts("sort item"))
  }
}
