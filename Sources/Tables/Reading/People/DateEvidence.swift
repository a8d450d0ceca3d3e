/// The dates among the texts of a column.
struct DateEvidence: Sendable {
  /// In any order.
  var fits = TextEvidence.KindCount()
  private(set) var dayCount = 0
  private(set) var monthCount = 0
  private(set) var yearCount = 0
  /// Some have their month in numbers, and so an order.
  private(set) var hasOrder = false
  private(set) var hasShortYear = false
  private(set) var cutTimes = RowTally()
  private(set) var hasOffset = false
  private(set) var hasPlainTime = false

  mutating func add(_ date: PeopleDate, row: Int, weight: Int) {
    fits.count += weight
    if date.orders.contains(.dayFirst) { dayCount += weight }
    if date.orders.contains(.monthFirst) { monthCount += weight }
    if date.orders.contains(.yearFirst) { yearCount += weight }
    hasOrder = hasOrder || !date.hasName
    addNotes(of: date, row: row)
  }

  /// What there is to tell of a date, whatever its order.
  mutating func addNotes(of date: PeopleDate, row: Int) {
    hasShortYear = hasShortYear || date.hasShortYear
    if date.isCut { cutTimes.add(row) }
    if date.hasOffset { hasOffset = true } else if date.hasTime { hasPlainTime = true }
  }
}
