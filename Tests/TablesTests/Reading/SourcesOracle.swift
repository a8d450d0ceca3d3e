import Diagnostics
import Foundation
import Language
import Tables
import TestSupport

/// What pandas reads from the files in Tests/Oracles/sources (Tests/Oracles/make_sources.py).
struct SourcesOracle {
  struct Column: Decodable {
    let name, kind: String
    let values: [String?]
  }

  static let folder = "\(repository)/Tests/Oracles/sources"

  private static let tables: [String: [Column]] = {
    let data = (try? Data(contentsOf: URL(fileURLWithPath: "\(folder)/sources.json"))) ?? Data()
    return (try? JSONDecoder().decode([String: [Column]].self, from: data)) ?? [:]
  }()

  /// What differs from the expected table; nil = nothing.
  static func difference(_ frame: Frame, from name: String) -> String? {
    guard let expected = tables[name] else { return "no expected table '\(name)'" }
    guard frame.names == expected.map(\.name) else { return "columns \(frame.names)" }
    for (column, wanted) in zip(frame.columns, expected) {
      guard column.kind.rawValue == wanted.kind else {
        return "'\(column.name)' is \(column.kind), expected \(wanted.kind)"
      }
      guard column.count == wanted.values.count else { return "\(column.count) rows" }
      for (row, text) in wanted.values.enumerated() {
        let value = column.value(at: row)
        guard isSame(value, text) else {
          return "'\(column.name)' row \(row + 1) is \(value), expected \(text ?? "missing")"
        }
      }
    }
    return nil
  }

  private static func isSame(_ value: Value, _ text: String?) -> Bool {
    switch (value, text) {
    case (.missing, nil): true
    case (.integer(let value), let text?): String(value) == text
    case (.number(let value), let text?): value == Double(text)
    case (.boolean(let value), let text?): String(value) == text
    case (.datetime(let value), let text?): Instant(text) == value
    case (.text(let value), let text?): value == text
    default: false
    }
  }

  /// Reads one of the files as `load` does.
  static func load(
    _ name: String,
    _ change: (inout ReadingOptions) -> Void = { _ in }
  ) throws -> LoadedTable {
    try read(FileSource.source(at: "\(folder)/\(name)"), change)
  }

  static func read(
    _ source: any ByteSource,
    _ change: (inout ReadingOptions) -> Void = { _ in }
  ) throws -> LoadedTable {
    var options = ReadingOptions()
    change(&options)
    let unpacked = try GzipSource.unpacked(source)
    return try ReaderCatalog.reader(for: unpacked).init(options).read(unpacked, ReadingContext())
  }

  static func read(
    _ text: String,
    as name: String,
    _ change: (inout ReadingOptions) -> Void = { _ in }
  ) throws -> LoadedTable {
    try read(MemorySource(name: name, bytes: Array(text.utf8)), change)
  }
}
