extension Tick {
  private enum Step {
    case microseconds(Int64)
    case months(Int)
    case years(Int)

    /// The usual length, for estimating how many fit.
    var length: Double {
      switch self {
      case .microseconds(let count): Double(count)
      case .months(let count): Double(count) * 30.4 * 86_400e6
      case .years(let count): Double(count) * 365.2 * 86_400e6
      }
    }
  }

  private static let second: Int64 = 1_000_000

  private static let steps: [Step] = {
    var steps: [Step] = []
    for scale in [1, 10, 100, 1000, 10_000, 100_000] as [Int64] {
      steps += [1, 2, 5].map { .microseconds($0 * scale) }
    }
    for unit in [second, 60 * second] {
      steps += [1, 2, 5, 10, 15, 30].map { .microseconds($0 * unit) }
    }
    steps += [1, 2, 3, 6, 12].map { .microseconds($0 * 3600 * second) }
    steps += [1, 2, 4, 7, 14].map { .microseconds($0 * 86_400 * second) }
    steps += [1, 2, 3, 6].map { .months($0) }
    for scale in [1, 10, 100, 1000, 10_000, 100_000] {
      steps += [1, 2, 5].map { .years($0 * scale) }
    }
    return steps
  }()

  /// Round moments (UTC) inside a range given in microseconds since 1970.
  ///
  /// Labels are years, months, dates or times of day, as the step needs; at midnight a time of
  /// day gives way to month and day.
  package static func times(
    from low: Int64,
    to high: Int64,
    maximumCount: Int
  ) -> [Tick] {
    guard low <= high, maximumCount > 0 else { return [] }
    guard low < high else { return [Tick(Double(low), CivilTime(microseconds: low).date)] }
    let range = Double(high) - Double(low)
    for step in steps where range / step.length <= Double(maximumCount) {
      let moments = moments(step, from: low, to: high, limit: maximumCount)
      guard let moments, moments.count <= maximumCount else { continue }
      if moments.isEmpty { break }
      return moments.map { Tick(Double($0), label($0, step)) }
    }
    return [Tick(Double(low), CivilTime(microseconds: low).date)]
  }

  /// Nil when there are more than the limit.
  private static func moments(
    _ step: Step,
    from low: Int64,
    to high: Int64,
    limit: Int
  ) -> [Int64]? {
    var found: [Int64] = []
    func add(_ moment: Int64) -> Bool {
      if moment >= low, moment <= high { found.append(moment) }
      return found.count <= limit
    }
    switch step {
    case .microseconds(let length):
      var moment = low - low % length
      while moment <= high {
        guard add(moment) else { return nil }
        let (next, overflow) = moment.addingReportingOverflow(length)
        if overflow { break }
        moment = next
      }
    case .months(let count):
      let start = CivilTime(microseconds: low)
      let end = CivilTime(microseconds: high)
      var month = start.year * 12 + (start.month - 1) / count * count
      while month <= end.year * 12 + end.month {
        let year = month >= 0 ? month / 12 : (month - 11) / 12
        let day = CivilTime(year: year, month: month - year * 12 + 1, day: 1)
        if let moment = day.microsecondsOfDay, !add(moment) { return nil }
        month += count
      }
    case .years(let count):
      let end = CivilTime(microseconds: high).year
      var year = CivilTime(microseconds: low).year / count * count
      while year <= end {
        let day = CivilTime(year: year, month: 1, day: 1)
        if let moment = day.microsecondsOfDay, !add(moment) { return nil }
        year += count
      }
    }
    return found
  }

  private static func label(_ moment: Int64, _ step: Step) -> String {
    let time = CivilTime(microseconds: moment)
    switch step {
    case .years: return CivilTime.text(time.year, 4)
    case .months: return time.yearAndMonth
    case .microseconds(let length):
      if length >= 86_400 * second { return time.date }
      if moment % (86_400 * second) == 0 { return time.monthAndDay }
      if length >= 60 * second { return time.time }
      if length >= second { return time.timeWithSeconds }
      var digits = CivilTime.text(time.microsecond, 6)
      while digits.hasSuffix("0"), digits.count > 1 { digits.removeLast() }
      return CivilTime.text(time.second, 2) + "." + digits + " s"
    }
  }
}
