package import Diagnostics
import Language
package import Tables

/// A table whose rows are found by their key: what a lookup has learned.
package struct LookupTable: Sendable {
  package let keys: [Column]
  package let values: [Column]
  /// For each key column the place of each of its values.
  private let places: [[KeyPart: Int]]
  /// The row of each combination of places.
  private let rows: [[Int]: Int]

  /// Rows that lack a part of their key can't be found and are left out.
  ///
  /// - Throws: `.data` when two rows have the same key.
  package init(keys: [Column], values: [Column]) throws(Diagnostic) {
    let count = keys.first?.count ?? 0
    let known = (0..<count).filter { row in keys.allSatisfy { !$0.isMissing(at: row) } }
    self.keys = keys.map { StoredColumn($0.rows(at: known)).column }
    self.values = values.map { StoredColumn($0.rows(at: known)).column }
    var places = [[KeyPart: Int]](repeating: [:], count: keys.count)
    var rows: [[Int]: Int] = [:]
    for row in known.indices {
      var key: [Int] = []
      for (part, column) in self.keys.enumerated() {
        let value = KeyPart(column.value(at: row))
        let place = places[part][value] ?? places[part].count
        places[part][value] = place
        key.append(place)
      }
      guard rows.updateValue(row, forKey: key) == nil else {
        throw .repeatedKey(self.keys.map { $0.value(at: row) })
      }
    }
    self.places = places
    self.rows = rows
  }

  package var rowCount: Int { keys.first?.count ?? 0 }

  /// The table's row for each row of these key columns; -1 where there is none.
  package func find(_ columns: [Column]) -> [Int] {
    let parts = zip(columns, places).map(Self.codes)
    let count = columns.first?.count ?? 0
    var key = [Int](repeating: 0, count: parts.count)
    return (0..<count).map { row in
      for part in parts.indices {
        guard parts[part][row] >= 0 else { return -1 }
        key[part] = parts[part][row]
      }
      return rows[key] ?? -1
    }
  }

  /// The place of each value; -1 for a value that the table doesn't have.
  private static func codes(of column: Column, in places: [KeyPart: Int]) -> [Int] {
    guard column.kind == .category else {
      return (0..<column.count).map { places[KeyPart(column.value(at: $0))] ?? -1 }
    }
    let categories = column.categories
    let levels = categories.levels.map { places[.text(Array($0.utf8))] ?? -1 }
    return categories.codes.map { $0 == Categories.missingCode ? -1 : levels[Int($0)] }
  }

  /// With those of its columns alone that are wanted.
  func narrowed(to wanted: Set<String>) -> LookupTable {
    LookupTable(self, values: values.filter { wanted.contains($0.name) })
  }

  private init(_ table: LookupTable, values: [Column]) {
    keys = table.keys
    places = table.places
    rows = table.rows
    self.values = values
  }
}

extension LookupTable: Hashable {
  package static func == (a: LookupTable, b: LookupTable) -> Bool {
    a.keys == b.keys && a.values == b.values
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(rowCount)
    hasher.combine(values.map(\.name))
  }
}

/// A value as a key: numbers by size, texts byte for byte.
private enum KeyPart: Hashable {
  case missing
  case number(Double)
  case whole(Int64)
  case boolean(Bool)
  case instant(Int64)
  case text([UInt8])

  init(_ value: Value) {
    self =
      switch value {
      case .missing: .missing
      case .boolean(let flag): .boolean(flag)
      // Beyond 2^53 a whole number may have no double of its own.
      case .integer(let value): Double(exactly: value).map(Self.number) ?? .whole(value)
      case .number(let value): .number(value)
      case .datetime(let instant): .instant(instant.microseconds)
      case .text(let text): .text(Array(text.utf8))
      }
  }
}

extension Diagnostic {
  fileprivate static func repeatedKey(_ key: [Value]) -> Diagnostic {
    let text = key.map(\.plainText).joined(separator: ", ")
    return Diagnostic(
      .data,
      "the key '\(text)' stands more than once, each row needs one of its own"
    )
  }
}
