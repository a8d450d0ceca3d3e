package import Diagnostics
import Specs

/// The chosen pipeline with all it has learned.
package enum Spec: Format {
  package static let word = "spec"
  package static let summary = "the chosen pipeline, for 'assay predict'"
  package static let source = Source.pipeline
  package static let ending = ".pipeline.json"

  package static func content(
    of dossier: Dossier,
    report: Report
  ) throws(Diagnostic) -> [UInt8] {
    guard let spec = dossier.spec else {
      throw Diagnostic(.internal, "a pipeline was expected")
    }
    return Array(spec.text.utf8)
  }
}
