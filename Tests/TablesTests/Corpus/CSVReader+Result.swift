import Diagnostics
import Tables

extension CSVReader {
  /// A table or the error, to be compared.
  func result(
    _ bytes: [UInt8],
    path: String = "file.csv",
    report: Report = .silent
  ) -> Result<LoadedTable, Diagnostic> {
    do throws(Diagnostic) {
      return .success(try read(bytes, path: path, report: report))
    } catch {
      return .failure(error)
    }
  }
}
