/// Which numbers of a column are read, and how.
struct NumberConvention: Sendable, Equatable {
  var decimalComma = false
  /// Commas that may stand before decimals as well as between thousands.
  var readsOpenCommas = true
  var readsPercent = true
  /// Amounts with a currency's sign or code.
  var readsCurrency = true
  /// Brackets as a minus.
  var readsBrackets = true

  var point: UInt8 { UInt8(ascii: decimalComma ? "," : ".") }

  /// Nil for a number that isn't read.
  func value(of number: PeopleNumber) -> (whole: Int64?, double: Double)? {
    if number.isPercent, !readsPercent { return nil }
    if number.currency != nil, !readsCurrency { return nil }
    if number.isBracketed, !readsBrackets { return nil }
    if number.isAmbiguousComma, !readsOpenCommas { return nil }
    return number.value(decimalComma: decimalComma)
  }
}
