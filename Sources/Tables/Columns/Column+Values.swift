package import Diagnostics
package import Language

extension Column {
  /// NaN = missing.
  package init(_ name: String, doubles: [Double]) { self.init(name, .doubles(doubles)) }

  package init(_ name: String, integers: [Int64?]) {
    self.init(
      name,
      .integers(PackedIntegers(integers.map { $0 ?? 0 })),
      validity: Validity(count: integers.count) { integers[$0] != nil }
    )
  }

  package init(_ name: String, booleans: [Bool?]) {
    self.init(
      name,
      .booleans(Bits(booleans.map { $0 ?? false })),
      validity: Validity(count: booleans.count) { booleans[$0] != nil }
    )
  }

  package init(_ name: String, categories: [String?]) {
    self.init(name, .category(Categories(categories)))
  }

  package init(_ name: String, instants: [Instant?]) {
    self.init(
      name,
      .instants(Instants(instants.map { $0?.microseconds ?? 0 })),
      validity: Validity(count: instants.count) { instants[$0] != nil }
    )
  }

  package init(_ name: String, texts: [String?]) {
    self.init(
      name,
      .texts(Texts(texts.map { $0 ?? "" })),
      validity: Validity(count: texts.count) { texts[$0] != nil }
    )
  }

  /// A column of a kind from values of that kind; whole numbers stay whole when all are, and a
  /// value of another kind is kept as unreadable.
  package init(_ name: String, _ kind: ColumnKind, values: [Value]) {
    var builder = ColumnBuilder(name, kind)
    for value in values { builder.append(value) }
    self = builder.column
  }
}

extension Column {
  /// The values as doubles, NaN = missing: numbers, booleans as 0 and 1, datetimes in microseconds
  /// since 1970.
  ///
  /// Nil for category and text.
  package var doubles: [Double]? {
    switch data {
    case .doubles(let values): return values
    case .integers(let values): return values.doubles(validity: validity)
    case .instants(let values): return values.doubles(validity: validity)
    case .booleans(let values):
      return values.indices.map { isMissing(at: $0) ? .nan : values[$0] ? 1 : 0 }
    case .category, .texts: return nil
    }
  }

  /// The same for a column that has to be a number or a boolean.
  package func numbers() throws(Diagnostic) -> [Double] {
    guard kind == .number || kind == .boolean, let doubles else {
      throw Diagnostic(
        .data,
        "'\(name)' is \(kind.withArticle), expected a number",
        try: kind == .datetime ? nil : "type number \(Words.quotedName(name))",
        subject: name
      )
    }
    return doubles
  }

  /// The values of a category or text column as codes and levels; of any other kind by the text of
  /// each value.
  package var categories: Categories {
    if case .category(let categories) = data { return categories }
    var interner = Interner()
    var codes: [UInt32] = []
    codes.reserveCapacity(count)
    for row in 0..<count {
      if isMissing(at: row) {
        codes.append(Categories.missingCode)
      } else if case .texts(let texts) = data {
        codes.append(texts.withBytes(at: row) { interner.code(of: $0) })
      } else {
        codes.append(interner.code(of: data.value(at: row).plainText))
      }
    }
    return Categories(interner: interner, codes: codes)
  }

  package var values: [Value] { (0..<count).map { value(at: $0) } }

  /// Every value a whole number.
  package var isWhole: Bool {
    switch data {
    case .integers: true
    case .doubles(let values): values.allSatisfy { $0.isNaN || $0 == $0.rounded() }
    case .booleans, .category, .instants, .texts: false
    }
  }
}

extension ColumnKind {
  /// As it stands in a sentence: 'a number', 'text'.
  package var withArticle: String { self == .text ? "text" : "a \(rawValue)" }
}
