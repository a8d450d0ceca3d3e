package import Display

/// What running a line gave.
package struct Outcome: Sendable {
  /// Nil for a line that has nothing to show (a text cell).
  package var measurement: (any Measurement)?
  package var warnings: [String]
  package var seconds: Double

  package init(
    _ measurement: (any Measurement)? = nil,
    warnings: [String] = [],
    seconds: Double = 0
  ) {
    self.measurement = measurement
    self.warnings = warnings
    self.seconds = seconds
  }
}
