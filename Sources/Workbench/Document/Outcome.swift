package import Display

/// What running a line gave.
package struct Outcome: Sendable {
  /// Nil for a line that has nothing to show (a text cell).
  package var measurement: (any Measurement)?
  package var warnings: [String]
  package var seconds: Double
  /// What the line is from now on, where running it settled something that the next run has to
  /// know; nil = as it was written. The interpreter puts the comment back behind it.
  package var line: String?

  package init(
    _ measurement: (any Measurement)? = nil,
    warnings: [String] = [],
    seconds: Double = 0,
    line: String? = nil
  ) {
    self.measurement = measurement
    self.warnings = warnings
    self.seconds = seconds
    self.line = line
  }
}
