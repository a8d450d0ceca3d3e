import Foundation
import TestSupport
import Testing

/// `assay predict` with a pipeline that a session has written.
struct PredictScenarioTests {
  private let desk: Desk
  private let sources = "\(repository)/Tests/Oracles/sources"

  init() throws { desk = try Desk() }

  /// A pipeline that takes a number of this name and gives about twice as much.
  private func export(input: String) throws {
    let rows = (1...40).map { "\($0),\(2 * $0)\n" }.joined()
    try desk.write("\(input),y\n\(rows)", to: "learned.csv")
    try desk.write(
      """
      load "learned.csv"
      target y kind=number
      train linear
      choose best
      export spec "twice.json"

      """,
      to: "s.assay"
    )
    let result = try desk.run(["run", "s.assay"])
    #expect(result.status == 0, "\(result.errors)")
  }

  private func lines(_ result: Desk.Result) -> [String] {
    result.output.split(separator: "\n").map(String.init)
  }

  @Test func `the same rows give the same predictions in any format`() throws {
    try export(input: "n")
    try desk.write("n,t\n1,a\n2.5,b\n3,c\n", to: "rows.csv")
    try desk.write("{\"n\":1}\n{\"n\":2.5}\n{\"n\":3}\n", to: "rows.jsonl")
    try desk.write("[{\"n\":1},{\"n\":2.5},{\"n\":3}]", to: "rows.json")
    let wanted = try desk.run(["predict", "twice.json", "rows.csv"])
    #expect(wanted.status == 0)
    #expect(lines(wanted).count == 4)
    #expect(lines(wanted)[1].hasPrefix("2"))
    for name in ["rows.json", "rows.jsonl"] {
      let result = try desk.run(["predict", "twice.json", name])
      #expect(result.output == wanted.output, "\(name): \(result.errors)")
    }
    let piped = try desk.run(
      ["predict", "twice.json", "-"],
      input: "[{\"n\":1},{\"n\":2.5},{\"n\":3}]"
    )
    #expect(piped.output == wanted.output, "\(piped.errors)")
    try desk.write("n\n$1\n2.5\n\"(3)\"\n", to: "people.csv")
    let people = try desk.run(["predict", "twice.json", "people.csv"])
    #expect(lines(people)[..<3] == lines(wanted)[..<3])
    #expect(lines(people)[3].hasPrefix("-6"))
  }

  @Test(arguments: [
    ("id", "days.csv.gz", [], 500), ("id", "people.json", [], 3), ("id", "people.jsonl", [], 3),
    ("id", "shop.db", ["--table", "orders"], 4), ("n", "book.xlsx", [], 8),
  ])
  func `whatever load reads is predicted`(
    input: String,
    file: String,
    options: [String],
    rowCount: Int
  ) throws {
    try export(input: input)
    let result = try desk.run(["predict"] + options + ["twice.json", "\(sources)/\(file)"])
    #expect(lines(result).count == rowCount + 1, "\(result.errors)")
    #expect(lines(result)[0].hasPrefix("prediction"))
  }

  @Test func `what load refuses is refused in the same words`() throws {
    try export(input: "id")
    let path = "\(sources)/rows.parquet"
    let parquet = try desk.run(["predict", "twice.json", path])
    #expect(parquet.status == 1)
    #expect(parquet.errors.contains("'duckdb, to read \(path)' is an outside program"))
    #expect(parquet.errors.contains("--allow-commands"))
    let tables = try desk.run(["predict", "twice.json", "\(sources)/shop.db"])
    #expect(tables.errors.contains("has 3 tables: customers, orders, large"))
    let sheet = try desk.run(["predict", "--table", "x", "twice.json", "learned.csv"])
    #expect(sheet.errors.contains("table= isn't for csv files"))
  }
}
