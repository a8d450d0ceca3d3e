import Language

/// What stands in a cell of a sheet.
enum SheetCell: Hashable, Sendable {
  case integer(Int64)
  case double(Double)
  case boolean(Bool)
  case datetime(Instant)
  case text(String)
  /// `#N/A` and the like.
  case error(String)

  /// A serial number of days as a moment, or of less than a day as a text such as `10:20:00`.
  ///
  /// Excel takes 1900 for a leap year: what comes before its 29 February counts from a day later.
  /// The nearest millisecond is taken, as Excel itself shows it.
  static func moment(_ days: Double, countsFrom1904: Bool) -> SheetCell {
    guard days.isFinite, days >= 0, days < 2_958_466 else { return .double(days) }
    let milliseconds = Int64((days * 86_400_000).rounded())
    if days < 1 {
      let seconds = milliseconds / 1000
      func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
      return .text("\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))")
    }
    // Days from 1970 to the day 0.
    let start: Int64 = countsFrom1904 ? -24_107 : days < 60 ? -25_568 : -25_569
    return .datetime(
      Instant(microseconds: start * Instant.microsecondsPerDay + milliseconds * 1000)
    )
  }
}
