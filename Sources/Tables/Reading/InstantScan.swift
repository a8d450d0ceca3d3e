import Language

/// Reads the bytes of a date, with or without a time.
@unsafe
struct InstantScan {
  let start: UnsafePointer<UInt8>
  let count: Int
  var place = 0
  /// Digits of a fraction beyond microseconds were left out.
  private(set) var isCut = false
  /// It says how far from UTC it is.
  private(set) var hasOffset = false

  init(_ start: UnsafePointer<UInt8>, _ count: Int) {
    unsafe self.start = unsafe start
    unsafe self.count = count
  }

  /// ISO 8601 in microseconds since 1970: `2024-01-31`, then optionally `T` or a blank, `hh:mm`,
  /// seconds and their fraction, and `Z` or an offset; slashes may stand for the date's dashes.
  ///
  /// A time without an offset is UTC.
  @inline(__always)
  mutating func iso() -> Int64? {
    guard unsafe count >= 10, let day = unsafe Self.isoDay(start) else { return nil }
    let midnight = day * Instant.microsecondsPerDay
    if unsafe count == 10 { return midnight }
    if unsafe count == 19, let time = unsafe Self.plainTime(start + 10) { return midnight + time }
    guard unsafe start[10] == UInt8(ascii: "T") || start[10] == UInt8(ascii: " ") else {
      return nil
    }
    unsafe place = 11
    guard let time = unsafe clock(), let offset = unsafe offset(), unsafe place == count
    else { return nil }
    return midnight + time - offset
  }

  /// Days since 1970 of `yyyy-mm-dd` or `yyyy/mm/dd`.
  @inline(__always)
  private static func isoDay(_ start: UnsafePointer<UInt8>) -> Int64? {
    guard let year = unsafe pair(start), let year2 = unsafe pair(start + 2),
      unsafe start[4] == UInt8(ascii: "-") || start[4] == UInt8(ascii: "/"),
      let month = unsafe pair(start + 5), unsafe start[7] == start[4],
      let day = unsafe pair(start + 8)
    else { return nil }
    return unsafe dayNumber(year: year * 100 + year2, month: month, day: day)
  }

  /// `Thh:mm:ss` or ` hh:mm:ss`.
  @inline(__always)
  private static func plainTime(_ start: UnsafePointer<UInt8>) -> Int64? {
    guard unsafe start[0] == UInt8(ascii: "T") || start[0] == UInt8(ascii: " "),
      let hour = unsafe pair(start + 1), unsafe start[3] == UInt8(ascii: ":"),
      let minute = unsafe pair(start + 4), unsafe start[6] == UInt8(ascii: ":"),
      let second = unsafe pair(start + 7), hour <= 23, minute <= 59, second <= 60
    else { return nil }
    return Int64(hour * 3600 + minute * 60 + second) * Instant.microsecondsPerSecond
  }

  @inline(__always)
  private static func pair(_ start: UnsafePointer<UInt8>) -> Int? {
    let (ten, one) = unsafe (start[0] &- 48, start[1] &- 48)
    return ten <= 9 && one <= 9 ? Int(ten) * 10 + Int(one) : nil
  }

  /// Nil when there is no such day in the years 1 to 9999.
  @inline(__always)
  static func dayNumber(year: Int, month: Int, day: Int) -> Int64? {
    guard year >= 1, year <= 9999, month >= 1, month <= 12, day >= 1,
      day <= 28 || day <= Instant.dayCount(year: year, month: month)
    else { return nil }
    // The year is taken to begin in March, so that the leap day comes last.
    let isEarly = month <= 2
    let march = isEarly ? year - 1 : year
    let dayOfYear = (153 * (isEarly ? month + 9 : month - 3) + 2) / 5 + day - 1
    return Int64(march * 365 + march / 4 - march / 100 + march / 400 + dayOfYear - 719_468)
  }
}

extension InstantScan {
  /// `hh:mm`, then optionally seconds and a fraction of them, in microseconds.
  mutating func clock() -> Int64? {
    guard let hour = unsafe digits(2), hour <= 23, let rest = unsafe clockBehindHour() else {
      return nil
    }
    return Int64(hour * 3600) * Instant.microsecondsPerSecond + rest
  }

  /// `:mm`, then optionally seconds and a fraction of them.
  mutating func clockBehindHour() -> Int64? {
    guard unsafe skip(UInt8(ascii: ":")), let minute = unsafe digits(2), minute <= 59 else {
      return nil
    }
    var time = Int64(minute * 60) * Instant.microsecondsPerSecond
    if unsafe skip(UInt8(ascii: ":")) {
      guard let second = unsafe digits(2), second <= 60 else { return nil }
      time += Int64(second) * Instant.microsecondsPerSecond
      if unsafe skip(UInt8(ascii: ".")) || skip(UInt8(ascii: ",")) {
        guard let fraction = unsafe fraction() else { return nil }
        time += Int64(fraction)
      }
    }
    return time
  }

  /// Whether the next byte is this one, which is then behind us.
  @inline(__always)
  mutating func skip(_ byte: UInt8) -> Bool {
    guard unsafe place < count, unsafe start[place] == byte else { return false }
    unsafe place += 1
    return true
  }

  mutating func digits(_ wanted: Int) -> Int? {
    guard unsafe place + wanted <= count else { return nil }
    var value = 0
    for _ in 0..<wanted {
      let digit = unsafe start[place] &- 48
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
      unsafe place += 1
    }
    return value
  }

  /// Microseconds; further digits are cut off.
  private mutating func fraction() -> Int? {
    var value = 0
    var found = 0
    while unsafe place < count {
      let digit = unsafe start[place] &- 48
      guard digit <= 9 else { break }
      if found < 6 { value = value * 10 + Int(digit) } else if digit > 0 { unsafe isCut = true }
      found += 1
      unsafe place += 1
    }
    guard found > 0 else { return nil }
    while found < 6 {
      value *= 10
      found += 1
    }
    return value
  }

  /// Microseconds east of UTC, `Z`, `+02`, `+0200` or `+02:00`; 0 when nothing is left.
  private mutating func offset() -> Int64? {
    guard unsafe place < count else { return 0 }
    unsafe hasOffset = true
    if unsafe skip(UInt8(ascii: "Z")) { return 0 }
    let isWest = unsafe skip(UInt8(ascii: "-"))
    let isEast = unsafe !isWest && skip(UInt8(ascii: "+"))
    guard isWest || isEast, let hours = unsafe digits(2) else {
      return nil
    }
    var minutes = 0
    if unsafe place < count {
      _ = unsafe skip(UInt8(ascii: ":"))
      guard let written = unsafe digits(2) else { return nil }
      minutes = written
    }
    guard hours <= 18, minutes < 60 else { return nil }
    let distance = Int64(hours * 60 + minutes) * 60 * Instant.microsecondsPerSecond
    return isWest ? -distance : distance
  }
}
