package import Language

/// A figure of the values of a group; missing ones are left out.
package enum Aggregate: String, Hashable, Sendable, Codable, CaseIterable {
  case count, distinct, missing, sum, mean, sd, min, q1, median, q3, max, first, last

  /// Whether there is such a figure of values of this kind.
  ///
  /// Booleans count as 0 and 1. Moments in time have a mean and quartiles, to the microsecond, but
  /// no sum and no standard deviation.
  package func takes(_ kind: ColumnKind) -> Bool {
    switch self {
    case .count, .distinct, .missing, .min, .max, .first, .last: true
    case .sum, .sd: kind == .number || kind == .boolean
    case .mean, .q1, .median, .q3: kind == .number || kind == .boolean || kind == .datetime
    }
  }
}
