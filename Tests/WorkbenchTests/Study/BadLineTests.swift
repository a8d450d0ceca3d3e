import Diagnostics
import Foundation
import Language
import Learning
import Modelling
import Pipelines
import Tables
import TestSupport
import Testing
import Workbench

/// A wrong line: what was found, what was expected, where, and what to type; the study as before.
@Suite struct BadLineTests {
  /// A line, the text its span covers, and the hint.
  static let misspelt: [(line: String, place: String, hint: String)] = [
    ("descibe age", "descibe", "describe"),
    ("describe agee", "agee", "age"),
    ("hist (log(agee))", "agee", "age"),
    ("hist (lgo(age))", "lgo", "log"),
    ("filter agee > 3", "agee", "age"),
    ("derive x = age + agee", "agee", "age"),
    ("impute medain age", "medain", "median"),
    ("impute median :numbr", ":numbr", ":number"),
    ("drop credit_amuont*", "credit_amuont*", "credit_amount"),
    ("train forrest", "forrest", "forest"),
    ("measure roc_acu", "roc_acu", "roc_auc"),
    ("export cvs \"x.csv\"", "cvs", "csv"),
    ("role grup age", "grup", "group"),
    ("recipe trees from=mian", "mian", "main"),
    ("set seed=x", "seed=x", "seed=0"),
    ("validate kfold folds=1", "folds=1", "folds=5"),
    ("target risk positive=7", "7", "0"),
    ("freq agge", "agge", "age"),
    ("hist age by sexx", "sexx", "sex"),
    ("hist age where agee > 3", "agee", "age"),
    (
      "load samples/german_credit.csv", "samples/german_credit.csv",
      "\"samples/german_credit.csv\""
    ),
    (
      "load \"samples/german_credt.csv\"", "\"samples/german_credt.csv\"",
      "\"samples/german_credit.csv\""
    ),
    ("rename agee=x", "agee", "age"),
    ("describe `agee`", "`agee`", "age"),
    ("split 60/20/20 sed=7", "sed", "seed"),
    ("head 20 ordr=age", "ordr", "order"),
    ("train forest tress=10", "tress", "trees"),
    ("train logistic penalty=l3", "penalty=l3", "penalty=l2"),
    ("impute constant job valu=3", "valu", "value"),
    ("type nmber sex", "nmber", "number"),
    ("validate kfld", "kfld", "kfold"),
    ("evaluate tset", "tset", "test"),
  ]

  private func session() throws -> Lines {
    try Lines("load \"samples/german_credit.csv\"\ntarget risk\nsplit 60/20/20\ndrop :category")
  }

  private func plain() throws -> Lines { try Lines("load \"samples/german_credit.csv\"") }

  @Test(arguments: misspelt)
  func `a misspelt word is marked, and the hint in its place is right`(
    line: String,
    place: String,
    hint: String
  ) throws {
    let needsTarget = ["train", "evaluate", "choose"].contains(String(line.prefix { $0 != " " }))
    let lines = needsTarget ? try session() : try plain()
    let fault = try #require(lines.fault(line))
    let span = try #require(fault.span, "\(fault)")
    let scalars = Array(line.unicodeScalars)
    var marked = ""
    marked.unicodeScalars.append(contentsOf: scalars[span.start..<span.end])
    #expect(marked == place, "\(fault)")
    #expect(fault.hint == hint, "\(fault)")
    var mended = String.UnicodeScalarView(scalars[..<span.start])
    mended.append(contentsOf: hint.unicodeScalars)
    mended.append(contentsOf: scalars[span.end...])
    // Evaluating and the like still need what no spelling gives.
    if let left = lines.fault(String(mended)) {
      #expect(left.message != fault.message && left.span != fault.span, "\(mended): \(left)")
    }
  }

