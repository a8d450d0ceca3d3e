/// Signs and codes of currencies.
enum Currency {
  private static let signs = [
    "US$", "A$", "C$", "CA$", "AU$", "NZ$", "HK$", "S$", "R$", "$", "€", "£", "¥", "₹", "₽", "₩",
    "₪", "₺", "₴", "₦", "₫", "฿", "₱", "¢", "zł", "Kč", "kr", "Fr.",
  ]
  private static let codes = [
    "USD", "EUR", "GBP", "CHF", "JPY", "CNY", "INR", "AUD", "CAD", "NZD", "SEK", "NOK", "DKK",
    "PLN", "CZK", "HUF", "RON", "BGN", "TRY", "RUB", "UAH", "ILS", "ZAR", "BRL", "MXN", "ARS",
    "CLP", "COP", "KRW", "HKD", "SGD", "TWD", "THB", "IDR", "MYR", "PHP", "VND", "AED", "SAR",
    "EGP", "NGN", "KES", "ISK",
  ]
  /// In small letters.
  static var codeWords: [String] { codes.map { $0.lowercased() } }

  private struct Spelling {
    let text: String
    let bytes: [UInt8]
  }

  /// By a byte of theirs, the longer ones first.
  private static func spellings(by key: (String.UTF8View) -> UInt8?) -> [[Spelling]] {
    var table = [[Spelling]](repeating: [], count: 256)
    for text in (signs + codes).sorted(by: { $0.utf8.count > $1.utf8.count }) {
      guard let byte = key(text.utf8) else { continue }
      table[Int(byte)].append(Spelling(text: text, bytes: Array(text.utf8)))
    }
    return table
  }

  private static let byFirst = spellings { $0.first }
  private static let byLast = spellings { $0.last }

  static func leading(_ cell: ShortText) -> (text: String, length: Int)? {
    guard let first = cell.first, !(48...57).contains(first) else { return nil }
    let found = byFirst[Int(first)].first { cell.starts(with: $0.bytes) }
    return found.map { ($0.text, $0.bytes.count) }
  }

  static func trailing(_ cell: ShortText) -> (text: String, length: Int)? {
    guard let last = cell.last, !(48...57).contains(last) else { return nil }
    let found = byLast[Int(last)].first { cell.ends(with: $0.bytes) }
    return found.map { ($0.text, $0.bytes.count) }
  }
}
