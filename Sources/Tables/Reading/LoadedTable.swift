/// A table as it was read, and what there is to say about how.
package struct LoadedTable: Sendable {
  package var frame: Frame
  /// Nil for a format that has none.
  package var dialect: CSVDialect?
  /// Whatever was guessed, repaired or left out, with the rows and columns it concerns.
  package var warnings: [String]
  package var source: SourceDigest

  package init(
    frame: Frame,
    dialect: CSVDialect? = nil,
    warnings: [String],
    source: SourceDigest
  ) {
    self.frame = frame
    self.dialect = dialect
    self.warnings = warnings
    self.source = source
  }

  /// Of the file's bytes, nil when it can't be read again.
  package var sha256: String? { source.sha256 }
}
