import Language

/// What a part of an expression gives: a column's worth of values of one storage.
enum Computed {
  /// A literal, the same in every row.
  case constant(Value)
  /// NaN = missing.
  case doubles([Double])
  case whole(WholeNumbers)
  case truths([Truth])
  case instants([Int64], Validity?)
  case category(Categories)
  case texts(Texts, Validity?)

  init(_ column: Column) {
    switch column.data {
    case .doubles(let values): self = .doubles(values)
    case .integers(let values):
      self = .whole(WholeNumbers(values: Rows(values.array), validity: column.validity))
    case .booleans(let values):
      let validity = column.validity
      self = .truths(
        values.indices.map { validity?[$0] ?? true ? Truth(values[$0]) : .missing }
      )
    case .instants(let values): self = .instants(Array(values), column.validity)
    case .category(let categories): self = .category(categories)
    case .texts(let texts): self = .texts(texts, column.validity)
    }
  }
}

extension Computed {
  /// Numbers and truths as doubles, NaN = missing.
  func doubles(count: Int) -> Rows<Double> {
    switch self {
    case .constant(let value): Rows(constant: value.double ?? .nan)
    case .doubles(let values): Rows(values)
    case .whole(let numbers): Rows((0..<count).map { numbers.double(at: $0) })
    case .truths(let truths): Rows(truths.map { $0 == .missing ? .nan : $0 == .yes ? 1 : 0 })
    case .instants, .category, .texts: Rows(constant: .nan)
    }
  }

  /// Whole numbers and truths; nil for doubles.
  var whole: WholeNumbers? {
    switch self {
    case .constant(.integer(let value)): WholeNumbers(values: Rows(constant: value))
    case .constant(.boolean(let flag)): WholeNumbers(values: Rows(constant: flag ? 1 : 0))
    case .whole(let numbers): numbers
    case .truths(let truths):
      WholeNumbers(
        values: Rows(truths.map { $0 == .yes ? 1 : 0 }),
        validity: Validity(count: truths.count) { truths[$0] != .missing }
      )
    case .constant, .doubles, .instants, .category, .texts: nil
    }
  }

  func truths(count: Int) -> [Truth] {
    switch self {
    case .truths(let truths): truths
    case .constant(.boolean(let flag)): Array(repeating: Truth(flag), count: count)
    default: Array(repeating: .missing, count: count)
    }
  }

  /// Microseconds since 1970; a literal text is read as a date.
  func instants(count: Int) -> (values: Rows<Int64>, validity: Validity?) {
    switch self {
    case .instants(let values, let validity): return (Rows(values), validity)
    case .constant(.datetime(let instant)): return (Rows(constant: instant.microseconds), nil)
    case .constant(.text(let text)):
      if let instant = Instant(text) { return (Rows(constant: instant.microseconds), nil) }
    default: break
    }
    return (Rows(constant: 0), Validity(repeating: false, count: count))
  }

  func isMissing(at row: Int) -> Bool {
    switch self {
    case .constant(let value): value.isMissing
    case .doubles(let values): values[row].isNaN
    case .whole(let numbers): numbers.isMissing(at: row)
    case .truths(let truths): truths[row] == .missing
    case .instants(_, let validity), .texts(_, let validity): validity.map { !$0[row] } ?? false
    case .category(let categories): categories.codes[row] == Categories.missingCode
    }
  }

  /// As it reads in a table; nil where it is missing.
  func text(at row: Int) -> String? {
    switch self {
    case .constant(let value): value.isMissing ? nil : value.plainText
    case .texts(let texts, let validity): validity?[row] ?? true ? texts[row] : nil
    case .category(let categories): categories[row]
    case .truths(let truths): truths[row] == .missing ? nil : truths[row] == .yes ? "true" : "false"
    case .instants(let values, let validity):
      validity?[row] ?? true ? Instant(microseconds: values[row]).text : nil
    case .doubles(let values): values[row].isNaN ? nil : Value.plainText(of: values[row])
    case .whole(let numbers):
      numbers.isMissing(at: row)
        ? nil
        : numbers.overflow[row].map(Value.plainText) ?? String(numbers.values[row])
    }
  }

  /// Texts of one kind of storage.
  init(texts: [String?], as type: ExpressionType) {
    if type == .text {
      let validity = Validity(count: texts.count) { texts[$0] != nil }
      self = .texts(Texts(texts.map { $0 ?? "" }), validity)
    } else {
      self = .category(Categories(texts))
    }
  }
}

extension Computed {
  /// As a column of the kind that its type tells.
  func column(_ name: String, type: ExpressionType, count: Int) -> Column {
    switch type {
    case .missing: return Column(name, .doubles(Array(repeating: .nan, count: count)))
    case .number:
      guard let numbers = whole, numbers.overflow.isEmpty else {
        let doubles = doubles(count: count)
        return Column(name, .doubles((0..<count).map { doubles[$0] }))
      }
      return Column(
        name,
        .integers(PackedIntegers((0..<count).map { numbers.values[$0] })),
        validity: numbers.validity
      )
    case .boolean:
      let truths = truths(count: count)
      return Column(
        name,
        .booleans(Bits(count: count) { truths[$0] == .yes }),
        validity: Validity(count: count) { truths[$0] != .missing }
      )
    case .datetime:
      let (values, validity) = instants(count: count)
      return Column(name, .instants(Instants((0..<count).map { values[$0] })), validity: validity)
    case .category, .text:
      switch self {
      case .category(let categories) where type == .category:
        return Column(name, .category(categories))
      case .texts(let texts, let validity) where type == .text:
        return Column(name, .texts(texts), validity: validity)
      default:
        let texts = (0..<count).map { text(at: $0) }
        return Computed(texts: texts, as: type).column(name, type: type, count: count)
      }
    }
  }
}
