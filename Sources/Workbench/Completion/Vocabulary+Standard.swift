import Language
import Modelling

extension Vocabulary {
  /// Everything this program knows.
  package static var standard: Vocabulary {
    Vocabulary(
      signatures: VerbCatalog.verbs,
      models: Dictionary(VerbCatalog.models.map { ($0.word, $0) }) { first, _ in first },
      measures: MeasureCatalog.all.map { Signature.Choice($0.name, $0.summary) }
    )
  }
}
