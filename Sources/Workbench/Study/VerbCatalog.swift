import Display
package import Language
import Modelling
import Pipelines

/// Everything that can be typed.
package enum VerbCatalog {
  /// Every verb by its word.
  package static let verbs: [String: Signature] = {
    var verbs: [String: Signature] = [:]
    for signature in all { verbs[signature.word] = signature }
    return verbs
  }()

  /// In the order of the groups, within a group by word.
  package static let all: [Signature] = {
    let signatures =
      CommandCatalog.all.map { $0.signature } + StepCatalog.all.map { $0.signature }
      + LookCatalog.all.map { $0.signature }
    let order = Signature.Group.allCases
    return signatures.sorted { a, b in
      let (first, second) = (order.firstIndex(of: a.group) ?? 0, order.firstIndex(of: b.group) ?? 0)
      return first != second ? first < second : a.word < b.word
    }
  }()

  /// The kinds of model, whose options `train` takes.
  package static let models: [Signature] = ModelCatalog.all.map { $0.signature }
}
