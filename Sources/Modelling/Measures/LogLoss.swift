import Glibc
import Kernels

/// Mean negative logarithm of the probability given to the class that came.
package enum LogLoss: Measure {
  package static let name = "log_loss"
  package static let summary = "mean −log of the probability given to the class that came"
  package static let isBetterHigher = false
  package static let scoresNumbers = false
  package static let scoresClasses = true

  /// Probabilities of 0 count as the smallest step from 1, as in scikit-learn.
  private static let smallest = Double.ulpOfOne

  package static func score(_ rows: ScoredRows) -> Double? {
    guard rows.count > 0 else { return nil }
    let losses = rows.actual.enumerated().map { row, actual in
      let probability = rows.probabilities[Int(actual)][row]
      return -log(min(max(probability, smallest), 1 - smallest))
    }
    return mean(of: losses)
  }
}
