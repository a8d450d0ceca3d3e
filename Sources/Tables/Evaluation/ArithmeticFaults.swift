/// How many cells of a computation had no result; they are missing.
package struct ArithmeticFaults: Hashable, Sendable {
  package var divisionsByZero = 0
  /// Logarithms and roots outside their domain.
  package var outOfDomain = 0
  package var overflows = 0

  package init() {}

  /// One line for each kind of fault there is.
  package var warnings: [String] {
    func line(_ count: Int, _ one: String, _ many: String) -> String? {
      count == 0 ? nil : "\(count) \(count == 1 ? one : many) gave missing"
    }
    return [
      line(divisionsByZero, "division by zero", "divisions by zero"),
      line(outOfDomain, "value outside a function's domain", "values outside a function's domain"),
      line(overflows, "overflow", "overflows"),
    ].compactMap { $0 }
  }

  package static func += (a: inout ArithmeticFaults, b: ArithmeticFaults) {
    a.divisionsByZero += b.divisionsByZero
    a.outOfDomain += b.outOfDomain
    a.overflows += b.overflows
  }
}
