package import Diagnostics
import Tables

/// Comma-separated rows with a header line.
package enum CSV: Format {
  package static let word = "csv"
  package static let summary = "the rows as comma-separated text"
  package static let source = Source.table
  package static let ending = ".csv"

  package static func content(
    of dossier: Dossier,
    report: Report
  ) throws(Diagnostic) -> [UInt8] {
    try CSVWriter().text(of: dossier.requireTable(), report: report)
  }

  package static func write(
    _ dossier: Dossier,
    to path: String,
    report: Report
  ) throws(Diagnostic) {
    try CSVWriter().write(dossier.requireTable(), to: path, report: report)
  }
}
