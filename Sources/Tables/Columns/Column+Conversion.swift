package import Language

extension Column {
  /// The same cells as another kind.
  ///
  /// A cell that can't be read so is missing and its text is kept as unreadable; so is the text of
  /// an earlier reading, which is tried again.
  ///
  /// A text that spells a missing value is a missing number, boolean or datetime. `yes`, `no`, 1
  /// and 0 read as booleans too, and booleans as numbers 1 and 0.
  package func converted(to kind: ColumnKind) -> Column {
    if kind == self.kind, unreadable.isEmpty { return self }
    var builder = ColumnBuilder(name, kind)
    // Each level is read once.
    var read: [Value?] = []
    if case .category(let categories) = data {
      read = categories.levels.map { Self.read(.text($0), as: kind) }
    }
    for row in 0..<count {
      if let text = unreadable[row] {
        append(Self.read(.text(text), as: kind), original: text, to: &builder)
      } else if isMissing(at: row) {
        builder.append(.missing)
      } else if case .category(let categories) = data {
        let code = Int(categories.codes[row])
        append(read[code], original: categories.levels[code], to: &builder)
      } else {
        let value = data.value(at: row)
        append(Self.read(value, as: kind), original: value.plainText, to: &builder)
      }
    }
    return builder.column
  }

  private func append(_ value: Value?, original: String, to builder: inout ColumnBuilder) {
    if let value { builder.append(value) } else { builder.appendUnreadable(original) }
  }

  /// Nil when the value can't be read as that kind.
  private static func read(_ value: Value, as kind: ColumnKind) -> Value? {
    if case .text(let text) = value { return read(Array(text.utf8), text, as: kind) }
    switch (kind, value) {
    case (_, .missing): return .missing
    case (.text, _), (.category, _): return .text(value.plainText)
    case (.number, .integer), (.number, .number), (.boolean, .boolean), (.datetime, .datetime):
      return value
    case (.number, .boolean(let flag)): return .integer(flag ? 1 : 0)
    case (.boolean, .integer(0)), (.boolean, .number(0)): return .boolean(false)
    case (.boolean, .integer(1)), (.boolean, .number(1)): return .boolean(true)
    default: return nil
    }
  }

  private static func read(_ bytes: [UInt8], _ text: String, as kind: ColumnKind) -> Value? {
    if kind == .text || kind == .category { return .text(text) }
    if CellText.isMissing(bytes.span) { return .missing }
    switch kind {
    case .text, .category: return nil
    case .number:
      if let whole = NumberText.integer(bytes.span) { return .integer(whole) }
      return NumberText.double(bytes.span).map(Value.number)
    case .boolean:
      if let flag = CellText.boolean(bytes.span) { return .boolean(flag) }
      switch text.lowercased() {
      case "yes", "y", "t", "1": return .boolean(true)
      case "no", "n", "f", "0": return .boolean(false)
      default: return nil
      }
    case .datetime: return CellText.instant(bytes.span).map(Value.datetime)
    }
  }
}
