package import Diagnostics
package import Language

/// Every kind of model, by the word that is typed.
package enum ModelCatalog {
  package static let all: [any Model.Type] = [
    Baseline.self,
    Forest.self,
    Linear.self,
    Logistic.self,
    Ridge.self,
    Tree.self,
  ]

  package static var words: [String] { all.map { $0.signature.word } }

  package static func model(named word: String) throws(Diagnostic) -> any Model.Type {
    guard let type = all.first(where: { $0.signature.word == word }) else {
      throw .unknown("model", word, known: words)
    }
    return type
  }

  /// A model from its own line, such as `forest trees=200`.
  package static func read(_ call: Call) throws(Diagnostic) -> any Model {
    try model(named: call.verb).model(call)
  }
}
