package import Diagnostics
import Tables

/// An object in each line.
package enum JSONL: Format {
  package static let word = "jsonl"
  package static let summary = "the rows as JSON lines"
  package static let source = Source.table
  package static let ending = ".jsonl"

  package static func content(
    of dossier: Dossier,
    report: Report
  ) throws(Diagnostic) -> [UInt8] {
    try JSONLinesWriter().text(of: dossier.requireTable(), report: report)
  }

  package static func write(
    _ dossier: Dossier,
    to path: String,
    report: Report
  ) throws(Diagnostic) {
    try JSONLinesWriter().write(dossier.requireTable(), to: path, report: report)
  }
}
