/// The numbers among the texts of a column.
struct NumberEvidence: Sendable {
  /// Under either convention.
  var fits = TextEvidence.KindCount()
  private(set) var pointCount = 0
  private(set) var commaCount = 0
  private(set) var hasAmbiguousComma = false
  private(set) var hasAmbiguousPoint = false
  private(set) var hasComma = false
  private(set) var percentCount = 0
  /// By where they were first seen.
  private(set) var currencies: [String] = []
  private(set) var hasBrackets = false
  private(set) var hasMinusBehind = false
  /// The first under each convention that isn't one under the other.
  private(set) var firstPoint: String?
  private(set) var firstComma: String?

  /// - Returns: false when it isn't plain, and not counted.
  mutating func addPlain(
    _ start: UnsafePointer<UInt8>,
    _ length: Int,
    weight: Int
  ) -> Bool {
    guard let form = unsafe PeopleNumber.plainForm(start, length) else { return false }
    fits.count += weight
    pointCount += weight
    switch form {
    case .whole: commaCount += weight
    case .decimal:
      if firstPoint == nil {
        let bytes = unsafe UnsafeBufferPointer(start: start, count: length)
        // As a number's own text, without its sign.
        firstPoint = unsafe String(decoding: bytes.drop { $0 == UInt8(ascii: "-") }, as: UTF8.self)
      }
    }
    return true
  }

  mutating func add(_ number: PeopleNumber, weight: Int) {
    fits.count += weight
    if number.fitsPoint { pointCount += weight }
    if number.fitsComma { commaCount += weight }
    hasAmbiguousComma = hasAmbiguousComma || number.isAmbiguousComma
    hasAmbiguousPoint = hasAmbiguousPoint || number.isAmbiguousPoint
    hasComma = hasComma || number.hasComma
    if number.isPercent { percentCount += weight }
    if let currency = number.currency, !currencies.contains(currency) {
      currencies.append(currency)
    }
    hasBrackets = hasBrackets || number.isBracketed
    hasMinusBehind = hasMinusBehind || number.hasMinusBehind
    if !number.fitsPoint, firstComma == nil { firstComma = number.text }
    if !number.fitsComma, firstPoint == nil { firstPoint = number.text }
  }
}
