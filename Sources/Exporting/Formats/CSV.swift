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
    guard let table = dossier.table else {
      throw Diagnostic(.internal, "a table was expected")
    }
    return try CSVWriter().text(of: table, report: report)
  }
}
