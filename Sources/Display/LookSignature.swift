import Diagnostics
import Language

extension Signature {
  /// A look's signature with what every look takes: `on=` and `where`.
  static func look(
    _ word: String,
    _ summary: String,
    positionals: [Positional] = [],
    options: [Option] = [],
    takesGroups: Bool = false,
    examples: [Example]
  ) -> Signature {
    Signature(
      word,
      .look,
      summary,
      positionals: positionals,
      options: options + [.view],
      takesGroups: takesGroups,
      takesCondition: true,
      examples: examples
    )
  }
}

extension Signature.Option {
  fileprivate static let view = Signature.Option(
    "on",
    .choice(["raw", "design"]),
    "the source columns, or the matrix a model gets; else the rows as the table steps leave them"
  )
}

extension ArgumentReader {
  /// Takes the option that chose the rows before the look was asked.
  mutating func takeView() throws(Diagnostic) {
    _ = try choice("on", among: ["raw", "design"])
  }
}
