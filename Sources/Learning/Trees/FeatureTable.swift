/// What tree models are fitted to and predict from: features of Float32, column by column.
///
/// NaN is missing. In a feature of levels, a value that is no code of a declared level counts as
/// missing too.
package struct FeatureTable: Hashable, Sendable {
  package let rowCount: Int
  package let kinds: [FeatureKind]
  /// One array of `rowCount` values for each feature, without infinities.
  package let columns: [[Float]]

  /// - Parameters:
  ///   - columns: one array of `rowCount` values for each kind; infinities become the largest
  ///     finite values.
  ///   - kinds: what each column holds.
  ///   - rowCount: needed because there may be no column.
  package init(columns: [[Float]], kinds: [FeatureKind], rowCount: Int) {
    precondition(columns.count == kinds.count, "one kind for each column")
    precondition(columns.allSatisfy { $0.count == rowCount }, "columns have one length")
    precondition(rowCount <= Int(UInt32.max), "rows can be counted in 32 bits")
    self.rowCount = rowCount
    self.kinds = kinds
    self.columns = columns.map { column in
      column.contains(where: \.isInfinite) ? column.map { Self.finite($0) } : column
    }
  }

  /// The one cast from a prepared number to a feature; what Float32 can't reach becomes its largest
  /// value.
  package static func feature(_ value: Double) -> Float { finite(Float(value)) }

  private static func finite(_ value: Float) -> Float {
    let limit = Float.greatestFiniteMagnitude
    return value.isInfinite ? (value > 0 ? limit : -limit) : value
  }

  package func row(_ index: Int) -> [Float] { columns.map { $0[index] } }
}
