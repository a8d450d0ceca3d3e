import Language

/// What all cells of a column allow it to be.
struct KindEvidence {
  private(set) var missingCount = 0
  private var integerCount = 0
  private var decimalCount = 0
  private var booleanCount = 0
  private var datetimeCount = 0
  private var digitsCount = 0
  private var textCount = 0
  /// The first cell that is neither number, boolean nor datetime.
  private(set) var firstText: (row: Int, text: String)?

  /// How a column's cells are kept.
  enum Storage {
    case integers, doubles, booleans, instants, textual
  }

  var valueCount: Int {
    integerCount + decimalCount + booleanCount + datetimeCount + digitsCount + textCount
  }

  /// A quoted cell that is empty or spells a missing value is a text beside texts; beside numbers,
  /// booleans and datetimes it is missing.
  mutating func add(_ cell: borrowing Span<UInt8>, isQuoted: Bool, row: Int) {
    switch CellText.form(of: cell) {
    case .missing: missingCount += 1
    case .integer: integerCount += 1
    case .decimal: decimalCount += 1
    case .boolean: booleanCount += 1
    case .datetime: datetimeCount += 1
    case .digits: digitsCount += 1
    case .text:
      textCount += 1
      if firstText == nil {
        var bytes: [UInt8] = []
        for index in 0..<min(cell.count, 40) { bytes.append(cell[index]) }
        firstText = (row, String(decoding: bytes, as: UTF8.self))
      }
    }
  }

  /// A column without a single value is text.
  var storage: Storage {
    switch valueCount {
    case 0: .textual
    case integerCount: .integers
    case integerCount + decimalCount: .doubles
    case booleanCount: .booleans
    case datetimeCount: .instants
    default: .textual
    }
  }

  /// Said when nine values in ten are of a kind that the others deny the column.
  func nearMiss(name: String) -> String? {
    guard storage == .textual, digitsCount == 0, let firstText else { return nil }
    let (count, kind, noun) =
      integerCount + decimalCount >= datetimeCount
      ? (integerCount + decimalCount, ColumnKind.number, "numbers")
      : (datetimeCount, ColumnKind.datetime, "datetimes")
    guard count * 10 >= valueCount * 9 else { return nil }
    return "column '\(name)' is kept as text: \(valueCount - count) of its \(valueCount) cells are "
      + "no \(noun), first '\(firstText.text)' in row \(firstText.row + 1) "
      + "(try: type \(kind.rawValue) \(Words.quotedName(name)))"
  }
}
