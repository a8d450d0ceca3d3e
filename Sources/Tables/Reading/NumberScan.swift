/// Reads the bytes of a number where the sixteen bytes behind them can be read too.
///
/// All of the cell has to be the number: a sign, digits, a point, an exponent; no blanks, no
/// grouping, no hexadecimal, no infinity.
@unsafe
struct NumberScan {
  enum Shape {
    /// No number.
    case none
    /// A whole number that Int64 holds.
    case whole
    case decimal
    /// Digits that are a name and not an amount: a leading zero, or beyond Int64.
    case digits
  }

  let powers: UnsafePointer<UInt64>
  private let tens: UnsafePointer<Double>
  private let wholeTens: UnsafePointer<UInt64>
  let point: UInt8

  /// `powers` are `PowersOfFive.words`, `tens` `NumberText.powersOfTen` and `wholeTens`
  /// `NumberText.wholePowersOfTen`, which outlive the scan.
  init(
    powers: UnsafePointer<UInt64>,
    tens: UnsafePointer<Double>,
    wholeTens: UnsafePointer<UInt64>,
    point: UInt8 = UInt8(ascii: ".")
  ) {
    unsafe self.powers = unsafe powers
    unsafe self.tens = unsafe tens
    unsafe self.wholeTens = unsafe wholeTens
    unsafe self.point = point
  }

  /// Runs `body` with a scan, which isn't kept.
  @inline(__always)
  static func with<Result, Failure: Error>(
    point: UInt8 = UInt8(ascii: "."),
    _ body: (NumberScan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe PowersOfFive.words.withUnsafeBufferPointer { (powers) throws(Failure) in
      try unsafe NumberText.powersOfTen.withUnsafeBufferPointer { (tens) throws(Failure) in
        try unsafe NumberText.wholePowersOfTen.withUnsafeBufferPointer { (whole) throws(Failure) in
          guard let powers = powers.baseAddress, let tens = tens.baseAddress,
            let whole = whole.baseAddress
          else { preconditionFailure("the tables are never empty") }
          return try unsafe body(
            NumberScan(powers: powers, tens: tens, wholeTens: whole, point: point)
          )
        }
      }
    }
  }

  /// Up to eighteen digits; anything else is left to `double`.
  @inline(__always)
  func shortWhole(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int64? {
    let mark = unsafe start.pointee
    let isNegative = mark == UInt8(ascii: "-")
    var place = unsafe start
    var rest = count
    if isNegative {
      unsafe place += 1
      rest -= 1
    }
    let word = unsafe Words64.load(place)
    let digits = min(Words64.digitCount(word), rest)
    guard digits > 0 else { return nil }
    var value = Words64.number(word, count: digits)
    if digits < rest {
      guard rest <= 16 else { return nil }
      let next = unsafe Words64.load(place + 8)
      guard digits == 8, Words64.digitCount(next) >= rest - 8 else { return nil }
      value =
        unsafe value &* wholeTens[rest - 8] &+ Words64.number(next, count: rest - 8)
    }
    // A leading zero makes a name.
    if unsafe place.pointee == UInt8(ascii: "0"), rest > 1 { return nil }
    let whole = Int64(bitPattern: value)
    return isNegative ? -whole : whole
  }

  /// The nearest double and what the cell looks like; `count` is above 0.
  @inline(__always)
  func double(_ start: UnsafePointer<UInt8>, _ count: Int) -> (value: Double, shape: Shape) {
    let end = unsafe start + count
    var place = unsafe start
    let isNegative = unsafe place.pointee == UInt8(ascii: "-")
    if isNegative { unsafe place += 1 }
    let first = unsafe place
    var digits: UInt64 = 0
    var word = unsafe Words64.load(place)
    var found = Words64.digitCount(word)
    digits = Words64.number(word, count: found)
    unsafe place += found
    while found == 8, unsafe place - first <= 16 {
      word = unsafe Words64.load(place)
      found = Words64.digitCount(word)
      digits = unsafe digits &* wholeTens[found] &+ Words64.number(word, count: found)
      unsafe place += found
    }
    let wholeCount = unsafe place - first
    guard wholeCount > 0, wholeCount <= 18, unsafe place <= end,
      unsafe first.pointee != UInt8(ascii: "0") || wholeCount == 1
    else { return unsafe slow(start, count) }
    if unsafe place == end {
      let value = Double(digits)
      // A whole zero has no sign, as Int64 has none.
      return (isNegative && digits > 0 ? -value : value, .whole)
    }
    guard unsafe place.pointee == point else { return unsafe slow(start, count) }
    unsafe place += 1
    var fraction = 0
    repeat {
      word = unsafe Words64.load(place)
      found = Words64.digitCount(word)
      digits = unsafe digits &* wholeTens[found] &+ Words64.number(word, count: found)
      unsafe place += found
      fraction += found
    } while found == 8 && fraction <= 16
    guard unsafe place == end, wholeCount + fraction <= 19 else {
      return unsafe slow(start, count)
    }
    let value: Double
    if digits <= 1 << 53 {
      value = unsafe Double(digits) / tens[fraction]
    } else {
      guard let nearest = unsafe EiselLemire.double(digits, exponent: -fraction, powers) else {
        return (0, .none)
      }
      value = nearest
    }
    return (isNegative ? -value : value, .decimal)
  }
}
