/// A number as people write it: with groups of digits, a decimal comma, a percent sign, a currency.
///
/// Read under both conventions: a point for the decimals, and a comma.
struct PeopleNumber {
  /// A sign or code of a currency, as it stands.
  private(set) var currency: String?
  private(set) var isPercent = false
  private(set) var isBracketed = false
  private(set) var hasMinusBehind = false
  private var isNegative = false
  private var hasPlus = false
  /// Digits and the marks between them; a blank for each gap of blanks, an apostrophe as `'`.
  private var body = ShortText()
  /// It is a number with a point for the decimals and commas between thousands.
  private(set) var fitsPoint = false
  /// It is one the other way round.
  private(set) var fitsComma = false
  private(set) var hasComma = false
  private var hasPoint = false
  /// Blanks or apostrophes between groups.
  private var hasGaps = false

  /// Nil when it is no number under either convention.
  init?(_ cell: some Collection<UInt8>) {
    guard var text = ShortText(trimming: cell), takeSigns(&text) else { return nil }
    guard let first = text.first, Self.isDigit(first) || first == 0x2C || first == 0x2E,
      readBody(text)
    else { return nil }
    fitsPoint = fits(decimalComma: false)
    fitsComma = fits(decimalComma: true)
    if !fitsPoint, !fitsComma { return nil }
  }

  /// `1,234`: three digits behind the only comma, one to three before.
  var isAmbiguousComma: Bool { hasComma && fitsPoint && fitsComma }

  /// `1.234`.
  var isAmbiguousPoint: Bool { hasPoint && fitsPoint && fitsComma }

  /// As it stood, without what is around it.
  var text: String { body.text }

  /// Its value; nil where the convention doesn't fit. The whole number is nil where it is none.
  func value(decimalComma: Bool) -> (whole: Int64?, double: Double)? {
    guard decimalComma ? fitsComma : fitsPoint else { return nil }
    return spelled(decimalComma: decimalComma, isSigned: true).withSpan { digits in
      (NumberText.integer(digits), NumberText.double(digits) ?? .nan)
    }
  }
}

extension PeopleNumber {
  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  /// Takes signs, brackets and currencies from both ends; false when two of a kind are there.
  private mutating func takeSigns(_ text: inout ShortText) -> Bool {
    if takeBrackets(&text) { text.trim() }
    guard takeSign(&text) else { return false }
    if let (found, length) = Currency.leading(text) {
      currency = found
      text.removeFirst(length)
      text.trim()
      guard takeSign(&text) else { return false }
      let wasNegative = isNegative
      if takeBrackets(&text), wasNegative { return false }
    }
    if text.last == UInt8(ascii: "%") {
      isPercent = true
      text.removeLast()
      text.trim()
    }
    if let (found, length) = Currency.trailing(text) {
      guard currency == nil else { return false }
      currency = found
      text.removeLast(length)
      text.trim()
    }
    if text.last == UInt8(ascii: "-"), text.count > 1 {
      guard !isNegative, !hasPlus else { return false }
      hasMinusBehind = true
      isNegative = true
      text.removeLast()
      text.trim()
    }
    return !text.isEmpty
  }

  /// Brackets around all of it, which are a minus.
  private mutating func takeBrackets(_ text: inout ShortText) -> Bool {
    guard text.count > 1, text.first == UInt8(ascii: "("), text.last == UInt8(ascii: ")") else {
      return false
    }
    isBracketed = true
    isNegative = true
    text.removeFirst()
    text.removeLast()
    return true
  }

  /// U+2212.
  private static let minusSign: [UInt8] = [0xE2, 0x88, 0x92]

  private mutating func takeSign(_ text: inout ShortText) -> Bool {
    let length: Int
    switch text.first {
    case UInt8(ascii: "-")?, UInt8(ascii: "+")?: length = 1
    case 0xE2? where text.starts(with: Self.minusSign): length = 3
    default: return true
    }
    guard !isNegative, !hasPlus else { return false }
    if text.first == UInt8(ascii: "+") { hasPlus = true } else { isNegative = true }
    text.removeFirst(length)
    text.trim()
    return true
  }

