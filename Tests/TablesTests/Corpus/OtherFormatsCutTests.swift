import Diagnostics
import Foundation
import Language
import Tables
import TestSupport
import Testing

/// Files of other formats, and packed ones, that end before their time.
@Suite struct OtherFormatsCutTests {
  @Test(arguments: [
    "objects.jsonl", "objects.json", "objects-within.json", "table.csv.gz",
    "table-of-two-members.csv.gz", "objects.jsonl.gz",
  ])
  func `cut at every byte it is an error, or the first rows and a warning`(name: String) throws {
    let path = "\(repository)/Tests/TablesTests/Corpus/others/\(name)"
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let whole = try Self.read(bytes, name)
    #expect(whole.warnings.isEmpty || name == "objects-within.json")
    var most = 0
    for place in 1..<bytes.count {
      let part = Array(bytes[..<place])
      guard let table = try? Self.read(part, name) else { continue }
      let rows = min(table.frame.rowCount, whole.frame.rowCount)
      let same = (0..<rows).first { !Self.isSame(table.frame, whole.frame, at: $0) } ?? rows
      #expect(same >= most, "\(name) cut at \(place): rows are lost again")
      most = max(most, same)
      let isExplained = table.warnings.contains { !whole.warnings.contains($0) }
      // Nobody sees that a line, or a gzip file of its own, was followed by another.
      let isWhole =
        name == "objects.jsonl" && (part.last == 0x0A || bytes[place] == 0x0A)
        || bytes[place...].starts(with: [0x1F, 0x8B, 0x08])
      #expect(isExplained || isWhole, "\(name) cut at \(place): no word of it")
      #expect(same >= table.frame.rowCount - 1, "\(name) cut at \(place): other rows")
    }
    #expect(most >= whole.frame.rowCount - 1)
  }

  private static func read(_ bytes: [UInt8], _ name: String) throws(Diagnostic) -> LoadedTable {
    let source = try GzipSource.unpacked(MemorySource(name: name, bytes: bytes))
    return try ReaderCatalog.reader(for: source).init(ReadingOptions()).read(
      source,
      ReadingContext()
    )
  }

  /// By column name: the last columns of a part may be not there yet.
  private static func isSame(_ part: Frame, _ whole: Frame, at row: Int) -> Bool {
    part.columns.allSatisfy { column in
      guard let other = try? whole.column(named: column.name) else { return false }
      return column.value(at: row).plainText == other.value(at: row).plainText
    }
  }
}
