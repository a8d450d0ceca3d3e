private import Glibc

/// 1, 2 or 5 times a power of ten: the step of edges and ticks that people like to read.
package struct RoundStep: Hashable, Sendable {
  private let digit: Int
  private let exponent: Int

  private init(digit: Int, exponent: Int) {
    self.digit = digit
    self.exponent = exponent
  }

  /// The smallest that isn't below `size`; steps go from 1e-300 to 1e300.
  package init(atLeast size: Double) {
    let size = size.isNaN ? 1 : Swift.max(1e-300, Swift.min(1e300, size))
    let exponent = Int(log10(size).rounded(.down))
    let scaled = size / pow(10, Double(exponent))
    // A hair more than a round number is that number.
    switch scaled * (1 - 1e-12) {
    case ...1: self.init(digit: 1, exponent: exponent)
    case ...2: self.init(digit: 2, exponent: exponent)
    case ...5: self.init(digit: 5, exponent: exponent)
    default: self.init(digit: 1, exponent: exponent + 1)
    }
  }

  package var size: Double { multiple(1) }

  /// The same, but 1 at least.
  package var whole: RoundStep {
    exponent < 0 ? RoundStep(digit: 1, exponent: 0) : self
  }

  /// So many steps, rounded once: three steps of 0.1 are 0.3.
  package func multiple(_ count: Double) -> Double {
    let power = pow(10, Double(abs(exponent)))
    return exponent < 0 ? count * Double(digit) / power : count * Double(digit) * power
  }
}
