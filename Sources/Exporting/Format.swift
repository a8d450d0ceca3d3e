package import Diagnostics

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
    Spec.self,
  ]

  package static func format(named word: String) throws(Diagnostic) -> any Format.Type {
    guard let format = all.first(where: { $0.word == word }) else {
      throw .unknown("format", word, known: all.map { $0.word })
    }
    return format
  }
}
