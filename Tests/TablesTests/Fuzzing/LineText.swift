import Kernels
import Language

/// Makes text that is mostly a line of the language, with verbs of every form.
struct LineText {
  private var generator: RandomGenerator

  init(_ generator: RandomGenerator) { self.generator = generator }

  mutating func text() -> String {
    var expressions = ExpressionText(RandomGenerator(seed: Seed(generator.next())))
    let verb = generator.one(of: Self.vocabulary.keys.sorted() + ["nothing"])
    var parts = [verb]
    if let tail = Self.vocabulary[verb]?.tail {
      switch tail {
      case .none: break
      case .expression: parts.append(expressions.text())
      case .definition, .computation: parts.append("x = \(expressions.text())")
      case .function: parts.append("f(a, b) = \(expressions.text())")
      case .parameter: parts.append("p = \(generator.one(of: Self.words))")
      }
    }
    if verb == "aggregate" {
      for _ in 0..<generator.within(1...3) { parts.append(generator.one(of: Self.figures)) }
    }
    for _ in 0..<generator.below(4) { parts.append(generator.one(of: Self.words)) }
    if generator.chance(0.3) { parts.append("bins=\(generator.one(of: Self.values))") }
    if verb == "hist" || verb == "compute", generator.chance(0.2) {
      parts.append("order=\(expressions.text())")
    }
    if generator.chance(0.3) { parts.append("by \(generator.one(of: Self.words))") }
    if generator.chance(0.3) { parts.append("where \(expressions.text())") }
    if generator.chance(0.2) { parts.append("# remark") }
    return parts.joined(separator: generator.one(of: [" ", "  ", "\t", " \\\n "]))
  }

  private static let words = [
    "age", "`a b`", "bill_*", ":number", ":all", ":nothing", "-name", "--", "12", "-3", "0.5",
    "0..120", "..5", "5..", "1,2,3", "60/20/20", "\"text\"", "\"un\\closed", "2024-01-31", "a=b",
    "a=missing", "\"x\"=5", "1..2=low", "$p", "(", "(a + 1)", "yes", "é", "x=", "=", "path/to", "#",
  ]

  private static let figures = [
    "n=count()", "total=sum(price)", "mean(price)", "`a b`=max(x)-min(x)", "q=median(x)/2", "n=",
    "=n",
  ]

  private static let values = words.filter { $0 != "(a + 1)" }

  /// One verb of each form.
  static let vocabulary: [String: Signature] = {
    let signatures = [
      Signature(
        "hist",
        .look,
        "counts",
        positionals: [.init("column", .operands)],
        options: [
          .init("bins", .integer(1...1000), "how many"), .init("order", .expression, "sorted by"),
        ],
        takesGroups: true,
        takesCondition: true,
        examples: []
      ),
      Signature(
        "recode",
        .tableStep,
        "levels",
        positionals: [.init("column", .columns), .init("pairs", .pairs)],
        examples: []
      ),
      Signature(
        "split",
        .question,
        "parts",
        positionals: [.init("shares", .ratio)],
        options: [.init("bins", .list, "")],
        takesCondition: true,
        examples: []
      ),
      Signature("derive", .tableStep, "a column", tail: .definition, examples: []),
      Signature(
        "compute",
        .population,
        "a column from other rows",
        options: [.init("order", .expression, "")],
        tail: .computation,
        takesGroups: true,
        examples: []
      ),
      Signature(
        "aggregate",
        .population,
        "figures",
        positionals: [.init("figures", .definitions)],
        takesGroups: true,
        examples: []
      ),
      Signature("define", .question, "a function", tail: .function, examples: []),
      Signature("param", .question, "a value", tail: .parameter, examples: []),
      Signature("filter", .population, "rows", tail: .expression, examples: []),
      Signature("load", .population, "a file", positionals: [.init("file", .text)], examples: []),
      Signature(
        "train",
        .modelling,
        "fit",
        positionals: [.init("model", .names)],
        takesForeignOptions: true,
        examples: []
      ),
    ]
    return Dictionary(uniqueKeysWithValues: signatures.map { ($0.word, $0) })
  }()
}
