import Language

/// One column of values that carry their kind with them, as JSON, databases and workbooks have them.
///
/// What the column is, all its values decide at the end.
struct ValueColumn: Sendable {
  enum Tag: UInt8, CaseIterable {
    case missing, integer, double, boolean, instant, text
    /// A number that neither Int64 nor a double holds: kept as its digits.
    case digits
  }

  private(set) var tags: [Tag] = []
  /// By tag: the whole number, a double's bits, 0 or 1, microseconds, a place in `texts`.
  private var words: [Int64] = []
  /// Each text once, as long as the column may be a category.
  private var interner = Interner()
  /// Afterwards: texts as they come.
  private var plainTexts: Texts?

  var count: Int { tags.count }

  static let bytesPerValue = 9

  mutating func appendMissing() { append(.missing, 0) }
  mutating func append(_ value: Int64) { append(.integer, value) }
  mutating func append(_ value: Bool) { append(.boolean, value ? 1 : 0) }
  mutating func append(_ value: Instant) { append(.instant, value.microseconds) }

  /// One that isn't finite is missing.
  mutating func append(_ value: Double) {
    guard value.isFinite else { return appendMissing() }
    append(.double, Int64(bitPattern: value.bitPattern))
  }

  mutating func append(_ text: borrowing Span<UInt8>, isDigits: Bool = false) {
    append(isDigits ? .digits : .text, place(of: text))
  }

  mutating func append(_ text: String) {
    var text = text
    text.makeContiguousUTF8()
    append(.text, place(of: text.utf8.span))
  }

  private mutating func place(of text: borrowing Span<UInt8>) -> Int64 {
    if plainTexts == nil {
      let code = interner.code(of: text)
      if interner.count > ColumnPart.mostLevels { leaveInterning() }
      return Int64(code)
    }
    plainTexts?.append(text)
    return Int64(texts.count - 1)
  }

  /// Codes are places among the interner's texts, and stay so.
  private mutating func leaveInterning() {
    plainTexts = interner.texts
    interner = Interner()
  }

  private var texts: Texts { plainTexts ?? interner.texts }

  mutating func append(_ value: Value) {
    switch value {
    case .missing: appendMissing()
    case .integer(let value): append(value)
    case .number(let value): append(value)
    case .boolean(let value): append(value)
    case .datetime(let value): append(value)
    case .text(let text): append(text)
    }
  }

  private mutating func append(_ tag: Tag, _ word: Int64) {
    tags.append(tag)
    words.append(word)
  }

  mutating func removeLast() {
    tags.removeLast()
    words.removeLast()
  }

  mutating func pad(to count: Int) {
    while tags.count < count { appendMissing() }
  }

  mutating func append(contentsOf other: ValueColumn) {
    if other.plainTexts != nil, plainTexts == nil { leaveInterning() }
    let otherTexts = other.texts
    tags += other.tags
    words.reserveCapacity(words.count + other.words.count)
    if plainTexts != nil {
      let shift = Int64(texts.count)
      plainTexts?.append(contentsOf: otherTexts)
      for (tag, word) in zip(other.tags, other.words) {
        words.append(tag == .text || tag == .digits ? word + shift : word)
      }
    } else {
      let codes = otherTexts.indices.map { place in
        otherTexts.withBytes(at: place) { self.place(of: $0) }
      }
      for (tag, word) in zip(other.tags, other.words) {
        words.append(tag == .text || tag == .digits ? codes[Int(word)] : word)
      }
    }
  }

  func prefix(_ count: Int) -> ValueColumn {
    guard count < self.count else { return self }
    var part = self
    part.tags.removeLast(self.count - count)
    part.words.removeLast(self.count - count)
    return part
  }

  /// What all values make of it.
  ///
  /// - Parameter forced: a kind that is known beforehand; what can't be read so is kept as
  ///   unreadable.
  func column(_ name: String, forced: ColumnKind?, warnings: inout [String]) -> Column {
    compacted.decided(name, forced: forced, warnings: &warnings)
  }

  /// Without texts that no row has: of values that others replaced, of rows beyond a limit.
  private var compacted: ValueColumn {
    let texts = texts
    var isUsed = [Bool](repeating: false, count: texts.count)
    for (tag, word) in zip(tags, words) where tag == .text || tag == .digits {
      isUsed[Int(word)] = true
    }
    if isUsed.allSatisfy(\.self) { return self }
    var compact = ValueColumn()
    let places = texts.indices.map { place in
      isUsed[place] ? texts.withBytes(at: place) { compact.place(of: $0) } : 0
    }
    compact.tags = tags
    compact.words = zip(tags, words).map { tag, word in
      tag == .text || tag == .digits ? places[Int(word)] : word
    }
    return compact
  }

