package import Language

/// The values of a column.
///
/// What stands in a missing row is fixed (NaN, 0, false, the missing code, the empty text), so that
/// equal columns are equal data.
package enum ColumnData: Sendable {
  /// Finite, or NaN where missing.
  case doubles([Double])
  case integers(PackedIntegers)
  case booleans(Bits)
  case category(Categories)
  case instants(Instants)
  case texts(Texts)

  package var count: Int {
    switch self {
    case .doubles(let values): values.count
    case .integers(let values): values.count
    case .instants(let values): values.count
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
    case .integers(let values): .integers(values.rows(at: indices))
    case .booleans(let values): .booleans(values.rows(at: indices))
    case .category(let categories): .category(categories.rows(at: indices))
    case .instants(let values): .instants(values.rows(at: indices))
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
    let given = validity.flatMap { $0.isAllSet ? nil : $0 }
    switch self {
    case .doubles(let values):
      let finite = Bits(count: values.count) { values[$0].isFinite }
      let valid = given.map(finite.intersection) ?? finite
      guard !valid.isAllSet else { return (self, nil) }
      return (.doubles(cleared(values, to: .nan, where: valid) { $0.isNaN }), valid)
    case .category(let categories):
      let present = categories.codes.validity
      guard let given else { return (self, present) }
      guard let present, present.intersection(given) == present else {
        let cleared = categories.clearing(where: given)
        return (.category(cleared), cleared.codes.validity)
      }
      return (self, present)
    case .integers(let values):
      guard let given else { return (self, nil) }
      if isCleared(values, where: given) { return (self, given) }
      return (.integers(PackedIntegers(cleared(values.array, to: 0, where: given))), given)
    case .booleans(let values):
      return (given.map { .booleans(values.intersection($0)) } ?? self, given)
    case .instants(let values):
      guard let given else { return (self, nil) }
      if isCleared(values.ticks, where: given) { return (self, given) }
      return (.instants(Instants(cleared(Array(values), to: 0, where: given))), given)
    case .texts(let texts):
      guard let given else { return (self, nil) }
      var isCanonical = true
      given.forEachClear { if !texts.range(at: $0).isEmpty { isCanonical = false } }
      if isCanonical { return (self, given) }
      return (.texts(Texts(texts.indices.map { given[$0] ? texts[$0] : "" })), given)
    }
  }

  private func isCleared(_ values: PackedIntegers, where validity: Validity) -> Bool {
    var isCleared = true
    validity.forEachClear { if values[$0] != 0 { isCleared = false } }
    return isCleared
  }

  /// The values with the fixed one in each row that has none; the same array where that is so.
  private func cleared<Number: Equatable>(
    _ values: [Number],
    to fixed: Number,
    where validity: Validity,
    isFixed: (Number) -> Bool = { _ in false }
  ) -> [Number] {
    var values = values
    validity.forEachClear { if !isFixed(values[$0]) { values[$0] = fixed } }
    return values
  }
}

extension ColumnData: Equatable {
  /// Doubles are equal bit for bit, so that missing equals missing.
  package static func == (a: ColumnData, b: ColumnData) -> Bool {
    switch (a, b) {
    case (.doubles(let a), .doubles(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.bitPattern == $1.bitPattern }
    case (.integers(let a), .integers(let b)): a == b
    case (.instants(let a), .instants(let b)): a == b
    case (.booleans(let a), .booleans(let b)): a == b
    case (.category(let a), .category(let b)):
      a.codes == b.codes && a.levels.count == b.levels.count
        && zip(a.levels, b.levels).allSatisfy(ScalarOrder.areSame)
    case (.texts(let a), .texts(let b)): a == b
    default: false
    }
  }
}
