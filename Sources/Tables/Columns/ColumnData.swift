package import Language

/// The values of a column.
///
/// What stands in a missing row is fixed (NaN, 0, false, the missing code, the empty text), so that
/// equal columns are equal data.
package enum ColumnData: Sendable {
  /// Finite, or NaN where missing.
  case doubles([Double])
  case integers([Int64])
  case booleans([Bool])
  case category(Categories)
  /// Microseconds since 1970-01-01T00:00:00Z.
  case instants([Int64])
  case texts(Texts)

  package var count: Int {
    switch self {
    case .doubles(let values): values.count
    case .integers(let values), .instants(let values): values.count
    case .booleans(let values): values.count
    case .category(let categories): categories.codes.count
    case .texts(let texts): texts.count
    }
  }

  package var kind: ColumnKind {
    switch self {
    case .doubles, .integers: .number
    case .booleans: .boolean
    case .category: .category
    case .instants: .datetime
    case .texts: .text
    }
  }

  package func rows(at indices: [Int]) -> ColumnData {
    switch self {
    case .doubles(let values): .doubles(indices.map { values[$0] })
    case .integers(let values): .integers(indices.map { values[$0] })
    case .booleans(let values): .booleans(indices.map { values[$0] })
    case .category(let categories): .category(categories.rows(at: indices))
    case .instants(let values): .instants(indices.map { values[$0] })
    case .texts(let texts): .texts(texts.rows(at: indices))
    }
  }

  /// The value of a row that isn't missing.
  func value(at row: Int) -> Value {
    switch self {
    case .doubles(let values): .number(values[row])
    case .integers(let values): .integer(values[row])
    case .booleans(let values): .boolean(values[row])
    case .category(let categories): categories[row].map(Value.text) ?? .missing
    case .instants(let values): .datetime(Instant(microseconds: values[row]))
    case .texts(let texts): .text(texts[row])
    }
  }

  /// The same values with the fixed one in every row that `validity` leaves out, and the validity
  /// with the rows left out that have no value by themselves (a double that isn't finite, a code
  /// without level).
  func canonical(_ validity: Validity?) -> (data: ColumnData, validity: Validity?) {
    switch self {
    case .doubles(let values):
      let valid = Validity(count: values.count) { values[$0].isFinite && validity?[$0] ?? true }
      guard !valid.isAllValid else { return (self, nil) }
      return (.doubles(values.indices.map { valid[$0] ? values[$0] : .nan }), valid)
    case .category(let categories):
      let codes = categories.codes
      let valid = Validity(count: codes.count) {
        codes[$0] != Categories.missingCode && validity?[$0] ?? true
      }
      guard !valid.isAllValid else { return (self, nil) }
      let canonical = codes.indices.map { valid[$0] ? codes[$0] : Categories.missingCode }
      return (.category(categories.with(codes: canonical)), valid)
    default: break
    }
    guard let validity, !validity.isAllValid else { return (self, nil) }
    switch self {
    case .doubles, .category: return (self, validity)
    case .integers(let values):
      return (.integers(values.indices.map { validity[$0] ? values[$0] : 0 }), validity)
    case .booleans(let values):
      return (.booleans(values.indices.map { validity[$0] && values[$0] }), validity)
    case .instants(let values):
      return (.instants(values.indices.map { validity[$0] ? values[$0] : 0 }), validity)
    case .texts(let texts):
      let isCanonical = texts.indices.allSatisfy { validity[$0] || texts.range(at: $0).isEmpty }
      if isCanonical { return (self, validity) }
      return (.texts(Texts(texts.indices.map { validity[$0] ? texts[$0] : "" })), validity)
    }
  }
}

extension ColumnData: Equatable {
  /// Doubles are equal bit for bit, so that missing equals missing.
  package static func == (a: ColumnData, b: ColumnData) -> Bool {
    switch (a, b) {
    case (.doubles(let a), .doubles(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.bitPattern == $1.bitPattern }
    case (.integers(let a), .integers(let b)), (.instants(let a), .instants(let b)): a == b
    case (.booleans(let a), .booleans(let b)): a == b
    case (.category(let a), .category(let b)):
      a.codes == b.codes && a.levels.count == b.levels.count
        && zip(a.levels, b.levels).allSatisfy(ScalarOrder.areSame)
    case (.texts(let a), .texts(let b)): a == b
    default: false
    }
  }
}
