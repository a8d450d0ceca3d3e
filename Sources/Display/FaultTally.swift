private import Synchronization
package import Language
package import Tables

/// The cells that a look's expressions could not compute, however often it asks for them.
package final class FaultTally: Sendable {
  /// An expression over some rows: all, or those of one group. No two groups have a row in common,
  /// so the first tells them apart.
  private struct Question: Hashable {
    var expression: Expression
    var firstRow: Int?
  }

  private let faults = Mutex<[Question: ArithmeticFaults]>([:])

  package init() {}

  package func note(_ found: ArithmeticFaults, in expression: Expression, of rows: Frame) {
    guard !found.warnings.isEmpty else { return }
    let firstRow = rows.rowCount > 0 ? rows.rowNumbers[0] : nil
    faults.withLock { $0[Question(expression: expression, firstRow: firstRow)] = found }
  }

  /// One line for each kind of fault there is.
  package var warnings: [String] {
    var all = ArithmeticFaults()
    for found in faults.withLock({ $0.values }) { all += found }
    return all.warnings
  }
}
