/// A moment in UTC, to the microsecond.
package struct Instant: Hashable, Sendable, Codable, Comparable {
  /// Microseconds since 1970-01-01T00:00:00Z.
  package var microseconds: Int64

  package static let microsecondsPerSecond: Int64 = 1_000_000
  package static let microsecondsPerDay: Int64 = 86_400 * microsecondsPerSecond

  package init(microseconds: Int64) { self.microseconds = microseconds }

  package static func < (a: Instant, b: Instant) -> Bool { a.microseconds < b.microseconds }
}

extension Instant {
  /// The calendar fields of an instant (proleptic Gregorian calendar, UTC).
  package struct Fields: Hashable, Sendable {
    package var year: Int
    package var month: Int
    package var day: Int
    package var hour = 0
    package var minute = 0
    package var second = 0
    package var microsecond = 0

    package init(year: Int, month: Int, day: Int) {
      self.year = year
      self.month = month
      self.day = day
    }
  }

  /// Nil when a field is out of its range, such as 30 February or hour 24.
  package init?(_ fields: Fields) {
    guard (1...9999).contains(fields.year), (1...12).contains(fields.month),
      (1...Self.dayCount(year: fields.year, month: fields.month)).contains(fields.day),
      (0...23).contains(fields.hour), (0...59).contains(fields.minute),
      (0...60).contains(fields.second), (0...999_999).contains(fields.microsecond)
    else { return nil }
    let days = Self.dayNumber(year: fields.year, month: fields.month, day: fields.day)
    let seconds = Int64(fields.hour * 3600 + fields.minute * 60 + fields.second)
    microseconds =
      Int64(days) * Self.microsecondsPerDay + seconds * Self.microsecondsPerSecond
      + Int64(fields.microsecond)
  }

  package var fields: Fields {
    let day = dayNumber
    var rest = microseconds - Int64(day) * Self.microsecondsPerDay
    var fields = Self.date(dayNumber: day)
    fields.microsecond = Int(rest % Self.microsecondsPerSecond)
    rest /= Self.microsecondsPerSecond
    fields.hour = Int(rest / 3600)
    fields.minute = Int(rest / 60 % 60)
    fields.second = Int(rest % 60)
    return fields
  }

  /// Whole days since 1970-01-01, rounded down.
  package var dayNumber: Int {
    let quotient = microseconds / Self.microsecondsPerDay
    return Int(microseconds % Self.microsecondsPerDay < 0 ? quotient - 1 : quotient)
  }

  /// 1 for Monday to 7 for Sunday (ISO 8601).
  package var weekday: Int {
    let sinceMonday = (dayNumber + 3) % 7
    return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1
  }

  package static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01. The year is taken to begin in March, so that the leap day comes last
  /// and the days before a month are (153 m + 2) / 5.
  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private static func date(dayNumber: Int) -> Fields {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return Fields(year: year, month: month, day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}

extension Instant {
  /// ISO 8601: the date alone at midnight, else date and time with `Z`, fractions only if any.
  package var text: String {
    let fields = fields
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(abs(value))
      let zeros = String(repeating: "0", count: max(0, width - digits.count))
      return (value < 0 ? "-" : "") + zeros + digits
    }
    let date = "\(padded(fields.year, 4))-\(padded(fields.month, 2))-\(padded(fields.day, 2))"
    if fields.hour == 0, fields.minute == 0, fields.second == 0, fields.microsecond == 0 {
      return date
    }
    var time = "\(padded(fields.hour, 2)):\(padded(fields.minute, 2)):\(padded(fields.second, 2))"
    if fields.microsecond > 0 {
      var fraction = padded(fields.microsecond, 6)
      while fraction.hasSuffix("0") { fraction.removeLast() }
      time += "." + fraction
    }
    return "\(date)T\(time)Z"
  }

  /// Reads ISO 8601: `2024-01-31`, then optionally `T` or a blank, `hh:mm[:ss[.ffffff]]`, and `Z`
  /// or an offset `+hh:mm`. Slashes may stand for the date's dashes. Nil for anything else.
  package init?(_ text: some StringProtocol) {
    self.init(isoBytes: Array(text.utf8).span)
  }

  package init?(isoBytes bytes: borrowing Span<UInt8>) {
    var scanner = InstantScanner()
    guard let instant = scanner.instant(in: bytes) else { return nil }
    self = instant
  }
}

private struct InstantScanner {
  private var position = 0

  mutating func instant(in bytes: borrowing Span<UInt8>) -> Instant? {
    guard let year = digits(4, in: bytes), let separator = byte(in: bytes),
      separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/"),
      let month = digits(2, in: bytes), byte(in: bytes) == separator,
      let day = digits(2, in: bytes)
    else { return nil }
    var fields = Instant.Fields(year: year, month: month, day: day)
    if position == bytes.count { return Instant(fields) }
    guard let mark = byte(in: bytes), mark == UInt8(ascii: "T") || mark == UInt8(ascii: " "),
      let hour = digits(2, in: bytes), byte(in: bytes) == UInt8(ascii: ":"),
      let minute = digits(2, in: bytes)
    else { return nil }
    fields.hour = hour
    fields.minute = minute
    if position < bytes.count, bytes[position] == UInt8(ascii: ":") {
      position += 1
      guard let second = digits(2, in: bytes) else { return nil }
      fields.second = second
      if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
        position += 1
        guard let fraction = fraction(in: bytes) else { return nil }
        fields.microsecond = fraction
      }
    }
    guard let offset = offset(in: bytes), position == bytes.count,
      let local = Instant(fields)
    else { return nil }
    return Instant(
      microseconds: local.microseconds - Int64(offset) * 60 * Instant.microsecondsPerSecond
    )
  }

  private mutating func byte(in bytes: borrowing Span<UInt8>) -> UInt8? {
    guard position < bytes.count else { return nil }
    defer { position += 1 }
    return bytes[position]
  }

  private mutating func digits(_ count: Int, in bytes: borrowing Span<UInt8>) -> Int? {
    guard position + count <= bytes.count else { return nil }
    var value = 0
    for index in position..<position + count {
      let digit = Int(bytes[index]) - 48
      guard (0...9).contains(digit) else { return nil }
      value = value * 10 + digit
    }
    position += count
    return value
  }

  /// Digits beyond the sixth are dropped.
  private mutating func fraction(in bytes: borrowing Span<UInt8>) -> Int? {
    var value = 0
    var count = 0
    while position < bytes.count {
      let digit = Int(bytes[position]) - 48
      guard (0...9).contains(digit) else { break }
      if count < 6 { value = value * 10 + digit }
      count += 1
      position += 1
    }
    guard count > 0 else { return nil }
    while count < 6 {
      value *= 10
      count += 1
    }
    return value
  }

  /// Minutes east of UTC; 0 when none is written.
  private mutating func offset(in bytes: borrowing Span<UInt8>) -> Int? {
    guard position < bytes.count, let sign = byte(in: bytes) else { return 0 }
    if sign == UInt8(ascii: "Z") { return 0 }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      let hours = digits(2, in: bytes)
    else { return nil }
    if position < bytes.count, bytes[position] == UInt8(ascii: ":") { position += 1 }
    let minutes = position < bytes.count ? digits(2, in: bytes) : 0
    guard let minutes, hours <= 18, minutes < 60 else { return nil }
    return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
  }
}
