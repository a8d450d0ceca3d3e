/// A number as people write it: with groups of digits, a decimal comma, a percent sign, a currency.
///
/// Read under both conventions: a point for the decimals, and a comma.
struct PeopleNumber {
  /// A sign or code of a currency, as it stands.
  private(set) var currency: String?
  private(set) var isPercent = false
  private(set) var isBracketed = false
  private(set) var hasMinusBehind = false
  private(set) var isNegative = false
  private(set) var hasPlus = false
  /// Digits and the marks between them.
  private var body: [UInt8] = []
  /// With a point for the decimals, a comma for thousands: plain digits, or nil where it can't be.
  private(set) var pointed: [UInt8]?
  /// The other way round.
  private(set) var commaed: [UInt8]?
  /// `1,234`: three digits behind the only comma, one to three before.
  private(set) var isAmbiguousComma = false
  /// `1.234`.
  private(set) var isAmbiguousPoint = false
  private(set) var hasComma = false
  private(set) var hasPoint = false
  /// Blanks or apostrophes between groups.
  private(set) var hasGaps = false

  /// Nil when it is no number under either convention.
  init?(_ cell: some Collection<UInt8>) {
    var bytes = Array(cell)
    Self.trim(&bytes)
    guard !bytes.isEmpty, bytes.count <= 64 else { return nil }
    guard takeSigns(&bytes) else { return nil }
    guard let first = bytes.first, (48...57).contains(first) || first == 0x2C || first == 0x2E,
      readBody(bytes)
    else { return nil }
    pointed = plain(decimal: UInt8(ascii: "."), thousands: UInt8(ascii: ","))
    commaed = plain(decimal: UInt8(ascii: ","), thousands: UInt8(ascii: "."))
    if pointed.map(Self.isTooGreat) == true { pointed = nil }
    if commaed.map(Self.isTooGreat) == true { commaed = nil }
    if pointed == nil, commaed == nil { return nil }
    isAmbiguousComma = hasComma && pointed != nil && commaed != nil
    isAmbiguousPoint = hasPoint && pointed != nil && commaed != nil
  }

  /// As it stood, without what is around it.
  var text: String { String(decoding: body, as: UTF8.self) }

  /// Whether it needs more than a plain reading.
  var isPlain: Bool {
    currency == nil && !isPercent && !isBracketed && !hasMinusBehind && !hasComma && !hasGaps
      && !isUnicodeMinus
  }

  private(set) var isUnicodeMinus = false

  /// Whole numbers beyond Int64 are names, and those beyond all doubles are none.
  private static func isTooGreat(_ digits: [UInt8]) -> Bool {
    guard digits.count > 18 || digits.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) else {
      return false
    }
    if digits.allSatisfy({ (48...57).contains($0) }) {
      return NumberText.integer(digits.span) == nil
    }
    return NumberText.double(digits.span) == nil
  }

  /// Digits, point and exponent as `NumberText` reads them; nil when the convention doesn't fit.
  func spelled(decimalComma: Bool) -> [UInt8]? {
    guard let digits = decimalComma ? commaed : pointed else { return nil }
    let shift = isPercent ? Array("e-2".utf8) : []
    return (isNegative ? [UInt8(ascii: "-")] : []) + digits + shift
  }
}

extension PeopleNumber {
  private static func trim(_ bytes: inout [UInt8]) {
    while let last = bytes.last, CellText.isBlank(last) { bytes.removeLast() }
    while bytes.suffix(2) == [0xC2, 0xA0] { bytes.removeLast(2) }
    let start = bytes.firstIndex { !CellText.isBlank($0) } ?? 0
    bytes.removeFirst(start)
    while bytes.prefix(2) == [0xC2, 0xA0] { bytes.removeFirst(2) }
  }

