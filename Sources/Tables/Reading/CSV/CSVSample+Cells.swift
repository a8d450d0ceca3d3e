extension CSVSample.Cell {
  var form: CellText.Form {
    bytes.isEmpty
      ? .missing
      : unsafe bytes.withUnsafeBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return .missing }
        return unsafe NumberScan.with { unsafe CellText.form(start, buffer.count, $0) }
      }
  }

  /// A number, boolean or datetime, also as people write them: `1.234,50 €`, `12 %`, `31/01/2024`.
  var isValue: Bool {
    switch form {
    case .integer, .decimal, .boolean, .datetime, .digits: return true
    case .missing: return false
    case .text: break
    }
    if PeopleNumber(bytes) != nil { return true }
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return false }
      return unsafe PeopleDate(start, buffer.count) != nil
    }
  }
}

extension CSVSample {
  /// What all cells of a column below the first record say.
  enum ColumnLook {
    case empty, values, texts
  }

  func look(ofColumn column: Int, from first: Int) -> ColumnLook {
    var look = ColumnLook.empty
    for record in records.dropFirst(first) where !record.isMarked && column < record.width {
      let cell = record.cells[column]
      if cell.form == .missing { continue }
      guard cell.isValue else { return .texts }
      look = .values
    }
    return look
  }
}
