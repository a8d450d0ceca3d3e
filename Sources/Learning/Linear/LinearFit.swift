/// A fitted line, plane or hyperplane: intercept + coefficients · row.
package struct LinearFit: Hashable, Sendable, Codable {
  package let coefficients: [Double]
  package let intercept: Double
  /// Independent columns, the intercept's not counted; below the number of columns the solution is
  /// the one of minimum norm.
  package let rank: Int
}
