import Language

/// What the cells of a column of texts could be all the same: numbers and dates as people write
/// them, or nearly so.
struct TextEvidence: Sendable {
  /// Cells that have a value; quoted ones that are empty or spell a missing value don't count.
  private(set) var count = 0
  /// Whether all cells have been looked at: a column that can be nothing else is left early.
  private(set) var isComplete = true
  /// Digits that are a name were among them.
  private(set) var hasDigits = false
  private(set) var numbers = NumberEvidence()
  private(set) var dates = DateEvidence()
  private(set) var booleans = KindCount()

  /// How many cells are of a kind, and the first that isn't.
  struct KindCount: Sendable {
    var count = 0
    var firstOther: (row: Int, text: String)?

    mutating func noteOther(_ row: Int, _ start: UnsafePointer<UInt8>, _ length: Int) {
      guard row < firstOther?.row ?? .max else { return }
      let bytes = unsafe UnsafeBufferPointer(start: start, count: min(length, 40))
      firstOther = unsafe (row, String(decoding: bytes, as: UTF8.self))
    }
  }

  /// - Parameter told: what the column was said to be; cells that are nothing of that kind, and dates
  ///   that read the same in any order, don't count then.
  init(_ texts: borrowing TextAccumulator, told: ColumnKind? = nil) {
    // Beyond so many the column is neither nearly numbers nor nearly anything else.
    let most = texts.count / 10
    var others = 0
    unsafe texts.forEachText { row, start, length, weight in
      if unsafe CellText.isMissing(start, length) { return true }
      if let told {
        unsafe add(row, start, length, weight, as: told)
        return true
      }
      if unsafe add(row, start, length, weight) { return !hasDigits }
      others += weight
      if others > most {
        isComplete = false
        return false
      }
      return true
    }
    if hasDigits { isComplete = false }
  }

  /// Of a column that was said to be numbers or datetimes.
  private mutating func add(
    _ row: Int,
    _ start: UnsafePointer<UInt8>,
    _ length: Int,
    _ weight: Int,
    as told: ColumnKind
  ) {
    guard unsafe CellLook.mayBeValue(start, length) else { return }
    if told == .number {
      if unsafe numbers.addPlain(start, length, weight: weight) {
        count += weight
        return
      }
      let bytes = unsafe UnsafeBufferPointer(start: start, count: length)
      guard let number = unsafe PeopleNumber(bytes) else { return }
      numbers.add(number, weight: weight)
      count += weight
    } else if let date = unsafe PeopleDate(start, length) {
      guard date.ownOrder == nil else { return dates.addNotes(of: date, row: row) }
      dates.add(date, row: row, weight: weight)
      count += weight
    }
  }

  /// False when the cell is none of it.
  private mutating func add(
    _ row: Int,
    _ start: UnsafePointer<UInt8>,
    _ length: Int,
    _ weight: Int
  ) -> Bool {
    count += weight
    guard unsafe CellLook.mayBeValue(start, length) else {
      unsafe numbers.fits.noteOther(row, start, length)
      unsafe dates.fits.noteOther(row, start, length)
      unsafe booleans.noteOther(row, start, length)
      return false
    }
    let isBoolean = unsafe CellText.boolean(start, length) != nil
    if isBoolean {
      booleans.count += weight
    } else {
      unsafe booleans.noteOther(row, start, length)
    }
    let bytes = unsafe UnsafeBufferPointer(start: start, count: length)
    var isNumber = false
    if !isBoolean, unsafe numbers.addPlain(start, length, weight: weight) {
      isNumber = true
    } else if !isBoolean, let number = unsafe PeopleNumber(bytes) {
      isNumber = true
      numbers.add(number, weight: weight)
    } else {
      unsafe numbers.fits.noteOther(row, start, length)
      if unsafe CellText.isDigits(start, length) { hasDigits = true }
    }
    var isDate = false
    if !isBoolean, let date = unsafe PeopleDate(start, length) {
      isDate = true
      dates.add(date, row: row, weight: weight)
    } else {
      unsafe dates.fits.noteOther(row, start, length)
    }
    return isBoolean || isNumber || isDate || hasDigits
  }
}
