package import Diagnostics
package import Language

/// Shows the rows and changes nothing.
///
/// Law: measuring never traps, at any size, and throws only for what the line asks wrongly (a
/// column that isn't there, a kind it can't show). Drawing never throws.
package protocol Look: Verb {
  func measure(_ subject: Subject, report: Report) throws(Diagnostic) -> any Measurement
}
