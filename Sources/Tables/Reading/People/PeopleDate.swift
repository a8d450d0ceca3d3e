import Language

/// A date as people write it, perhaps with a time.
struct PeopleDate {
  /// In which orders its parts can be read.
  struct Orders: OptionSet, Sendable {
    let rawValue: UInt8
    static let dayFirst = Orders(rawValue: 1)
    static let monthFirst = Orders(rawValue: 2)
    static let yearFirst = Orders(rawValue: 4)
  }

  private(set) var orders: Orders = []
  /// An order in which it is what it is in any: its month is a name, or its year has four digits and
  /// stands first.
  var ownOrder: Orders? { isYearFirst ? .yearFirst : hasName ? .dayFirst : nil }
  /// Its month is a name, so its order is no question.
  private(set) var hasName = false
  private(set) var hasShortYear = false
  private(set) var isCut = false
  private(set) var hasOffset = false
  private(set) var hasTime = false
  private var parts = (0, 0, 0)
  /// Whether the first part has four digits.
  private var isYearFirst = false
  private var clock: Int64 = 0

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// Nil when it is no date in any order.
  init?(_ start: UnsafePointer<UInt8>, _ count: Int) {
    let bounds = unsafe CellText.trimmed(start, count)
    guard bounds.count >= 6, bounds.count <= 40 else { return nil }
    var scan = unsafe InstantScan(start + bounds.lowerBound, bounds.count)
    if let value = unsafe scan.iso() {
      orders = .yearFirst
      isYearFirst = true
      clock = value
      isCut = unsafe scan.isCut
      hasOffset = unsafe scan.hasOffset
      hasTime = bounds.count > 10
      return
    }
    unsafe scan = unsafe InstantScan(start + bounds.lowerBound, bounds.count)
    guard unsafe readDate(&scan), unsafe readTime(&scan) else { return nil }
    for order in [Orders.dayFirst, .monthFirst, .yearFirst] where day(order) != nil {
      orders.insert(order)
    }
    if orders.isEmpty { return nil }
  }

  /// Microseconds since 1970; nil when the order doesn't fit.
  func instant(_ order: Orders) -> Int64? {
    let order = ownOrder ?? order
    if isYearFirst, parts.0 == 0 { return orders.contains(order) ? clock : nil }
    return day(order).map { $0 * Instant.microsecondsPerDay + clock }
  }

  private func day(_ order: Orders) -> Int64? {
    if isYearFirst {
      guard order == .yearFirst, !hasName else { return nil }
      return unsafe InstantScan.dayNumber(year: parts.0, month: parts.1, day: parts.2)
    }
    if hasName {
      guard order != .yearFirst else { return nil }
      return unsafe InstantScan.dayNumber(year: parts.2, month: parts.1, day: parts.0)
    }
    switch order {
    case .dayFirst: return unsafe InstantScan.dayNumber(year: parts.2, month: parts.1, day: parts.0)
    case .monthFirst where !hasPoints:
      return unsafe InstantScan.dayNumber(year: parts.2, month: parts.0, day: parts.1)
    case .yearFirst where hasShortYear:
      return unsafe InstantScan.dayNumber(
        year: Self.century(shortYear),
        month: parts.1,
        day: lastPart
      )
    default: return nil
    }
  }

  private var hasPoints = false
  /// The first part, had it been a year, and the last one as a day.
  private var shortYear: Int { parts.0 }
  private var lastPart = 0

  private static func century(_ year: Int) -> Int { year >= 69 ? 1900 + year : 2000 + year }
}

extension PeopleDate {
  private mutating func readDate(_ scan: inout InstantScan) -> Bool {
    if let month = unsafe Self.month(&scan) {
      // `Jan 31, 2024`
      hasName = true
      _ = unsafe scan.skip(UInt8(ascii: "."))
      guard unsafe Self.skipMarks(&scan), let (day, digits) = unsafe Self.number(&scan, 2),
        digits <= 2
      else { return false }
      _ = unsafe scan.skip(UInt8(ascii: ","))
      guard unsafe Self.skipMarks(&scan), let (year, count) = unsafe Self.number(&scan, 4),
        count == 4
      else { return false }
      parts = (day, month, year)
      return true
    }
    guard let (first, firstDigits) = unsafe Self.number(&scan, 4),
      unsafe scan.place < scan.count
    else { return false }
    let mark = unsafe scan.start[scan.place]
    if firstDigits <= 2, unsafe Self.startsName(scan) {
      return unsafe readNamed(&scan, day: first)
    }
    guard mark == UInt8(ascii: "/") || mark == UInt8(ascii: ".") || mark == UInt8(ascii: "-"),
      unsafe scan.skip(mark), let (second, secondDigits) = unsafe Self.number(&scan, 2),
      secondDigits <= 2, unsafe scan.skip(mark),
      let (third, thirdDigits) = unsafe Self.number(&scan, 4)
    else { return false }
    if firstDigits == 4 {
      guard thirdDigits <= 2 else { return false }
      isYearFirst = true
      parts = (first, second, third)
      return first > 0
    }
    guard firstDigits <= 2, thirdDigits == 4 || thirdDigits == 2 else { return false }
    hasPoints = mark == UInt8(ascii: ".")
    hasShortYear = thirdDigits == 2
    lastPart = third
    parts = (first, second, hasShortYear ? Self.century(third) : third)
    return true
  }

