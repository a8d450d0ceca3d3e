/// A table as it was read, and what there is to say about how.
package struct LoadedTable: Sendable {
  package var frame: Frame
  package var dialect: CSVDialect
  /// Whatever was guessed, repaired or left out, with the rows and columns it concerns.
  package var warnings: [String]
  package var source: SourceBytes

  /// Of the file's bytes, computed when first asked for.
  package var sha256: String { source.sha256 }
}
