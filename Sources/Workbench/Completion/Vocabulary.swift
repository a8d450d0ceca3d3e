package import Language

/// Every word the language knows, from the signatures alone: what completion and help offer.
package struct Vocabulary: Sendable {
  /// Every verb by its word.
  package var signatures: [String: Signature]
  /// The kinds of model by their words: what `train` takes, with their own options.
  package var models: [String: Signature]
  /// What `measure` takes, where its signature doesn't list them.
  package var measures: [Signature.Choice]

  package init(
    signatures: [String: Signature],
    models: [String: Signature] = [:],
    measures: [Signature.Choice] = []
  ) {
    self.signatures = signatures
    self.models = models
    self.measures = measures
  }

  /// The verbs in the order in which a study uses them, by word inside a group.
  package var verbs: [Signature] { Self.ordered(signatures) }

  /// The kinds of model, by word.
  package var modelSignatures: [Signature] { Self.ordered(models) }

  private static func ordered(_ signatures: [String: Signature]) -> [Signature] {
    let places = Dictionary(
      uniqueKeysWithValues: Signature.Group.allCases.enumerated().map { ($1, $0) }
    )
    return signatures.values.sorted {
      let first = places[$0.group] ?? 0
      let second = places[$1.group] ?? 0
      return (first, $0.word) < (second, $1.word)
    }
  }
}
