package import Language

/// Collects the values of one column, one at a time.
package struct ColumnBuilder {
  private let name: String
  private let kind: ColumnKind
  private var doubles: [Double] = []
  private var integers: [Int64] = []
  /// Numbers stay whole until one isn't.
  private var isWhole = true
  private var booleans: [Bool] = []
  private var interner = Interner()
  private var codes: [UInt32] = []
  private var texts = Texts()
  private var valid: [Bool] = []
  private var unreadable: [Int: String] = [:]

  package init(_ name: String, _ kind: ColumnKind) {
    self.name = name
    self.kind = kind
  }

  package var count: Int { valid.count }

  /// A value of another kind is missing, and its text is kept as unreadable.
  package mutating func append(_ value: Value) {
    switch (kind, value) {
    case (.number, .integer(let value)):
      doubles.append(Double(value))
      integers.append(value)
      valid.append(true)
    case (.number, .number(let value)) where value.isFinite:
      isWhole = false
      doubles.append(value)
      integers.append(0)
      valid.append(true)
    case (.boolean, .boolean(let value)):
      booleans.append(value)
      valid.append(true)
    case (.category, .text(let text)):
      codes.append(interner.code(of: text))
      valid.append(true)
    case (.datetime, .datetime(let instant)):
      integers.append(instant.microseconds)
      valid.append(true)
    case (.text, .text(let text)):
      texts.append(text)
      valid.append(true)
    case (_, .missing): appendMissing()
    default: appendUnreadable(value.plainText)
    }
  }

  package mutating func appendUnreadable(_ text: String) {
    unreadable[count] = text
    appendMissing()
  }

  private mutating func appendMissing() {
    switch kind {
    case .number:
      doubles.append(.nan)
      integers.append(0)
    case .boolean: booleans.append(false)
    case .category: codes.append(Categories.missingCode)
    case .datetime: integers.append(0)
    case .text: texts.append("")
    }
    valid.append(false)
  }

  package var column: Column {
    Column(name, data, validity: Validity(valid), unreadable: unreadable)
  }

  private var data: ColumnData {
    switch kind {
    case .number: isWhole ? .integers(PackedIntegers(integers)) : .doubles(doubles)
    case .boolean: .booleans(Bits(booleans))
    case .category: .category(Categories(interner: interner, codes: codes))
    case .datetime: .instants(Instants(integers))
    case .text: .texts(texts)
    }
  }
}
