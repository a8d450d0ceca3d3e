import Diagnostics
import Tables

extension TableReader {
  /// A table or the error, to be compared.
  func result(
    _ bytes: [UInt8],
    report: Report = .silent
  ) -> Result<LoadedTable, Diagnostic> {
    result(MemorySource(name: "file", bytes: bytes), report: report)
  }

  func result(
    _ source: any ByteSource,
    report: Report = .silent
  ) -> Result<LoadedTable, Diagnostic> {
    do throws(Diagnostic) {
      return .success(try read(source, ReadingContext(report: report)))
    } catch {
      return .failure(error)
    }
  }
}
