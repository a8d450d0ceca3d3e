/// How numbers are shown to people; files and JSON have full precision and don't use it.
package enum NumberFormat {
  /// What stands for a number that isn't there: NaN, an undefined statistic.
  package static let undefined = "–"

  /// Four significant digits, whole numbers in full up to seven digits.
  ///
  /// 3271.258 is `3271`, 0.046512 `0.04651`, 1234567 `1234567`, 6.02e23 `6.02e23`.
  package static func number(_ value: Double) -> String {
    guard value.isFinite else { return nonFinite(value) }
    var digits = DecimalDigits(value)
    if digits.exponent < 7, value == value.rounded() { return digits.fixed(decimals: 0) }
    if digits.exponent < 7, digits.exponent > 3 { return digits.fixed(decimals: 0) }
    digits.round(toDigits: 4)
    digits.trimZeros()
    guard digits.exponent >= -4, digits.exponent < 7 else { return scientific(digits) }
    return digits.fixed(decimals: max(0, digits.digits.count - 1 - digits.exponent))
  }

  /// A fixed number of decimals, for columns whose points should stand below one another.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return nonFinite(value) }
    return DecimalDigits(value).fixed(decimals: min(max(decimals, 0), 300))
  }

  /// The values of one column, all with the decimals that give the largest four significant
  /// digits and the smallest at least one, as far as seven columns allow; undefined ones as `–`.
  package static func column(_ values: [Double]) -> [String] {
    let finite = values.filter(\.isFinite)
    let largest = finite.map { DecimalDigits($0).exponent }.max() ?? 0
    let isWide = largest >= 7 || (largest < -4 && finite.contains { $0 != 0 })
    if isWide { return values.map { number($0) } }
    let needed = finite.map { value in
      var digits = DecimalDigits(value)
      digits.round(toDigits: max(1, 4 - (largest - digits.exponent)))
      digits.trimZeros()
      return digits.isZero ? 0 : digits.digits.count - 1 - digits.exponent
    }
    let decimals = min(max(needed.max() ?? 0, 0), max(0, 3 - largest))
    return values.map { fixed($0, decimals: decimals) }
  }

  /// A count with its thousands set apart: `1,234,567`.
  package static func count(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var text = value < 0 ? "-" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }

  /// A count with its noun: `1 row`, `2,045 rows`.
  package static func count(_ value: Int, _ noun: String, plural: String? = nil) -> String {
    "\(count(value)) \(value == 1 ? noun : plural ?? noun + "s")"
  }

  /// A share in percent with one decimal: 0.4567 is `45.7%`; what is neither nothing nor all
  /// never reads as 0.0% or 100.0%.
  package static func percent(_ share: Double) -> String {
    guard share.isFinite else { return nonFinite(share) }
    if share > 0, share < 0.0005 { return "<0.1%" }
    if share < 1, share >= 0.9995 { return ">99.9%" }
    return DecimalDigits(share * 100).fixed(decimals: 1) + "%"
  }

  /// A time span: `0.4 ms`, `12 ms`, `3.25 s`, `2 min 5 s`, `1 h 4 min`.
  package static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0 else { return undefined }
    if seconds < 0.00995 { return fixed(seconds * 1000, decimals: 1) + " ms" }
    if seconds < 0.9995 { return fixed(seconds * 1000, decimals: 0) + " ms" }
    if seconds < 9.995 { return fixed(seconds, decimals: 2) + " s" }
    if seconds < 59.95 { return fixed(seconds, decimals: 1) + " s" }
    guard seconds < 360_000_000 else { return number(seconds / 3600) + " h" }
    let whole = Int(seconds.rounded())
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole % 3600 / 60) min"
  }

  /// A size in bytes, thousands of them: `812 B`, `1.5 MB`.
  package static func bytes(_ count: Int) -> String {
    var value = Double(max(0, count))
    guard value >= 1000 else { return "\(max(0, count)) B" }
    for unit in ["kB", "MB", "GB"] {
      value /= 1000
      if value < 999.5 { return number(value) + " " + unit }
    }
    return number(value / 1000) + " TB"
  }

  private static func nonFinite(_ value: Double) -> String {
    value.isNaN ? undefined : value < 0 ? "-inf" : "inf"
  }

  private static func scientific(_ digits: DecimalDigits) -> String {
    var text = digits.isNegative ? "-" : ""
    for (place, digit) in digits.digits.enumerated() {
      text += place == 1 ? ".\(digit)" : "\(digit)"
    }
    return text + "e\(digits.exponent)"
  }
}
