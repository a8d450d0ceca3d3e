import Diagnostics
import Language
import Testing

/// A small vocabulary with one verb of each form.
private let vocabulary: [String: Signature] = {
  let signatures = [
    Signature(
      "hist",
      .look,
      "counts per bin",
      positionals: [.init("column", .operands)],
      options: [
        .init("bins", .integer(1...1000), "how many"), .init("order", .expression, "sorted by"),
      ],
      takesGroups: true,
      takesCondition: true,
      examples: [.init("hist age", "")]
    ),
    Signature(
      "recode",
      .tableStep,
      "other levels",
      positionals: [.init("column", .columns), .init("pairs", .pairs)],
      examples: [.init("recode a x=y", "")]
    ),
    Signature(
      "derive",
      .tableStep,
      "a new column",
      tail: .definition,
      examples: [.init("derive a = b + 1", "")]
    ),
    Signature(
      "aggregate",
      .population,
      "figures of groups",
      positionals: [.init("figures", .definitions)],
      takesGroups: true,
      examples: []
    ),
    Signature("define", .question, "a function", tail: .function, examples: []),
    Signature("param", .question, "a value", tail: .parameter, examples: []),
    Signature("filter", .population, "rows", tail: .expression, examples: []),
    Signature(
      "split",
      .question,
      "parts",
      positionals: [.init("shares", .ratio)],
      options: [.init("seed", .integer(0...9), "")],
      takesCondition: true,
      examples: []
    ),
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

private func parse(_ line: String) throws(Diagnostic) -> ParsedCall {
  try CallParser.parse(line, signatures: vocabulary)
}

@Suite struct CallParserTests {
  @Test(
    arguments: [
      ("hist age", nil),
      ("hist   age  bins=20", "hist age bins=20"),
      ("hist (log(credit_amount)) by housing where age < 30", nil),
      ("hist `bill length` `age`", nil),
      ("hist bill_* -bill_depth :number :all -`x y`", nil),
      (
        "hist age where a == 1 and not b or c is not missing # why",
        "hist age where a = 1 and not b or c is not missing"
      ),
      ("hist age order=-abs(residual) by sex", nil),
      ("recode saving \"not_known\"=missing `a`=\"b c\" 1=2 0..17=child 18..=adult", nil),
      ("derive monthly = credit_amount / duration", nil),
      ("derive `my ``odd`` name` = (a + b) * c ^ 2 ^ d - -e", nil),
      ("define bmi(w, h) = w / h ^ 2", nil),
      ("param cut = 0.5", nil),
      ("param when = 2024-01-31", nil),
      ("filter day >= 2024-01-31T06:30:00Z and name in (\"a\", \"b\")", nil),
      ("split 60/20/20 seed=7", nil),
      ("split 0.5/0.5 where x not in (1, 2.5, -3)", nil),
      ("load \"../a \\\"b\\\" \\\\ c.csv\"", nil),
      ("train boost depth=3..10 rate=0.01..0.3 layers=64,32 as=boost@trees", nil),
      ("aggregate n=count() mean(price) spread=max(a) - min(a) (b + 1) by shop", nil),
      ("hist $column bins=$n where x > $cut", nil),
    ] as [(String, String?)]
  )
  func `prints what it read, in its canonical form`(line: String, canonical: String?) throws {
    let call = try parse(line).call
    #expect(call.text == canonical ?? line)
    #expect(try parse(call.text).call == call)
  }

  /// The place of the fault stands between the marks.
  @Test(
    arguments: [
      ("«hsit» age", "no verb 'hsit'", "hist"),
      ("hist age «bin»=3", "no option 'bin' of hist (known: bins, order)", "bins"),
      (
        "hist age where «»", "the expression ends where a column, a number or a text was expected",
        nil
      ),
      ("hist age where a < b «<» c", "comparisons can't be chained", "a < b and …"),
      ("hist «(»a + 1", "the parenthesis isn't closed", nil),
      ("load «samples/a.csv»", "a path stands in quotes", "\"samples/a.csv\""),
      ("load «\"a.csv»", "the text has no closing \"", "\"a.csv\""),
      ("filter «log»(a, b) > 1", "log takes 1 argument, found 2", "log(x)"),
      (
        "filter a = «3kg»", "'3kg' is neither a number nor a bare name (names begin with a letter)",
        "`3kg`"
      ),
      (
        "recode age «where» a = 1",
        "recode takes no 'where' (its form: recode [COLUMN…] [OLD=NEW…])", nil
      ),
      (
        "hist :«nmber»", "no kind 'nmber' (known: number, boolean, category, datetime, text, all)",
        ":number"
      ),
      ("hist age «bins=(a + 1)»", "bins= takes no expression, found (a + 1)", "bins=N"),
      ("hist age bins=2 «bins=3»", "bins= stands twice", nil),
    ] as [(String, String, String?)]
  )
  func `a fault names its place, what was found and what to type`(
    marked: String,
    message: String,
    hint: String?
  ) throws {
    let line = marked.filter { $0 != "«" && $0 != "»" }
    let scalars = Array(marked.unicodeScalars)
    let start = try #require(scalars.firstIndex(of: "«"))
    let end = try #require(scalars.firstIndex(of: "»")) - 1
    let fault = #expect(throws: Diagnostic.self) { try parse(line) }
    #expect(fault?.message == message)
    #expect(fault?.hint == hint)
    if !message.hasPrefix("bins=") && !message.hasPrefix("no kind") {
      #expect(fault?.span?.start == start)
      if !message.hasPrefix("no option") && !message.hasPrefix("comparisons") {
        #expect(fault?.span?.end == end)
      }
    }
  }

  @Test func `deep nesting is refused, not a crash`() {
    for opening in ["(", "-", "not ", "abs("] {
      let line = "filter " + String(repeating: opening, count: 100_000) + "a"
      #expect(throws: Diagnostic.self) { try parse(line) }
    }
  }

  @Test func `a million odd bytes are refused, not a crash`() {
    for line in [
      "", " ", "#", "\\", "hist \\", "hist =", "hist a=", "hist ..", "hist 1..",
      "hist -", "hist :", "hist $", "derive", "derive =", "define f", "define f(", "param x",
      "filter", "filter )", "hist by", "hist a by", "hist a,b", "hist 1/", "hist \u{0} a",
      "hist \u{301}", "split 1/2/", String(repeating: "hist ", count: 10_000),
    ] {
      _ = try? parse(line)
    }
  }
}
