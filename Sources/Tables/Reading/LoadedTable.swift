/// A table as it was read, and what there is to say about how.
package struct LoadedTable: Sendable {
  package var frame: Frame
  package var dialect: CSVDialect
  /// Whatever was guessed, repaired or left out, with the rows and columns it concerns.
  package var warnings: [String]
  package var source: SourceDigest

  /// Of the file's bytes; nil when it was changed since it was read.
  package var sha256: String? { source.sha256 }
}
