import Diagnostics
import Language
import Tables

/// What a `load` line says about the table it reads.
struct LoadOptions: Sendable {
  private(set) var reading = ReadingOptions()
  private(set) var format: String?
  /// Those given that only some formats take.
  private(set) var names: [String] = []

  static let ofText: [Signature.Option] = [
    .init("delimiter", .text, "what stands between cells; \" \" for runs of blanks"),
    .init("quote", .text, "what stands around cells, or none"),
    .init("comment", .text, "what a line begins with that is no row, or none"),
    .init("header", .flag, "whether the first line has the names"),
    .init("skip", .integer(0...Int.max), "lines before the table"),
    .init(
      "encoding",
      .choice(TextEncoding.allCases.map(\.rawValue)),
      "how bytes stand for letters"
    ),
    .init("decimal", .text, "the mark before decimals"),
    .init("thousands", .text, "the mark between thousands"),
    .init("percent", .flag, "whether 12% is the number 0.12"),
    .init("currency", .flag, "whether $5 is a number"),
    .init(
      "dates",
      .choice(ReadingOptions.DateOrder.allCases.map(\.rawValue)),
      "the order of day, month and year"
    ),
    .init("missing", .text, "further spellings of a missing cell, such as \"?,-999\""),
    .init("width", .integer(1...Int.max), "how many columns there are"),
  ]

  static let ofKinds: [Signature.Option] = ColumnKind.allCases.map { kind in
    .init(kind.rawValue, .list, "columns that are \(kind.rawValue), whatever they look like")
  }

  init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    let formats = Set(Self.ofText.map(\.name)).union(["table", "query"])
    names = arguments.call.options.map(\.name).filter(formats.contains)
    format = try arguments.choice("format", among: ReaderCatalog.formats)
    reading.delimiter = try Self.mark("delimiter", &arguments)
    reading.quote = try Self.optionalMark("quote", &arguments)
    reading.comment = try Self.optionalMark("comment", &arguments)
    reading.header = try arguments.flag("header")
    reading.skippedLineCount = try arguments.integer("skip", in: 0...Int.max)
    reading.encoding = try Self.encoding(arguments.option("encoding"))
    reading.decimal = try Self.mark("decimal", &arguments)
    reading.thousands = try Self.mark("thousands", &arguments)
    reading.readsPercent = try arguments.flag("percent")
    reading.readsCurrency = try arguments.flag("currency")
    reading.dateOrder = try arguments.choice(
      "dates",
      among: ReadingOptions.DateOrder.allCases.map(\.rawValue)
    ).flatMap(ReadingOptions.DateOrder.init)
    reading.missingSpellings = try Self.spellings(&arguments)
    reading.width = try arguments.integer("width", in: 1...Int.max)
    reading.rowLimit = try arguments.integer("rows", in: 1...Int.max)
    reading.table = try Self.text("table", &arguments)
    reading.query = try arguments.text(option: "query")
    if reading.table != nil, reading.query != nil {
      throw Diagnostic(.usage, "table= and query= don't go together", subject: "query")
    }
    for kind in ColumnKind.allCases {
      for name in try Self.columns(kind.rawValue, &arguments) {
        if let other = reading.kinds.updateValue(kind, forKey: name) {
          throw Diagnostic(
            .usage,
            "'\(name)' is said to be \(other.rawValue) and \(kind.rawValue)",
            subject: name
          )
        }
      }
    }
  }

  /// A text, or a bare word in its place.
  private static func text(
    _ option: String,
    _ arguments: inout ArgumentReader
  ) throws(Diagnostic) -> String? {
    try arguments.value(option)?.plainText
  }

  private static func mark(
    _ option: String,
    _ arguments: inout ArgumentReader
  ) throws(Diagnostic) -> Unicode.Scalar? {
    guard let text = try arguments.text(option: option) else { return nil }
    return try scalar(option, text)
  }

  private static func scalar(
    _ option: String,
    _ text: String
  ) throws(Diagnostic) -> Unicode.Scalar {
    let scalars = Array((text == "\\t" ? "\t" : text).unicodeScalars)
    let takesAny = option == "decimal" || option == "thousands"
    guard scalars.count == 1, scalars[0].isASCII || takesAny else {
      throw Diagnostic(
        .usage,
        "\(option)= takes one character, found '\(text)'",
        try: "\(option)=\"\(examples[option] ?? ",")\""
      )
    }
    return scalars[0]
  }

  private static let examples = ["delimiter": ";", "quote": "'", "comment": "#", "thousands": "."]

  private static func optionalMark(
    _ option: String,
    _ arguments: inout ArgumentReader
  ) throws(Diagnostic) -> ReadingOptions.Mark? {
    guard let argument = arguments.option(option) else { return nil }
    if argument == .word("none") { return .absent }
    guard case .value(.text(let text)) = argument else {
      throw Diagnostic(
        .usage,
        "\(option)= takes a character in quotes or none, found '\(argument.text)'",
        try: "\(option)=none",
        subject: "\(option)=\(argument.text)"
      )
    }
    return .mark(try scalar(option, text))
  }

  private static func encoding(_ argument: Argument?) throws(Diagnostic) -> TextEncoding? {
    guard let argument else { return nil }
    let text = argument.value?.plainText ?? argument.text
    guard let encoding = TextEncoding(rawValue: text.lowercased()) else {
      let known = TextEncoding.allCases.map(\.rawValue)
      var fault = Diagnostic.unknown("encoding", text, known: known)
      fault.hint = "encoding=\"\(fault.hint ?? known[0])\""
      throw fault
    }
    return encoding
  }

  /// Blanks around a spelling are no part of it.
  private static func spellings(
    _ arguments: inout ArgumentReader
  ) throws(Diagnostic) -> [String] {
    guard let text = try text("missing", &arguments) else { return [] }
    return text.split(separator: ",").map { part in
      let start = part.drop { $0 == " " }
      return String(start.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }

  private static func columns(
    _ option: String,
    _ arguments: inout ArgumentReader
  ) throws(Diagnostic) -> [String] {
    guard let argument = arguments.option(option) else { return [] }
    let items = if case .list(let items) = argument { items } else { [argument] }
    var names: [String] = []
    for item in items {
      switch item {
      case .word(let name), .name(let name), .value(.text(let name)): names.append(name)
      default:
        throw Diagnostic(
          .usage,
          "\(option)= takes columns, found '\(item.text)'",
          try: "\(option)=a,b",
          subject: item.subject
        )
      }
    }
    return names
  }
}
