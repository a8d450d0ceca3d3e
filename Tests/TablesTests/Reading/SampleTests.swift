import Language
import Tables
import TestSupport
import Testing

@Suite struct SampleTests {
  static let samples = [
    "german_credit", "ohio_houses", "penguins_raw", "seattle_weather", "storms", "us_air_routes",
    "us_airlines",
  ]

  private func load(_ name: String) throws -> LoadedTable {
    try CSVReader().read("\(repository)/samples/\(name).csv")
  }

  @Test(arguments: samples)
  func `every sample reads without a warning, and again as it is written`(name: String) throws {
    let first = try load(name)
    #expect(first.warnings.isEmpty)
    #expect(first.frame.columns.allSatisfy { $0.unreadable.isEmpty })
    let written = try CSVWriter().text(of: first.frame)
    let second = try CSVReader().read(written, path: "again.csv")
    #expect(second.frame == first.frame)
    #expect(second.frame.digest == first.frame.digest)
    #expect(second.warnings.isEmpty)
  }

  @Test func `the penguins are what their description says`() throws {
    let table = try load("penguins_raw")
    #expect(table.frame.rowCount == 344)
    #expect(table.frame.columnCount == 17)
    #expect(
      table.sha256 == "144f623143c9360fd77322a4f86acb06dc198814dbd2669724c63e6457b907bd"
    )
    let kinds = Dictionary(uniqueKeysWithValues: table.frame.columns.map { ($0.name, $0.kind) })
    #expect(kinds["Species"] == .category)
    #expect(kinds["Individual ID"] == .text)
    #expect(kinds["Date Egg"] == .datetime)
    #expect(kinds["Body Mass (g)"] == .number)
    #expect(kinds["Clutch Completion"] == .category)
    #expect(try table.frame.column(named: "Sex").missingCount == 11)
    #expect(try table.frame.column(named: "Comments").missingCount == 290)
  }

  @Test func `dates with slashes and times are datetimes`() throws {
    #expect(try load("seattle_weather").frame.column(named: "date").kind == .datetime)
    #expect(try load("storms").frame.column(named: "time_utc").kind == .datetime)
    #expect(try load("us_air_routes").frame.column(named: "origin").kind == .category)
  }
}
