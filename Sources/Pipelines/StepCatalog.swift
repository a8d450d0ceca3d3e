package import Diagnostics
package import Language
package import Tables

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
    Lookup.self,
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
  ///
  /// - Parameter tables: those beside the data; nil for a line that is only read, not to be fitted.
  package static func read(
    _ call: Call,
    tables: [String: Frame]? = nil
  ) throws(Diagnostic) -> RecipeStep {
    guard let type = step(named: call.verb) else {
      throw .unknown("step", call.verb, known: all.map { $0.signature.word })
    }
    let step = try type.step(call)
    guard let tables else { return RecipeStep(call: call, step: step) }
    return RecipeStep(call: call, step: try step.bound(to: tables))
  }
}
