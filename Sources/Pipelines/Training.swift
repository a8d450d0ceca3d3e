package import Diagnostics
package import Kernels
package import Language
package import Tables

/// What a step learns from: the training rows as the steps before it leave them, marked rows left
/// out.
package struct Training: Sendable {
  package var frame: Frame
  /// Target, roles and split: a step may name none of them and "all" never means them.
  package var held: Set<String>
  /// The step's own seed.
  package var seed: Seed

  package init(frame: Frame, held: Set<String> = [], seed: Seed = Seed(0)) {
    self.frame = frame
    self.held = held
    self.seed = seed
  }

  /// The columns a step is told to change.
  ///
  /// - Parameter usable: what "none named" stands for.
  /// - Throws: `.usage` when a held column is named.
  package func columns(
    _ selection: ColumnSelection,
    usable: (ColumnSelection.Candidate) -> Bool = { _ in true }
  ) throws(Diagnostic) -> [String] {
    let names = try selection.resolve(in: frame.candidates(roles: held), usable: usable)
    if let name = names.first(where: held.contains) { throw .held(name) }
    return names
  }

  /// The same, each of one of these kinds.
  package func columns(
    _ selection: ColumnSelection,
    of kinds: Set<ColumnKind>,
    for verb: String
  ) throws(Diagnostic) -> [String] {
    let names = try columns(selection) { kinds.contains($0.kind) }
    for name in names {
      let kind = try frame.column(named: name).kind
      guard kinds.contains(kind) else {
        let wanted = kinds.map(\.rawValue).sorted().joined(separator: " or ")
        throw Diagnostic(
          .data,
          "\(verb) takes \(wanted) columns, '\(name)' is \(kind.withArticle)",
          try: Self.remedy(for: verb, of: kinds, name: name, kind: kind),
          subject: name
        )
      }
    }
    return names
  }

  /// The line that brings a column of this kind to where the verb can take it.
  private static func remedy(
    for verb: String,
    of kinds: Set<ColumnKind>,
    name: String,
    kind: ColumnKind
  ) -> String? {
    let name = Words.quotedName(name)
    if kinds.contains(.category) { return "type category \(name)" }
    if verb.hasPrefix("impute") { return "impute mode \(name)" }
    if verb == "scale", kind == .category { return "encode onehot \(name)" }
    return kind == .text ? "type number \(name)" : nil
  }
}

extension Diagnostic {
  package static func held(_ name: String) -> Diagnostic {
    Diagnostic(
      .usage,
      "'\(name)' is the target, has a role or makes split or folds: it stays as it was at that line",
      try: "put this line above the one that names it",
      subject: name
    )
  }
}
