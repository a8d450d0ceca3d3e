extension CSVSniffer {
  enum Header: Equatable {
    case certain(Bool)
    case guessed(Bool)
  }

  /// Whether a record names the columns.
  ///
  /// It does when it has a text above a column of numbers, booleans or datetimes; it doesn't when
  /// it has one of those itself; where everything is text it is taken for names.
  static func header(of sample: CSVSample, from first: Int) -> Header {
    guard first < sample.records.count else { return .certain(true) }
    var hasValue = false
    for (column, cell) in sample.records[first].cells.enumerated() {
      switch cell.form {
      case .missing: continue
      case .integer, .decimal, .boolean, .datetime: hasValue = true
      case .digits: continue
      case .text:
        if cell.isValue {
          hasValue = true
        } else if sample.look(ofColumn: column, from: first + 1) == .values {
          return .certain(true)
        }
      }
    }
    return .guessed(!hasValue)
  }

  /// Whether a cell of the first record stands in its column again: then it may be a row.
  static func repeats(_ sample: CSVSample) -> Bool {
    guard let first = sample.records.first, sample.records.count > 1 else { return false }
    return first.cells.enumerated().contains { column, cell in
      cell.form != .missing
        && sample.records.dropFirst().contains { record in
          column < record.width && record.cells[column].bytes == cell.bytes
        }
    }
  }
}
