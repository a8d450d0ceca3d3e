import Foundation
import Tables
import Testing

@Suite struct ParquetReaderTests {
  private static let hasProgram =
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(ParquetReader.program)")
    }

  @Test(.enabled(if: hasProgram, "duckdb is not installed"))
  func `the values are those that pandas reads`() throws {
    let table = try SourcesOracle.load("rows.parquet")
    #expect(SourcesOracle.difference(table.frame, from: "rows.parquet") == nil)
    #expect(table.warnings.isEmpty)
  }

  @Test(.enabled(if: hasProgram, "duckdb is not installed"))
  func `only so many rows`() throws {
    #expect(try SourcesOracle.load("rows.parquet") { $0.rowLimit = 2 }.frame.rowCount == 2)
  }

  @Test func `the format is told by the first bytes`() {
    #expect(ReaderCatalog.reader(name: "x", head: Array("PAR1".utf8)).format == "parquet")
  }
}