  /// Takes signs, brackets and currencies from both ends; false when two of a kind are there.
  private mutating func takeSigns(_ bytes: inout [UInt8]) -> Bool {
    if bytes.first == UInt8(ascii: "("), bytes.last == UInt8(ascii: ")") {
      isBracketed = true
      isNegative = true
      bytes = Array(bytes.dropFirst().dropLast())
      Self.trim(&bytes)
    }
    guard takeSign(&bytes) else { return false }
    if let (found, length) = Currency.leading(bytes) {
      currency = found
      bytes.removeFirst(length)
      Self.trim(&bytes)
      guard takeSign(&bytes) else { return false }
      if currency != nil, bytes.first == UInt8(ascii: "("), bytes.last == UInt8(ascii: ")") {
        guard !isNegative else { return false }
        isBracketed = true
        isNegative = true
        bytes = Array(bytes.dropFirst().dropLast())
      }
    }
    if bytes.last == UInt8(ascii: "%") {
      isPercent = true
      bytes.removeLast()
      Self.trim(&bytes)
    }
    if let (found, length) = Currency.trailing(bytes) {
      guard currency == nil else { return false }
      currency = found
      bytes.removeLast(length)
      Self.trim(&bytes)
    }
    if bytes.last == UInt8(ascii: "-"), bytes.count > 1 {
      guard !isNegative, !hasPlus else { return false }
      hasMinusBehind = true
      isNegative = true
      bytes.removeLast()
      Self.trim(&bytes)
    }
    return !bytes.isEmpty
  }

  private mutating func takeSign(_ bytes: inout [UInt8]) -> Bool {
    switch bytes.first {
    case UInt8(ascii: "-")?:
      guard !isNegative, !hasPlus else { return false }
      isNegative = true
      bytes.removeFirst()
    case UInt8(ascii: "+")?:
      guard !isNegative, !hasPlus else { return false }
      hasPlus = true
      bytes.removeFirst()
    case 0xE2? where bytes.prefix(3) == [0xE2, 0x88, 0x92]:
      guard !isNegative, !hasPlus else { return false }
      isNegative = true
      isUnicodeMinus = true
      bytes.removeFirst(3)
    default: return true
    }
    Self.trim(&bytes)
    return true
  }

  /// Digits with points, commas and gaps, then perhaps an exponent; a gap becomes one blank byte, an
  /// apostrophe `'`.
  private mutating func readBody(_ bytes: [UInt8]) -> Bool {
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
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
      case 0xC2 where bytes[place...].starts(with: [0xC2, 0xA0]):
        hasGaps = true
        body.append(0x20)
        place += 1
      case 0xE2 where bytes[place...].starts(with: [0xE2, 0x80, 0xAF]):
        hasGaps = true
        body.append(0x20)
        place += 2
      case 0xE2 where bytes[place...].starts(with: [0xE2, 0x80, 0x99]):
        hasGaps = true
        body.append(0x27)
        place += 2
      default: return false
      }
      place += 1
    }
    // A telephone number, most likely.
    return !(hasPlus && hasGaps)
  }

  /// The body with its groups closed and a point before the decimals.
  private func plain(decimal: UInt8, thousands: UInt8) -> [UInt8]? {
    var mantissa = body[...]
    var exponent: ArraySlice<UInt8> = []
    if let place = body.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
      mantissa = body[..<place]
      exponent = body[place...]
      let power = exponent.dropFirst()
      let digits = power.first == 0x2D || power.first == 0x2B ? power.dropFirst() : power
      guard !digits.isEmpty, digits.allSatisfy({ (48...57).contains($0) }), !isPercent,
        currency == nil
      else { return nil }
    }
    let parts = mantissa.split(separator: decimal, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first else { return nil }
    let decimals = parts.count == 2 ? parts[1] : []
    guard decimals.allSatisfy({ (48...57).contains($0) }), let digits = closed(whole, thousands),
      !digits.isEmpty || !decimals.isEmpty
    else { return nil }
    // A leading zero makes a name.
    if digits.count > 1, digits[0] == 48 { return nil }
    if !exponent.isEmpty, digits.count != whole.count { return nil }
    return digits + (parts.count == 2 ? [UInt8(ascii: ".")] + decimals : []) + exponent
  }

  /// Digits alone, or a first group of up to three that doesn't begin with 0 and further ones of
  /// three, one mark between all.
  private func closed(_ whole: ArraySlice<UInt8>, _ thousands: UInt8) -> [UInt8]? {
    guard let mark = whole.first(where: { !(48...57).contains($0) }) else { return Array(whole) }
    guard mark == thousands || mark == 0x20 || mark == 0x27 else { return nil }
    let groups = whole.split(separator: mark, omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count), first.first != 48 else {
      return nil
    }
    for group in groups where !group.allSatisfy({ (48...57).contains($0) }) { return nil }
    for group in groups.dropFirst() where group.count != 3 { return nil }
    return groups.flatMap { $0 }
  }
}
