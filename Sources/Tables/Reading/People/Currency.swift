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

  /// The longer ones first.
  private static let spellings = (signs + codes).map { Array($0.utf8) }
    .sorted { $0.count > $1.count }

  static func leading(_ bytes: [UInt8]) -> (text: String, length: Int)? {
    guard let first = bytes.first, !(48...57).contains(first) else { return nil }
    for spelling in spellings where bytes.starts(with: spelling) {
      return (String(decoding: spelling, as: UTF8.self), spelling.count)
    }
    return nil
  }

  static func trailing(_ bytes: [UInt8]) -> (text: String, length: Int)? {
    guard let last = bytes.last, !(48...57).contains(last) else { return nil }
    for spelling in spellings where bytes.suffix(spelling.count).elementsEqual(spelling) {
      return (String(decoding: spelling, as: UTF8.self), spelling.count)
    }
    return nil
  }
}
