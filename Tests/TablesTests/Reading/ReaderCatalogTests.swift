import Diagnostics
import Foundation
import Tables
import TestSupport
import Testing

@Suite struct ReaderCatalogTests {
  @Test func `every reader's file is in the catalogue and the other way round`() throws {
    let folder = "\(repository)/Sources/Tables/Reading"
    var found: Set<String> = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let files = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(name)")) ?? []
      for file in files where file.hasSuffix("Reader.swift") {
        found.insert(String(file.dropLast(6)))
      }
    }
    #expect(found == Set(ReaderCatalog.all.map { "\($0)" }))
  }

  @Test func `formats and endings are each one reader's`() {
    let endings = ReaderCatalog.all.flatMap { $0.fileExtensions }
    #expect(Set(endings).count == endings.count)
    #expect(Set(ReaderCatalog.formats).count == ReaderCatalog.formats.count)
  }

  @Test(arguments: [
    ("x.csv", "a,b\n1,2\n", "csv"), ("x.tsv", "a\tb\n", "csv"), ("x", "a,b\n", "csv"),
    ("x.jsonl", "{\"a\":1}\n", "json"), ("x", "{\"a\":1}\n{\"a\":2}\n", "jsonl"),
    ("x.csv", "[{\"a\":1}]", "json"), ("x", "{\n \"a\": [\n", "csv"), ("x.json", "12", "json"),
    ("x.jsonl.gz", "12", "jsonl"), ("x.csv", "SQLite format 3\0", "sqlite"),
    ("x", "PK\u{3}\u{4}", "xlsx"), ("x.dat", "PAR1", "parquet"), ("x.csv", "{a},b\n", "csv"),
  ])
  func `the first bytes tell the format, else the ending`(
    name: String,
    head: String,
    format: String
  ) {
    #expect(ReaderCatalog.reader(name: name, head: Array(head.utf8)).format == format)
  }

  @Test func `an option of another format is refused with the formats that take it`() throws {
    let fault = #expect(throws: Diagnostic.self) {
      try ReaderCatalog.check(["delimiter"], for: WorkbookReader.self)
    }
    #expect(fault?.message == "delimiter= isn't for xlsx files, only for csv")
    try ReaderCatalog.check(["table", "header"], for: WorkbookReader.self)
    #expect(throws: Diagnostic.self) { try ReaderCatalog.reader(named: "jsn") }
  }
}
