/// What a verb understands: the one description from which parsing, completion, help, the
/// reference page and error messages come.
package struct Signature: Hashable, Sendable {
  /// The word that is typed.
  package var word: String
  package var group: Group
  /// One sentence without a full stop.
  package var summary: String
  package var positionals: [Positional]
  package var options: [Option]
  package var tail: Tail
  package var takesGroups: Bool
  package var takesCondition: Bool
  /// Options that aren't listed here belong to what the positionals name (a model's, say).
  package var takesForeignOptions: Bool
  package var examples: [Example]

  package init(
    _ word: String,
    _ group: Group,
    _ summary: String,
    positionals: [Positional] = [],
    options: [Option] = [],
    tail: Tail = .none,
    takesGroups: Bool = false,
    takesCondition: Bool = false,
    takesForeignOptions: Bool = false,
    examples: [Example]
  ) {
    self.word = word
    self.group = group
    self.summary = summary
    self.positionals = positionals
    self.options = options
    self.tail = tail
    self.takesGroups = takesGroups
    self.takesCondition = takesCondition
    self.takesForeignOptions = takesForeignOptions
    self.examples = examples
  }

  /// The kinds of verb, in the order in which a study uses them.
  package enum Group: String, Hashable, Sendable, CaseIterable {
    case population = "rows and source columns"
    case question = "the question"
    case tableStep = "table steps"
    case designStep = "design steps"
    case look = "looks"
    case modelling = "models"
    case model = "kinds of model"
    case output = "outputs"
  }

  package struct Positional: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      /// One of these words.
      case method([Choice])
      /// Names, globs, kinds, exclusions.
      case columns
      case column
      /// Columns, or expressions in parentheses.
      case operands
      /// A new name.
      case name
      /// A path or another text in quotes.
      case text
      case number
      case ratio
      /// `OLD=NEW`
      case pairs
      /// Names of things the study holds: recipes, candidates.
      case names
      /// A table beside the data, by the name it was loaded as.
      case table
      /// `NAME=EXPR` or `EXPR`, without blanks around the equals sign.
      case definitions
    }

    package var name: String
    package var kind: Kind
    package var isRequired: Bool

    package init(_ name: String, _ kind: Kind, isRequired: Bool = false) {
      self.name = name
      self.kind = kind
      self.isRequired = isRequired
    }
  }

  /// A word among several, with what it means.
  package struct Choice: Hashable, Sendable {
    package var word: String
    package var summary: String

    package init(_ word: String, _ summary: String) {
      self.word = word
      self.summary = summary
    }
  }

  package struct Option: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case integer(ClosedRange<Int>)
      case number(ClosedRange<Double>)
      case choice([String])
      /// yes or no
      case flag
      case name
      case text
      /// A level or another plain value.
      case value
      case list
      case range
      /// A column or an expression.
      case expression
      case column
      /// Columns of two tables: `KEY` or `LEFT=RIGHT`, with commas between.
      case keys
    }

    package var name: String
    package var kind: Kind
    /// What it is when left out, as text; nil where there is no default.
    package var standard: String?
    package var summary: String

    package init(_ name: String, _ kind: Kind, standard: String? = nil, _ summary: String) {
      self.name = name
      self.kind = kind
      self.standard = standard
      self.summary = summary
    }
  }

  package enum Tail: Hashable, Sendable {
    case none
    /// `NAME = EXPR`
    case definition
    /// `NAME = EXPR`, whose functions may look at other rows.
    case computation
    /// `NAME(a, b) = EXPR`
    case function
    /// `NAME = VALUE`
    case parameter
    /// `EXPR`
    case expression
  }

  package struct Example: Hashable, Sendable {
    package var line: String
    package var meaning: String

    package init(_ line: String, _ meaning: String) {
      self.line = line
      self.meaning = meaning
    }
  }
}

extension Signature {
  /// Whether the functions of its expressions may look at other rows.
  package var looksAcrossRows: Bool {
    tail == .computation || positionals.contains { $0.kind == .definitions }
  }

  package func option(named name: String) -> Option? { options.first { $0.name == name } }

  /// One line that shows the form: `impute METHOD COLUMN… [value=…]`.
  package var usage: String {
    var parts = [word]
    switch tail {
    case .none: break
    case .definition, .computation: parts.append("NAME = EXPR")
    case .function: parts.append("NAME(a, b) = EXPR")
    case .parameter: parts.append("NAME = VALUE")
    case .expression: parts.append("EXPR")
    }
    for positional in positionals {
      let form = positional.form
      parts.append(positional.isRequired ? form : "[\(form)]")
    }
    parts += options.map { "[\($0.name)=\($0.form)]" }
    if takesForeignOptions { parts.append("[OPTION=…]") }
    if takesGroups { parts.append("[by COLUMN…]") }
    if takesCondition { parts.append("[where EXPR]") }
    return parts.joined(separator: " ")
  }
}

extension Signature.Positional {
  /// The positional in capitals, or its words.
  package var form: String {
    switch kind {
    case .method(let choices) where choices.count <= 6:
      choices.map(\.word).joined(separator: "|")
    case .method: name.uppercased()
    case .columns: "COLUMN…"
    case .operands: "COLUMN…"
    case .column: "COLUMN"
    case .name, .text, .number, .ratio: name.uppercased()
    case .pairs: "OLD=NEW…"
    case .names: name.uppercased() + "…"
    case .table: name.uppercased()
    case .definitions: "[NAME=]EXPR…"
    }
  }
}

extension Signature.Option {
  package var form: String {
    if let standard { return standard }
    return switch kind {
    case .integer, .number: "N"
    case .choice(let words): words.joined(separator: "|")
    case .flag: "yes|no"
    case .name: "NAME"
    case .text: "\"…\""
    case .value: "VALUE"
    case .list: "A,B"
    case .range: "A..B"
    case .expression: "EXPR"
    case .column: "COLUMN"
    case .keys: "KEY[=KEY],…"
    }
  }
}