  /// `31 Jan 2024`, `31-Jan-24`.
  private mutating func readNamed(_ scan: inout InstantScan, day: Int) -> Bool {
    hasName = true
    _ = unsafe scan.skip(UInt8(ascii: "."))
    guard unsafe Self.skipMarks(&scan), let month = unsafe Self.month(&scan) else { return false }
    if unsafe !scan.skip(UInt8(ascii: ".")) { _ = unsafe scan.skip(UInt8(ascii: ",")) }
    guard unsafe Self.skipMarks(&scan), let (year, digits) = unsafe Self.number(&scan, 4),
      digits == 4 || digits == 2
    else { return false }
    hasShortYear = digits == 2
    parts = (day, month, hasShortYear ? Self.century(year) : year)
    return true
  }

  /// One dash or slash, or blanks.
  private static func skipMarks(_ scan: inout InstantScan) -> Bool {
    if unsafe scan.skip(UInt8(ascii: "-")) || scan.skip(UInt8(ascii: "/")) { return true }
    var found = false
    while unsafe scan.skip(0x20) { found = true }
    return found
  }

  private static func startsName(_ scan: InstantScan) -> Bool {
    var scan = unsafe scan
    _ = unsafe scan.skip(UInt8(ascii: "."))
    _ = unsafe skipMarks(&scan)
    guard unsafe scan.place < scan.count else { return false }
    let letter = unsafe scan.start[scan.place] | 0x20
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter)
  }

  private static func number(_ scan: inout InstantScan, _ most: Int) -> (value: Int, digits: Int)? {
    var value = 0
    var digits = 0
    while unsafe scan.place < scan.count {
      let digit = unsafe scan.start[scan.place] &- 48
      guard digit <= 9 else { break }
      value = value * 10 + Int(digit)
      digits += 1
      unsafe scan.place += 1
      if digits > most { return nil }
    }
    return digits > 0 ? (value, digits) : nil
  }

  /// The month that a name stands for, whole or its first three letters, in any case.
  private static func month(_ scan: inout InstantScan) -> Int? {
    var word: [UInt8] = []
    var place = unsafe scan.place
    while unsafe place < scan.count {
      let letter = unsafe scan.start[place] | 0x20
      guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter) else { break }
      word.append(letter)
      place += 1
    }
    guard word.count >= 3 else { return nil }
    for (index, name) in months.enumerated() {
      let isSame =
        word.elementsEqual(name.utf8) || word.count == 3 && name.utf8.starts(with: word)
        || name == "september" && word.elementsEqual("sept".utf8)
      if isSame {
        unsafe scan.place = place
        return index + 1
      }
    }
    return nil
  }

  /// Nothing, or a blank or `T` and `h:mm[:ss[.f]]`, perhaps with AM or PM.
  private mutating func readTime(_ scan: inout InstantScan) -> Bool {
    if unsafe scan.place == scan.count { return true }
    _ = unsafe scan.skip(UInt8(ascii: ","))
    let isMarked = unsafe scan.skip(UInt8(ascii: "T"))
    var blanks = 0
    while unsafe scan.skip(0x20) { blanks += 1 }
    guard isMarked || blanks > 0, let (hour, digits) = unsafe Self.number(&scan, 2), digits <= 2,
      unsafe scan.skip(UInt8(ascii: ":"))
    else { return false }
    hasTime = true
    // Read as a clock of two-digit hours, whose hour counts later.
    unsafe scan.place -= 1
    guard let rest = unsafe minutes(&scan) else { return false }
    var hours = hour
    if unsafe scan.place < scan.count {
      while unsafe scan.skip(0x20) {}
      guard unsafe scan.place + 2 == scan.count,
        unsafe scan.start[scan.place + 1] | 0x20 == UInt8(ascii: "m")
      else { return false }
      let half = unsafe scan.start[scan.place] | 0x20
      guard half == UInt8(ascii: "a") || half == UInt8(ascii: "p"), (1...12).contains(hour) else {
        return false
      }
      hours = hour % 12 + (half == UInt8(ascii: "p") ? 12 : 0)
    }
    guard hours <= 23 else { return false }
    clock = Int64(hours) * 3600 * Instant.microsecondsPerSecond + rest
    return true
  }

  /// `:mm[:ss[.f]]`.
  private mutating func minutes(_ scan: inout InstantScan) -> Int64? {
    guard let rest = unsafe scan.clockBehindHour() else { return nil }
    isCut = unsafe scan.isCut
    return rest
  }
}