  /// Digits with points, commas and gaps, then perhaps an exponent.
  private mutating func readBody(_ text: ShortText) -> Bool {
    var place = 0
    while place < text.count {
      let byte = text[place]
      switch byte {
      case 48...57, UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "-"), UInt8(ascii: "+"):
        body.append(byte)
      case 0x2C:
        hasComma = true
        body.append(byte)
      case 0x2E:
        hasPoint = true
        body.append(byte)
      case 0x20, 0x27:
        hasGaps = true
        body.append(byte)
      default:
        guard let (mark, length) = Self.gap(text, place) else { return false }
        hasGaps = true
        body.append(mark)
        place += length - 1
      }
      place += 1
    }
    // A telephone number, most likely.
    return !(hasPlus && hasGaps)
  }

  /// A blank that breaks no line, of either width, or a typographic apostrophe.
  private static func gap(_ text: ShortText, _ place: Int) -> (mark: UInt8, length: Int)? {
    if text.count - place >= 2, text[place] == 0xC2, text[place + 1] == 0xA0 { return (0x20, 2) }
    guard text.count - place >= 3, text[place] == 0xE2, text[place + 1] == 0x80 else { return nil }
    switch text[place + 2] {
    case 0xAF: return (0x20, 3)
    case 0x99: return (0x27, 3)
    default: return nil
    }
  }

  // MARK: - Conventions

  private func fits(decimalComma: Bool) -> Bool {
    let decimal = UInt8(ascii: decimalComma ? "," : ".")
    let thousands = UInt8(ascii: decimalComma ? "." : ",")
    let exponent = body.firstPlace { $0 | 0x20 == UInt8(ascii: "e") }
    if let exponent {
      guard isPower(from: exponent + 1), !isPercent, currency == nil else { return false }
    }
    let end = exponent ?? body.count
    var place = 0
    while place < end, body[place] != decimal { place += 1 }
    let decimalCount = max(0, end - place - 1)
    for index in place..<end where index > place && !Self.isDigit(body[index]) { return false }
    guard let wholeCount = digitCount(to: place, thousands), wholeCount + decimalCount > 0 else {
      return false
    }
    // A leading zero makes a name.
    if wholeCount > 1, body[0] == 48 { return false }
    if exponent != nil, wholeCount != place { return false }
    return !isTooGreat(decimalComma: decimalComma)
  }

  /// Digits to the end, perhaps with a sign.
  private func isPower(from start: Int) -> Bool {
    let isSigned = start < body.count && (body[start] == 0x2D || body[start] == 0x2B)
    let first = isSigned ? start + 1 : start
    guard first < body.count else { return false }
    for place in first..<body.count where !Self.isDigit(body[place]) { return false }
    return true
  }

  /// How many digits there are before a place: digits alone, or a first group of up to three that
  /// doesn't begin with 0 and further ones of three, one mark between all. Nil where it is neither.
  private func digitCount(to end: Int, _ thousands: UInt8) -> Int? {
    var first = 0
    while first < end, Self.isDigit(body[first]) { first += 1 }
    guard first < end else { return end }
    let mark = body[first]
    guard mark == thousands || mark == 0x20 || mark == 0x27, (1...3).contains(first), body[0] != 48,
      (end - first) % 4 == 0
    else { return nil }
    for place in first..<end {
      let isMark = (place - first) % 4 == 0
      guard isMark ? body[place] == mark : Self.isDigit(body[place]) else { return nil }
    }
    return first + (end - first) / 4 * 3
  }

  /// Whole numbers beyond Int64 are names, and those beyond all doubles are none.
  private func isTooGreat(decimalComma: Bool) -> Bool {
    guard body.count > 18 || body.firstPlace(where: { $0 | 0x20 == UInt8(ascii: "e") }) != nil
    else { return false }
    let digits = spelled(decimalComma: decimalComma, isSigned: false)
    let hasDigitsOnly = digits.firstPlace { !Self.isDigit($0) } == nil
    return digits.withSpan {
      hasDigitsOnly ? NumberText.integer($0) == nil : NumberText.double($0) == nil
    }
  }

  /// Digits, point and exponent as `NumberText` reads them; the convention has to fit.
  private func spelled(decimalComma: Bool, isSigned: Bool) -> ShortText {
    let decimal = UInt8(ascii: decimalComma ? "," : ".")
    var spelled = ShortText()
    if isSigned, isNegative { spelled.append(UInt8(ascii: "-")) }
    for place in 0..<body.count {
      let byte = body[place]
      switch byte {
      case decimal: spelled.append(UInt8(ascii: "."))
      case 0x20, 0x27, 0x2C, 0x2E: break
      default: spelled.append(byte)
      }
    }
    if isSigned, isPercent { for byte in "e-2".utf8 { spelled.append(byte) } }
    return spelled
  }
}
