package import Diagnostics
package import Language

/// Every step, by the word that is typed.
package enum StepCatalog {
  package static let all: [any Step.Type] = [
    Clip.self,
    Derive.self,
    Drop.self,
    Encode.self,
    Exclude.self,
    Impute.self,
    Keep.self,
    Mask.self,
    Recode.self,
    Rename.self,
    Scale.self,
    Type.self,
  ]

  package static func step(named word: String) -> (any Step.Type)? {
    all.first { $0.signature.word == word }
  }

  /// Reads a bound call into a step of a recipe.
  package static func read(_ call: Call) throws(Diagnostic) -> RecipeStep {
    guard let type = step(named: call.verb) else {
      throw .unknown("step", call.verb, known: all.map { $0.signature.word })
    }
    return RecipeStep(call: call, step: try type.step(call))
  }
}
