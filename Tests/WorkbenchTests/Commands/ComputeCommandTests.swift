import Diagnostics
import Language
import Learning
import Modelling
import Tables
import Testing
import Workbench

@Suite struct ComputeCommandTests {
  private let sales = TableVerbOracle.load("sales")

  @Test func `functions that look at other rows are refused elsewhere, by name`() throws {
    let lines = try Lines(sales)
    for (line, function) in [
      ("derive q = lag(units)", "lag"), ("filter units > mean(units)", "mean"),
      ("describe (cumsum(units))", "cumsum"), ("head order=rank(units)", "rank"),
      ("sort (sum(units))", "sum"),
    ] {
      let fault = try #require(lines.fault(line))
      #expect(fault.message.contains("\(function)() looks at other rows"), "\(line)")
      #expect(fault.hint == "compute \(function)_units = \(function)(units)")
      #expect(lines.fault(fault.hint ?? "") == nil)
    }
  }

  @Test func `functions stand inside each other and beside plain ones`() throws {
    let frame = try Lines(
      "\(sales)\ncompute a = cumsum(coalesce(diff(units), 0)) + 1\ncompute b = max(price) - min(price, 2)"
    ).study.frame
    let units = try frame.column(named: "units").values.map(\.double)
    var sum = 1.0
    var expected: [Double] = []
    for row in units.indices {
      if row > 0, let now = units[row], let before = units[row - 1] { sum += now - before }
      expected.append(sum)
    }
    #expect(try frame.column(named: "a").doubles == expected)
    let prices = try frame.column(named: "price").values.map(\.double)
    let greatest = prices.compactMap(\.self).max() ?? 0
    let found = try frame.column(named: "b").values.map(\.double)
    #expect(found == prices.map { $0.map { greatest - min($0, 2) } })
  }

  @Test func `the order of the rows decides nothing where an order is told`() throws {
    func column(_ first: String) throws -> [Int: Value] {
      let frame = try Lines(
        "\(sales)\ndedupe shop day\n\(first)\ncompute x = lag(units) by shop order=-day"
      )
      .study.frame
      let values = try frame.column(named: "x").values
      return Dictionary(uniqueKeysWithValues: zip(frame.rowNumbers.array, values))
    }
    #expect(try column("sort price") == column("sort -units"))
  }

  @Test func `whole sums stay whole and leave their range as doubles`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file(
      "big.csv",
      "g,x\na,9007199254740993\na,2\nb,9223372036854775807\nb,1\n"
    )
    let some = try Lines("load \"\(file)\"\nfilter g = \"a\"\ncompute s = cumsum(x)").study.frame
    #expect(
      try some.column(named: "s").values == [
        .integer(9_007_199_254_740_993), .integer(9_007_199_254_740_995),
      ]
    )
    let all = try Lines("load \"\(file)\"\ncompute s = cumsum(x) by g").study.frame
    #expect(try all.column(named: "s").values.last == .number(9_223_372_036_854_775_808))
  }

  @Test func `a distance of rows is a whole number, a name is new`() throws {
    let lines = try Lines(sales)
    for line in [
      "compute q = lag(units, 0)", "compute q = lag(units, price)", "compute q = diff(units, 1.5)",
    ] {
      #expect(lines.fault(line)?.message.contains("whole number of at least 1") == true, "\(line)")
    }
    let taken = try #require(lines.fault("compute units = lag(units)"))
    #expect(taken.hint == "compute units_2 = lag(units)")
    #expect(
      lines.fault("compute q = diff(item)")?.message.contains("takes numbers or datetimes") == true
    )
    #expect(lines.fault("compute q = mean(item)")?.kind == .data)
  }

  @Test func `faults of arithmetic are counted`() throws {
    var lines = try Lines(sales)
    try lines.run("compute q = sum(price) / units")
    #expect(lines.warnings.contains { $0.contains("by zero") })
  }

  @Test func `a computed column is a source column, and a spec asks for it`() throws {
    var lines = try Lines(
      "\(sales)\nfilter price is not missing\ncompute typical = median(price) by item\ntarget price\nkeep typical\ntrain tree\nchoose tree"
    )
    #expect(lines.study.chosen?.pipeline.graph.inputs == ["typical"])
    #expect(try lines.run("predict")["rows"].int == lines.study.frame.rowCount)
  }
}
