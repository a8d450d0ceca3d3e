package import Diagnostics
package import Kernels
package import Language
package import Modelling
package import Pipelines
package import Tables

/// Everything that is known after a line: a value, kept with the line.
package struct Study: Sendable {
  package var source: Source?
  /// The rows and source columns.
  package var frame = Frame()
  /// Tables loaded beside the data, by name.
  package var tables: [String: Frame] = [:]
  /// The canonical lines that chose the rows, in order.
  package var populationLines: [String] = []

  package var target: TargetColumn?
  package var roles: [RoleColumn] = []
  package var split: Split?
  package var validation: Validation?
  /// The column of `validate column=`.
  package var foldColumn: HeldColumn?
  package var measures: [String] = []
  package var seed = 0
  package var bindings = Bindings()

  /// In the order in which they were opened; the first is `main`.
  package private(set) var recipes = [Recipe(name: "main")]
  package private(set) var currentRecipe = "main"
  /// The current recipe fitted to the training rows.
  package private(set) var view = RecipeView()

  package var candidates: [Candidate] = []
  package var chosen: ChosenPipeline?
  /// Looks that ran before a split, and so saw what became test rows.
  package var looksBeforeSplitCount = 0

  package init() {}

  /// Where the data came from.
  package struct Source: Sendable {
    /// As the line names it.
    package var path: String
    package var digest: SourceDigest

    package init(path: String, digest: SourceDigest) {
      self.path = path
      self.digest = digest
    }
  }

  package var baseSeed: Seed { Seed(seed) }

  /// - Throws: `.usage` before anything has been loaded.
  package func requireData() throws(Diagnostic) {
    guard source != nil else {
      throw Diagnostic(
        .usage,
        "nothing is loaded yet",
        try: "load \"samples/penguins_raw.csv\""
      )
    }
  }
}

extension Study {
  package var recipe: Recipe {
    recipes.first { $0.name == currentRecipe } ?? Recipe(name: currentRecipe)
  }

  package func recipe(named name: String) throws(Diagnostic) -> Recipe {
    guard let recipe = recipes.first(where: { $0.name == name }) else {
      throw .unknown("recipe", name, known: recipes.map(\.name))
    }
    return recipe
  }

  /// Opens a recipe, new or there already; a new one begins as `other` or empty.
  package mutating func openRecipe(
    _ name: String,
    from other: String?,
    report: Report
  ) throws(Diagnostic) {
    if let other {
      guard !recipes.contains(where: { $0.name == name }) else {
        throw Diagnostic(
          .usage,
          "there is already a recipe '\(name)', from= begins a new one",
          try: "recipe \(name)",
          subject: name
        )
      }
      recipes.append(Recipe(name: name, steps: try recipe(named: other).steps))
    } else if !recipes.contains(where: { $0.name == name }) {
      recipes.append(Recipe(name: name))
    }
    currentRecipe = name
    try refreshView(report: report)
  }

  /// Adds a step to the current recipe, fitted at once to the training rows.
  package mutating func append(_ step: RecipeStep, report: Report) throws(Diagnostic) {
    var step = step
    step.held = heldNames
    view = try view.appending(step, to: self, report: report)
    guard let place = recipes.firstIndex(where: { $0.name == currentRecipe }) else { return }
    recipes[place].append(step)
  }

  /// Fits the current recipe anew, after rows, target, roles or split have changed.
  package mutating func refreshView(report: Report) throws(Diagnostic) {
    view = try RecipeView(of: recipe, in: self, report: report)
  }
}

extension Study {
  /// Target, roles, split and folds under every name they have had: never features, never in "all".
  package var heldNames: Set<String> {
    var names: Set<String> = []
    for held in heldColumns { names.formUnion(held.aliases) }
    return names
  }

  package var heldColumns: [HeldColumn] {
    [target?.held, split?.held, foldColumn].compactMap(\.self) + roles.map(\.held)
  }

  /// Follows a rename of a held column.
  package mutating func renameHeld(_ pairs: [(old: String, new: String)]) {
    for (old, new) in pairs {
      if target?.held.column.name == old {
        target?.held.rename(to: new)
        target?.target.name = new
      }
      for index in roles.indices where roles[index].held.column.name == old {
        roles[index].held.rename(to: new)
      }
      if split?.held?.column.name == old { split?.held?.rename(to: new) }
      if foldColumn?.column.name == old { foldColumn?.rename(to: new) }
    }
  }

  /// Takes only these rows from here on, in this order.
  package mutating func selectRows(_ rows: [Int], report: Report) throws(Diagnostic) {
    try adopt(frame.rows(at: rows), from: rows, report: report)
  }

  /// Takes another table in place of the source columns, each of whose rows is one of the rows so
  /// far.
  package mutating func adopt(
    _ table: Frame,
    from rows: [Int],
    report: Report
  ) throws(Diagnostic) {
    frame = table
    target?.held.selectRows(rows)
    foldColumn?.selectRows(rows)
    for index in roles.indices { roles[index].held.selectRows(rows) }
    try refreshView(report: report)
  }
}
