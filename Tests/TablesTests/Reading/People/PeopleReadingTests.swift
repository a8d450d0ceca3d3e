import Kernels
import Language
import Tables
import Testing

@Suite struct PeopleReadingTests {
  private func load(
    _ text: String,
    _ options: ReadingOptions = ReadingOptions()
  ) throws
    -> LoadedTable
  {
    try CSVReader(options).read(Array(text.utf8), path: "x.csv")
  }

  private func column(
    _ cells: [String],
    _ options: ReadingOptions = ReadingOptions()
  ) throws -> (values: [Value], kind: ColumnKind, warnings: [String]) {
    let table = try load("x;t\n" + cells.map { $0 + ";a b\n" }.joined(), options)
    let column = try table.frame.column(named: "x")
    return (column.values, column.kind, table.warnings)
  }

  @Test func `a comma is decided by one cell that leaves no doubt`() throws {
    let decimal = try column(["1,234", "0,5", "-12,75"])
    #expect(decimal.values == [.number(1.234), .number(0.5), .number(-12.75)])
    #expect(decimal.warnings.isEmpty)
    let thousands = try column(["1,234", "1,234,567"])
    #expect(thousands.values == [.integer(1_234), .integer(1_234_567)])
    let both = try column(["1.234,5", "12.345.678,25"])
    #expect(both.values == [.number(1_234.5), .number(12_345_678.25)])
  }

  @Test func `a comma that no cell decides stays, until someone says`() throws {
    let open = try column(["1,234", "5,678"])
    #expect(open.kind == .text)
    #expect(open.warnings.count == 1)
    var options = ReadingOptions()
    options.decimal = ","
    #expect(try column(["1,234", "5,678"], options).values == [.number(1.234), .number(5.678)])
    options = ReadingOptions()
    options.thousands = ","
    #expect(try column(["1,234", "5,678"], options).values == [.integer(1_234), .integer(5_678)])
  }

  @Test func `cells that contradict each other stay texts`() throws {
    let mixed = try column(["1,5", "1,234.5"])
    #expect(mixed.kind == .text)
    #expect(mixed.warnings.count == 1)
    #expect(mixed.warnings[0].contains("'x'"))
  }

  @Test(arguments: ["1 234", "1\u{A0}234", "1\u{202F}234", "1'234", "1\u{2019}234"])
  func `gaps stand between thousands`(cell: String) throws {
    #expect(try column([cell, "12"]).values == [.integer(1_234), .integer(12)])
  }

  @Test func `a number in plain digits reads as the same one with a blank before it`() throws {
    var generator = RandomGenerator(seed: Seed(11))
    let letters = ["0", "1", "12", "345", "9", ".", ".", "-", ",5"]
    for round in 0..<400 {
      let cells = (0..<4).map { _ in
        (0...Int.random(in: 0...3, using: &generator)).map { _ in
          letters.randomElement(using: &generator) ?? ""
        }.joined()
      }
      var options = ReadingOptions()
      if round % 2 == 0 { options.kinds["x"] = .number }
      if round % 3 == 0 { options.decimal = "," }
      let marked = ["$5"] + cells
      let plain = try column(marked, options)
      let blank = try column(marked.map { " " + $0 }, options)
      #expect(plain.kind == blank.kind, "\(cells)")
      if plain.kind == .number { #expect(plain.values == blank.values, "\(cells)") }
    }
  }

  @Test func `percentages are exact fractions`() throws {
    let read = try column(["12%", "12.5 %", "0.1%"])
    #expect(read.values == [.number(0.12), .number(0.125), .number(0.001)])
    #expect(read.warnings.count == 1 && read.warnings[0].contains("percent=no"))
    var options = ReadingOptions()
    options.readsPercent = false
    #expect(try column(["12%", "12.5 %"], options).kind == .text)
    #expect(try column(["12%", "12.5"]).kind == .text)
  }

  @Test func `amounts lose their currency, brackets are a minus`() throws {
    let read = try column(["$5", "-$5.50", "($1,000.25)", "7"])
    #expect(read.values == [.number(5), .number(-5.5), .number(-1000.25), .number(7)])
    #expect(read.warnings.count == 1 && read.warnings[0].contains("currency=no"))
    #expect(try column(["5 €", "7 €"]).values == [.integer(5), .integer(7)])
    #expect(try column(["5 €", "$7"]).kind == .text)
  }

  @Test func `telephone numbers, addresses and codes are no numbers`() throws {
    #expect(try column(["+49 171 123 456", "+49 171 123 457"]).kind == .text)
    #expect(try column(["0171 123456", "0171 123457"]).kind == .text)
    #expect(try column(["18550-a", "17291-a"]).kind == .text)
  }

  @Test func `one part beyond twelve decides the order of dates`() throws {
    let day = try column(["05/02/2024", "31/01/2024"])
    #expect(day.values.map(\.plainText) == ["2024-02-05", "2024-01-31"])
    let month = try column(["05/02/2024", "01/31/2024 1:05 PM"])
    #expect(month.values.map(\.plainText) == ["2024-05-02", "2024-01-31T13:05:00Z"])
    #expect(try column(["31/01/2024", "01/31/2024"]).kind == .text)
    #expect(try column(["05/02/2024", "04/03/2024"]).warnings[0].contains("dates=dmy"))
  }

  @Test func `points put the day first, names of months leave no question`() throws {
    #expect(try column(["1.2.2024", "12.12.2024"]).values[0].plainText == "2024-02-01")
    for cell in ["31 Jan 2024", "Jan 31, 2024", "31-JAN-2024", "31 January 2024"] {
      #expect(try column([cell, cell]).values[0].plainText == "2024-01-31", "\(cell)")
    }
    let short = try column(["31-Jan-68", "1-Feb-69"])
    #expect(short.values.map(\.plainText) == ["2068-01-31", "1969-02-01"])
    #expect(short.warnings.count == 1)
  }

  @Test func `a day that never was is no date`() throws {
    #expect(try column(["30/02/2024", "31/01/2024"]).kind == .text)
    #expect(try column(["2023-02-29", "2024-02-29"]).kind == .text)
  }

  @Test func `nine in ten is told with the cell that isn't`() throws {
    let cells = (0..<19).map { "\($0)" } + ["none"]
    let read = try column(cells)
    #expect(read.kind == .text)
    #expect(read.warnings.count == 1)
    #expect(read.warnings[0].contains("first 'none' in row 20"))
    #expect(read.warnings[0].contains("number=x"))
  }
}
