/// A table as it was read, and what there is to say about how.
package struct LoadedTable: Sendable {
  package var frame: Frame
  /// Nil for a format that has none.
  package var dialect: CSVDialect?
  /// Whatever was guessed, repaired or left out, with the rows and columns it concerns.
  package var warnings: [String]
  package var source: SourceDigest
  /// Someone had seen enough, and the source has more rows.
  package var isCutShort: Bool

  package init(
    frame: Frame,
    dialect: CSVDialect? = nil,
    warnings: [String],
    source: SourceDigest,
    isCutShort: Bool = false
  ) {
    self.frame = frame
    self.dialect = dialect
    self.warnings = warnings
    self.source = source
    self.isCutShort = isCutShort
  }

  /// Of the file's bytes, nil when it can't be read again.
  package var sha256: String? { source.sha256 }
}
