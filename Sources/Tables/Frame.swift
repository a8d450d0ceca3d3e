package import Diagnostics
package import Language

/// A table: columns of one length with unique names, each row with its number in the source.
package struct Frame: Sendable, Equatable {
  package private(set) var columns: [Column]
  package let rowNumbers: RowNumbers
  private var places: [String: Int]

  /// The row numbers are 0, 1, 2 and so on unless told.
  ///
  /// Two columns of one name, or of different lengths, are a fault of kind `.data`.
  package init(_ columns: [Column], rowNumbers: RowNumbers? = nil) throws(Diagnostic) {
    let rowNumbers = rowNumbers ?? .range(0..<(columns.first?.count ?? 0))
    var places: [String: Int] = [:]
    for (place, column) in columns.enumerated() {
      guard column.count == rowNumbers.count else {
        throw Diagnostic(
          .data,
          "column '\(column.name)' has \(column.count) rows, the table has \(rowNumbers.count)",
          subject: column.name
        )
      }
      guard places.updateValue(place, forKey: column.name) == nil else {
        throw .taken(column.name)
      }
    }
    self.init(columns: columns, rowNumbers: rowNumbers, places: places)
  }

  /// No columns and no rows.
  package init() { self.init(columns: [], rowNumbers: .range(0..<0), places: [:]) }

  private init(columns: [Column], rowNumbers: RowNumbers, places: [String: Int]) {
    self.columns = columns
    self.rowNumbers = rowNumbers
    self.places = places
  }

  package static func == (a: Frame, b: Frame) -> Bool {
    a.rowNumbers == b.rowNumbers && a.columns == b.columns
  }
}

extension Frame {
  package var rowCount: Int { rowNumbers.count }
  package var columnCount: Int { columns.count }
  package var names: [String] { columns.map(\.name) }

  package func hasColumn(named name: String) -> Bool { places[name] != nil }

  package func place(of name: String) -> Int? { places[name] }

  package func column(named name: String) throws(Diagnostic) -> Column {
    guard let place = places[name] else { throw .unknownColumn(name, known: names) }
    return columns[place]
  }

  /// What a selection of columns is resolved against.
  ///
  /// `roles`: columns that only their own name reaches.
  package func candidates(roles: Set<String> = []) -> [ColumnSelection.Candidate] {
    columns.map { .init(name: $0.name, kind: $0.kind, hasRole: roles.contains($0.name)) }
  }

  package func row(at row: Int) -> [Value] { columns.map { $0.value(at: row) } }
}

extension Frame {
  /// With one more column at the end.
  package func adding(_ column: Column) throws(Diagnostic) -> Frame {
    guard places[column.name] == nil else { throw .taken(column.name) }
    return try Frame(columns + [column], rowNumbers: rowNumbers)
  }

  /// With the column in the place of the one of its name, or at the end.
  package func setting(_ column: Column) throws(Diagnostic) -> Frame {
    guard let place = places[column.name] else { return try adding(column) }
    return try replacing(at: place, with: [column])
  }

  /// With other columns, however many, in the place of this one.
  package func replacing(_ name: String, with others: [Column]) throws(Diagnostic) -> Frame {
    guard let place = places[name] else { throw .unknownColumn(name, known: names) }
    return try replacing(at: place, with: others)
  }

  private func replacing(at place: Int, with others: [Column]) throws(Diagnostic) -> Frame {
    var changed = columns
    changed.replaceSubrange(place...place, with: others)
    return try Frame(changed, rowNumbers: rowNumbers)
  }

  package func removing(_ names: [String]) throws(Diagnostic) -> Frame {
    for name in names { _ = try column(named: name) }
    let removed = Set(names)
    return try Frame(columns.filter { !removed.contains($0.name) }, rowNumbers: rowNumbers)
  }

  /// All at once, so that two columns can swap their names.
  package func renaming(_ pairs: [(old: String, new: String)]) throws(Diagnostic) -> Frame {
    var changed = columns
    for pair in pairs {
      guard let place = places[pair.old] else { throw .unknownColumn(pair.old, known: names) }
      changed[place].name = pair.new
    }
    return try Frame(changed, rowNumbers: rowNumbers)
  }

  /// These columns in this order.
  package func selecting(_ names: [String]) throws(Diagnostic) -> Frame {
    var chosen: [Column] = []
    for name in names { chosen.append(try column(named: name)) }
    return try Frame(chosen, rowNumbers: rowNumbers)
  }

  /// The rows at these places, in this order, with their numbers.
  package func rows(at indices: [Int]) -> Frame {
    Frame(
      columns: columns.map { $0.rows(at: indices) },
      rowNumbers: rowNumbers.rows(at: indices),
      places: places
    )
  }

  /// The rows where the mask is true; it has one flag a row.
  package func filter(_ mask: [Bool]) -> Frame {
    precondition(mask.count == rowCount, "a mask has one flag a row")
    if mask.allSatisfy({ $0 }) { return self }
    return rows(at: mask.indices.filter { mask[$0] })
  }

  package func prefix(_ count: Int) -> Frame {
    count >= rowCount ? self : rows(at: Array(0..<max(0, count)))
  }
}

extension Frame {
  /// SHA-256 of names, contents and row numbers, the same in every run.
  package var digest: String {
    var fingerprint = Fingerprint()
    for column in columns {
      fingerprint.update(column.name)
      fingerprint.update(column.digest)
    }
    switch rowNumbers {
    case .range(let range): fingerprint.update([range.lowerBound, range.upperBound])
    case .list(let list): fingerprint.update(list)
    }
    return fingerprint.hexadecimal
  }
}

extension Diagnostic {
  fileprivate static func taken(_ name: String) -> Diagnostic {
    Diagnostic(.data, "there is already a column '\(name)'", subject: name)
  }
}