  @Test(arguments: [
    "", " ", "#", "42", "by", "where", "\"", "`", "(", "=", "drop", "drop -", "drop --age", "keep",
    "filter", "filter age >", "filter age ** 2", "filter (age", "filter age)", "derive", "derive x",
    "derive x =", "derive = 3", "rename age", "rename age=", "recode age", "recode age x",
    "describe age where", "hist age by", "hist age by where", "split", "split 60", "split a/b",
    "split 0/0/0", "split 60/20/20/20", "split -1/2", "split test", "sample", "sample -1",
    "sample 1e9", "sample share=2", "validate", "validate column=", "validate folds=3", "measure",
    "recipe", "role", "role id", "param", "param p", "define", "define f", "define f(x)",
    "define f(x) =", "define f(x, = 3", "export", "export spec", "export csv x.csv", "train",
    "train recipe=", "choose", "set", "impute", "impute constant age", "impute mean age value=3",
    "clip", "clip iqr age k=", "clip range age", "mask", "mask age", "exclude", "encode", "scale",
    "type", "type number", "filter age = \"x\"", "filter sex > 3", "filter age + 3",
    "filter unknown(age)", "filter $nothing > 3", "hist (age", "head -5", "corr sex", "scatter age",
    "scale standard sex", "encode onehot age", "impute mean sex", "clip iqr sex", "train linear",
    "drop :nothing", "load \"\"", "load \"samples\"", "load \"/dev/null\"", "load \"\u{0}\"",
    "predict \"samples\"", "evaluate where", "describe age age=3", "describe age on=nothing",
  ])
  func `any broken line has a clear fault and changes nothing`(line: String) throws {
    let lines = try plain()
    let before = lines.study.view.frame
    guard let fault = lines.fault(line) else { return }
    #expect(!fault.message.isEmpty && fault.message.last != ".")
    #expect(fault.message.first?.isUppercase != true, "\(fault.message)")
    #expect(fault.kind != .internal, "\(fault)")
    if let span = fault.span { #expect(span.end <= line.unicodeScalars.count, "\(fault)") }
    #expect(lines.study.view.frame == before)
    let text = fault.text(line: line, place: "here:1")
    #expect(text.hasPrefix("here:1"))
  }

  @Test(arguments: [
    ("choose best", "target sex"), ("compare", "target sex"), ("train tree", "target sex"),
    ("evaluate", "target sex"), ("predict", "target sex"), ("export spec \"a.json\"", "target sex"),
  ])
  func `what comes too early says what to type first, and that runs`(
    line: String,
    hint: String
  ) throws {
    var lines = try plain()
    let fault = try #require(lines.fault(line))
    #expect(fault.hint == hint)
    try lines.run(hint)
    let next = try #require(lines.fault(line)?.hint ?? "drop :category")
    if next.hasPrefix("train") { try lines.run(next) }
  }

  @Test func `before anything is loaded every verb says so`() throws {
    let lines = try Lines()
    for signature in VerbCatalog.all {
      let line = signature.examples[0].line
      guard !["load", "param", "define", "set"].contains(signature.word) else { continue }
      let fault = try #require(lines.fault(line), "\(line)")
      #expect(fault.message == "nothing is loaded yet", "\(line): \(fault.message)")
    }
  }

  @Test(arguments: [
    String(repeating: "(", count: 100_000) + "age",
    "age" + String(repeating: "+1", count: 50_000),
    "age" + String(repeating: "^2", count: 50_000),
    "age > " + String(repeating: "-", count: 50_000) + "1",
    String(repeating: "not ", count: 50_000) + "age > 1",
    "age in (" + String(repeating: "1,", count: 50_000) + "1)",
    String(repeating: "age > 1 and ", count: 20_000) + "age > 1",
    String(repeating: "log(", count: 50_000) + "age",
  ])
  func `an expression beyond all measure is refused or runs`(expression: String) throws {
    let lines = try plain()
    _ = lines.fault("filter " + expression)
    _ = lines.fault("hist (" + expression + ")")
  }

  @Test func `other hostile lines are refused or run`() throws {
    let lines = try plain()
    _ = lines.fault("drop " + String(repeating: "-", count: 100_000) + "age")
    _ = lines.fault("drop " + String(repeating: "age ", count: 20_000))
    _ = lines.fault("split " + String(repeating: "1/", count: 20_000) + "1")
    _ = lines.fault("drop " + String(repeating: "*a", count: 3000))
    _ = lines.fault("param p = " + String(repeating: "1,", count: 20_000) + "1")
  }
}