  private func decided(
    _ name: String,
    forced: ColumnKind?,
    warnings: inout [String]
  ) -> Column {
    var counts = [Int](repeating: 0, count: Tag.allCases.count)
    for tag in tags { counts[Int(tag.rawValue)] += 1 }
    func number(_ tag: Tag) -> Int { counts[Int(tag.rawValue)] }
    let valueCount = count - number(.missing)
    let natural: Column
    switch valueCount {
    case 0: natural = Column(name, texts: [String?](repeating: nil, count: count))
    case number(.integer):
      natural = Column(name, .integers(PackedIntegers(words)), validity: validity)
    case number(.integer) + number(.double):
      natural = Column(name, doubles: doubles)
      if forced == nil || forced == .number, let warning = rounding(name) {
        warnings.append(warning)
      }
    case number(.boolean):
      natural = Column(
        name,
        .booleans(Bits(count: words.count) { words[$0] == 1 }),
        validity: validity
      )
    case number(.instant): natural = Column(name, .instants(Instants(words)), validity: validity)
    case number(.text) + number(.digits): natural = textual(name, valueCount, forced)
    default:
      if forced == nil { warnings.append(mixture(name, number)) }
      natural = mixed(name)
    }
    return forced.map { natural.converted(to: $0) } ?? natural
  }

  private var validity: Validity { Validity(count: count) { tags[$0] != .missing } }

  private var doubles: [Double] {
    zip(tags, words).map { tag, word in
      switch tag {
      case .integer: Double(word)
      case .double: Double(bitPattern: UInt64(bitPattern: word))
      default: .nan
      }
    }
  }

  /// Datetimes when all are; else a category or texts, by the rule for files of text.
  private func textual(_ name: String, _ valueCount: Int, _ forced: ColumnKind?) -> Column {
    if forced == nil || forced == .datetime, let moments {
      let values = zip(tags, words).map { $0 == .missing ? 0 : moments[Int($1)] }
      return Column(name, .instants(Instants(values)), validity: validity)
    }
    let texts = texts
    if plainTexts == nil {
      let isCategory = Self.isCategory(distinctCount: texts.count, valueCount: valueCount)
      if isCategory || forced == .category {
        let codes = zip(tags, words).map { $0 == .missing ? Categories.missingCode : UInt32($1) }
        return Column(name, .category(Categories(interner: interner, codes: codes)))
      }
    }
    var all = Texts()
    all.reserve(count: count, byteCount: 0)
    for (tag, word) in zip(tags, words) {
      if tag == .missing {
        all.append("")
      } else {
        texts.withBytes(at: Int(word)) { all.append($0) }
      }
    }
    return Column(name, .texts(all), validity: validity)
  }

  /// Of each text; nil when one is no datetime.
  private var moments: [Int64]? {
    let texts = texts
    var moments: [Int64] = []
    for place in texts.indices {
      guard let instant = texts.withBytes(at: place, { Instant(isoBytes: $0) }) else { return nil }
      moments.append(instant.microseconds)
    }
    return moments
  }

  private static func isCategory(distinctCount: Int, valueCount: Int) -> Bool {
    distinctCount <= ColumnPart.mostLevels && distinctCount * 2 <= valueCount
  }

  /// Each value as its text.
  private func mixed(_ name: String) -> Column {
    let held = self.texts
    let texts = zip(tags, words).map { tag, word -> String? in
      switch tag {
      case .missing: nil
      case .integer: String(word)
      case .double: Double(bitPattern: UInt64(bitPattern: word)).description
      case .boolean: word == 1 ? "true" : "false"
      case .instant: Instant(microseconds: word).text
      case .text, .digits: held[Int(word)]
      }
    }
    let categories = Categories(texts)
    let valueCount = texts.count { $0 != nil }
    return Self.isCategory(distinctCount: categories.levels.count, valueCount: valueCount)
      ? Column(name, .category(categories)) : Column(name, texts: texts)
  }

  private func mixture(_ name: String, _ number: (Tag) -> Int) -> String {
    let nouns: [(count: Int, noun: String, kind: ColumnKind)] = [
      (number(.integer) + number(.double), "numbers", .number),
      (number(.digits), "numbers beyond 64 bits", .text),
      (number(.boolean), "booleans", .boolean),
      (number(.instant), "datetimes", .datetime),
      (number(.text), "texts", .text),
    ]
    let held = nouns.filter { $0.count > 0 }.sorted { $0.count > $1.count }
    let parts = held.map { "\($0.count) \($0.noun)" }
    let list = parts.dropLast().joined(separator: ", ") + " and " + (parts.last ?? "")
    let wanted = held.first { $0.kind != .text }?.kind ?? .number
    let place = tags.indices.first { tags[$0] != .missing && !Self.isRead(tags[$0], as: held[0]) }
    let row = place.map { ", the first of the fewer in row \($0 + 1)" } ?? ""
    return "column '\(name)' holds \(list)\(row): kept as text "
      + "(\(wanted.rawValue)=\(Words.quotedName(name)) takes what is none as missing)"
  }

  private static func isRead(
    _ tag: Tag,
    as held: (count: Int, noun: String, kind: ColumnKind)
  ) -> Bool {
    switch tag {
    case .missing: true
    case .integer, .double: held.kind == .number
    case .boolean: held.kind == .boolean
    case .instant: held.kind == .datetime
    case .digits: held.noun != "texts" && held.kind == .text
    case .text: held.noun == "texts"
    }
  }

  /// Whole numbers that a double can't hold, among numbers that aren't whole.
  private func rounding(_ name: String) -> String? {
    var rows = RowTally()
    for row in tags.indices
    where tags[row] == .integer && Int64(exactly: Double(words[row])) != words[row] {
      rows.add(row)
    }
    guard rows.count > 0 else { return nil }
    return "column '\(name)' has numbers with decimals, \(rows.text) whole numbers beyond 2^53: "
      + "rounded (text=\(Words.quotedName(name)) keeps their digits)"
  }
}
