import Diagnostics
import Foundation
import Language
import Tables

/// What reading a file gives: a table with its warnings, or an error.
struct Expectation: Decodable, Sendable {
  var options: Options?
  var columns: [Column]?
  /// For each warning the words that it has.
  var warnings: [[String]]?
  /// Words of the message.
  var error: [String]?

  struct Column: Decodable, Sendable {
    var name: String
    var kind: ColumnKind
    var cells: [Cell]
    /// By row, counted from 1.
    var unreadable: [String: String]?
  }

  enum Cell: Decodable, Hashable, Sendable {
    case missing
    case boolean(Bool)
    case integer(Int64)
    case number(Double)
    /// Also a datetime, as ISO 8601, and a whole number that doubles don't hold.
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .missing
      } else if let flag = try? container.decode(Bool.self) {
        self = .boolean(flag)
      } else if let whole = try? container.decode(Int64.self) {
        self = .integer(whole)
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    /// Whether a table's value is this one.
    ///
    /// `1` may be a whole number or a double; a text beside numbers is a whole number, exactly.
    func matches(_ value: Value) -> Bool {
      switch (self, value) {
      case (.missing, .missing): true
      case (.boolean(let a), .boolean(let b)): a == b
      case (.integer(let a), .integer(let b)): a == b
      case (.integer(let a), .number(let b)): Double(a) == b
      case (.number(let a), .number(let b)): a == b
      case (.number(let a), .integer(let b)): a == Double(b)
      case (.text(let a), .integer(let b)): Int64(a) == b
      case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
      case (.text(let a), .datetime(let b)): a == b.text
      default: false
      }
    }
  }
}

extension Expectation {
  /// What the case says to `load`, under the names that `load` has for it.
  struct Options: Decodable, Sendable {
    var delimiter: String?
    var quote: String?
    var comment: String?
    var header: String?
    var skip: Int?
    var encoding: String?
    var decimal: String?
    var thousands: String?
    var percent: String?
    var currency: String?
    var dates: String?
    var missing: [String]?
    var width: Int?
    var rows: Int?
    var number: [String]?
    var category: [String]?
    var text: [String]?
    var boolean: [String]?
    var datetime: [String]?
  }

  func readingOptions() throws(Diagnostic) -> ReadingOptions {
    var result = ReadingOptions()
    guard let options else { return result }
    result.delimiter = options.delimiter?.unicodeScalars.first
    result.quote = options.quote.map(Self.mark)
    result.comment = options.comment.map(Self.mark)
    result.header = options.header.map { $0 == "yes" }
    result.skippedLineCount = options.skip
    if let name = options.encoding {
      result.encoding = try Self.known(name, TextEncoding(rawValue: name))
    }
    result.decimal = options.decimal?.unicodeScalars.first
    result.thousands = options.thousands?.unicodeScalars.first
    result.readsPercent = options.percent.map { $0 == "yes" }
    result.readsCurrency = options.currency.map { $0 == "yes" }
    if let order = options.dates {
      result.dateOrder = try Self.known(order, ReadingOptions.DateOrder(rawValue: order))
    }
    result.missingSpellings = options.missing ?? []
    result.width = options.width
    result.rowLimit = options.rows
    let kinds: [(ColumnKind, [String]?)] = [
      (.number, options.number), (.category, options.category), (.text, options.text),
      (.boolean, options.boolean), (.datetime, options.datetime),
    ]
    for (kind, names) in kinds { for name in names ?? [] { result.kinds[name] = kind } }
    return result
  }

  private static func mark(_ text: String) -> ReadingOptions.Mark {
    guard text != "none", let scalar = text.unicodeScalars.first else { return .absent }
    return .mark(scalar)
  }

  private static func known<Option>(
    _ word: String,
    _ option: Option?
  ) throws(Diagnostic) -> Option {
    guard let option else { throw Diagnostic(.usage, "'\(word)' is no option's value") }
    return option
  }
}
