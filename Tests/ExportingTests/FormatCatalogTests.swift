import Diagnostics
import Exporting
import Foundation
import Tables
import TestSupport
import Testing

@Suite struct FormatCatalogTests {
  @Test func `the folder has one file for each format of the catalogue`() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: repository + "/Sources/Exporting/Formats"
    )
    #expect(files.sorted() == FormatCatalog.all.map { "\($0).swift" }.sorted())
  }

  @Test func `each format says what it is, under its own name`() {
    for format in FormatCatalog.all {
      #expect(format.word == "\(format)".lowercased())
      #expect(!format.summary.isEmpty && format.summary.last != ".")
      #expect(format.ending.hasPrefix("."))
    }
  }

  @Test func `an unknown format names the known ones`() {
    #expect(throws: Diagnostic.self) { try FormatCatalog.format(named: "cvs") }
    do throws(Diagnostic) {
      _ = try FormatCatalog.format(named: "cvs")
    } catch {
      #expect(error.hint == "csv")
      #expect(error.message.contains("csv, jsonl, spec"))
    }
  }

  @Test func `a table written as text is read back as it was`() throws {
    let table = try CSVReader().read(repository + "/samples/penguins_raw.csv").frame
    let dossier = Dossier(table: table)
    let first = try CSV.content(of: dossier, report: .silent)
    let path = NSTemporaryDirectory() + "assay-\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try AtomicFile.write(first, to: path)
    let again = try CSVReader().read(path).frame
    #expect(again == table)
  }
}
