package import Diagnostics
import Tables

/// A way to write what was found.
package protocol Format: Sendable {
  /// The word that is typed.
  static var word: String { get }
  static var summary: String { get }
  static var source: Source { get }
  /// What a path ends with by custom.
  static var ending: String { get }

  /// The file's content.
  static func content(of dossier: Dossier, report: Report) throws(Diagnostic) -> [UInt8]

  /// Replaces the file at once when all of it is written.
  static func write(_ dossier: Dossier, to path: String, report: Report) throws(Diagnostic)
}

extension Format {
  package static func write(
    _ dossier: Dossier,
    to path: String,
    report: Report
  ) throws(Diagnostic) {
    try AtomicFile.write(try content(of: dossier, report: report), to: path)
  }
}

/// What a format is made from.
package enum Source: Hashable, Sendable {
  case table
  /// The chosen pipeline.
  case pipeline
}

package enum FormatCatalog {
  package static let all: [any Format.Type] = [
    CSV.self,
    JSONL.self,
    Spec.self,
  ]

  package static func format(named word: String) throws(Diagnostic) -> any Format.Type {
    guard let format = all.first(where: { $0.word == word }) else {
      throw .unknown("format", word, known: all.map { $0.word })
    }
    return format
  }
}
