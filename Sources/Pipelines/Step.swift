package import Diagnostics
import Glibc
package import Language
package import Learning
package import Tables

/// A specification of what to do to columns; fitting it to training rows gives another type, which
/// can only be applied.
///
/// Law: the fitted step keeps the number and the order of rows, and looks at one row at a time.
package protocol Step: Verb {
  associatedtype Fitted: FittedStep

  /// Whether the fitted step depends on the training rows' values; what only reads each cell for
  /// itself does not.
  var learns: Bool { get }

  /// The step with the tables beside the data that it names; it keeps what they are at its line.
  func bound(to tables: [String: Frame]) throws(Diagnostic) -> Self

  /// Tells apart steps of the same line that are bound to different tables; empty for most.
  var boundDigest: String { get }

  /// - Throws: when a named column is absent or of a kind the step can't take, or when the training
  ///   rows hold nothing to learn from.
  func fit(to training: Training, report: Report) throws(Diagnostic) -> Fitted
}

extension Step {
  package var learns: Bool { false }

  package func bound(to tables: [String: Frame]) throws(Diagnostic) -> Self { self }

  package var boundDigest: String { "" }

  /// The step that a bound call means.
  static func step(_ call: Call) throws(Diagnostic) -> any Step { try read(call) }

  /// Design steps run after all table steps and make the model's matrix.
  package static var makesDesign: Bool { signature.group == .designStep }
}

/// A step that has learned. Its numbers are what a pipeline's spec stores of it.
package protocol FittedStep: Codable, Sendable {
  /// Its part of the scoring graph.
  var operations: [Operation] { get }

  /// What it learned, in a few words a column.
  var findings: [Finding] { get }

  /// Whether its numbers belong together. Asked of a step that was read from a file, before its
  /// operations are.
  var isSound: Bool { get }

  /// Rows to be left out of later fits and of looks; they are still scored. Nil for a step that
  /// marks none.
  func marks(in frame: Frame) throws(Diagnostic) -> [Bool]?
}

extension FittedStep {
  package var findings: [Finding] { [] }

  package var isSound: Bool { true }

  package func marks(in frame: Frame) throws(Diagnostic) -> [Bool]? { nil }
}

/// A learned fact about a column, such as `median 38.5`.
package struct Finding: Hashable, Sendable, Codable {
  package var column: String
  package var text: String

  package init(_ column: String, _ text: String) {
    self.column = column
    self.text = text
  }
}

extension Finding {
  /// Five significant digits, to be read; the fitted step has them all.
  static func number(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return Value.plainText(of: value) }
    let decimals = 4 - floor(log10(abs(value)))
    guard decimals > 0, decimals < 300 else { return Value.plainText(of: value.rounded()) }
    let scale = pow(10, decimals)
    return Value.plainText(of: (value * scale).rounded() / scale)
  }

  static func value(_ value: Value) -> String {
    if case .number(let number) = value { Finding.number(number) } else { value.plainText }
  }
}
