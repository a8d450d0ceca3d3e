/// Date and time of day in UTC, by the Gregorian calendar in both directions.
struct CivilTime: Hashable {
  var year: Int
  var month: Int
  var day: Int
  var hour = 0
  var minute = 0
  var second = 0
  var microsecond = 0

  static let microsecondsPerDay = 86_400_000_000

  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// - Source: Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms*, `civil_from_days`.
  init(microseconds: Int64) {
    let (days, rest) = Self.floored(Int(microseconds), by: Self.microsecondsPerDay)
    let (era, dayOfEra) = Self.floored(days + 719_468, by: 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    hour = rest / 3_600_000_000
    minute = rest / 60_000_000 % 60
    second = rest / 1_000_000 % 60
    microsecond = rest % 1_000_000
  }

  /// Microseconds since 1970 of the day's beginning, nil when beyond 64 bits.
  ///
  /// - Source: as above, `days_from_civil`.
  var microsecondsOfDay: Int64? {
    guard abs(year) < 400_000 else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let (era, yearOfEra) = Self.floored(shifted, by: 400)
    let monthFromMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    let (product, overflow) = days.multipliedReportingOverflow(by: Self.microsecondsPerDay)
    return overflow ? nil : Int64(product)
  }

  var date: String { Self.text(year, 4) + "-" + Self.text(month, 2) + "-" + Self.text(day, 2) }
  var yearAndMonth: String { Self.text(year, 4) + "-" + Self.text(month, 2) }
  var monthAndDay: String { Self.text(month, 2) + "-" + Self.text(day, 2) }
  var time: String { Self.text(hour, 2) + ":" + Self.text(minute, 2) }
  var timeWithSeconds: String { time + ":" + Self.text(second, 2) }

  static func text(_ value: Int, _ digits: Int) -> String {
    let text = String(value.magnitude)
    return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, digits - text.count))
      + text
  }

  private static func floored(_ value: Int, by divisor: Int) -> (quotient: Int, rest: Int) {
    let rest = value % divisor
    return rest < 0 ? (value / divisor - 1, rest + divisor) : (value / divisor, rest)
  }
}
