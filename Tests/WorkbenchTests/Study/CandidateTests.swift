import Diagnostics
import Language
import Learning
import Modelling
import Pipelines
import Tables
import Testing
import Workbench

/// Candidates: names, boards, scores, choosing.
@Suite struct CandidateTests {
  private static let start = """
    load "samples/german_credit.csv"
    target risk positive=0
    split 60/20/20 seed=7
    drop :category
    """

  @Test func `names tell model and recipe, and the same plan keeps its name`() throws {
    var lines = try Lines("\(Self.start)\ntrain tree")
    try lines.run("train tree")
    try lines.run("train tree depth=3")
    try lines.run("train tree depth=4 as=small")
    try lines.run("recipe other from=main")
    try lines.run("drop age")
    try lines.run("train tree")
    try lines.run("train tree recipe=main")
    let names = try lines.run("compare")["models"].items.compactMap { $0["name"].string }
    #expect(Set(names) == ["tree", "tree_2", "small", "tree@other"])
    #expect(lines.fault("train baseline as=small")?.hint == "as=small_2")
    #expect(
      lines.fault("train tree forest depth=3")?.message == "depth= goes with one model, found 2"
    )
  }

  @Test func `a new measure scores again without fitting`() throws {
    var lines = try Lines("\(Self.start)\nmeasure accuracy\ntrain tree baseline")
    let folds = lines.study.candidates.map { $0.folds.map(\.fitSeconds) }
    try lines.run("measure roc_auc log_loss")
    let board = try lines.run("compare")
    #expect(board["measure"].string == "roc_auc" && board["direction"].string == "higher")
    #expect(lines.study.candidates.map { $0.folds.map(\.fitSeconds) } == folds)
    let tree = board["models"].items.first { $0["name"].string == "baseline" }
    #expect(tree?["score", "mean"].double == 0.5)
    #expect(tree?["scores", "log_loss", "mean"].double != nil)
  }

  @Test func `the first measure ranks and decides which is best`() throws {
    var lines = try Lines("\(Self.start)\ntrain baseline tree forest")
    let ranked = try lines.run("compare")["models"].items.compactMap { $0["name"].string }
    #expect(try lines.run("choose best")["model"].string == ranked[0])
    #expect(ranked.last == "tree")
    try lines.run("measure recall")
    let best = try lines.run("compare")["models", "0", "name"].string
    #expect(try lines.run("choose best")["model"].string == best)
    #expect(best != "baseline")
  }

  @Test func `each setting has its own board`() throws {
    var lines = try Lines("\(Self.start)\ntrain tree")
    try lines.run("validate kfold folds=3")
    let fault = try #require(lines.fault("compare"))
    #expect(fault.message.contains("validation have changed"))
    try lines.run("train baseline")
    #expect(try lines.run("compare")["models"].items.count == 1)
    #expect(
      lines.warnings == ["1 candidates were scored on other rows and stand on another board"]
        || lines.warnings.first?.contains("another board") == true
    )
    try lines.run("validate holdout")
    #expect(try lines.run("compare")["models", "0", "name"].string == "tree")
  }

  @Test func `without validation rows or line, five folds are drawn and said`() throws {
    var lines = try Lines("load \"samples/german_credit.csv\"\ntarget risk\ndrop :category")
    let board = try lines.run("train baseline tree")
    #expect(board["validation"].string == "kfold folds=5")
    #expect(
      lines.warnings == [
        "no validation part and no 'validate': 5 folds over all rows that aren't test"
      ]
    )
    #expect(board["models", "0", "score", "values"].items.count == 5)
    try lines.run("train linear as=x".replacing("linear", with: "logistic"))
    #expect(lines.warnings.isEmpty)
  }

  @Test func `choosing keeps the fit under holdout, refits on request and under folds`() throws {
    var lines = try Lines("\(Self.start)\ntrain baseline")
    #expect(try lines.run("choose best")["refitted"].bool == false)
    let kept = try lines.run("predict")["values", "1"].doubles[0]
    #expect(try lines.run("choose best refit=yes")["refitted"].bool == true)
    #expect(lines.warnings.count == 1)
    let risks = try lines.study.frame.column(named: "risk").numbers()
    func share(_ part: Split.Part...) -> Double {
      let rows = part.flatMap { lines.study.split?.rows($0) ?? [] }
      return rows.map { 1 - risks[$0] }.reduce(0, +) / Double(rows.count)
    }
    #expect(abs(kept - share(.train)) < 1e-12)
    let refitted = try lines.run("predict")["values", "1"].doubles[0]
    #expect(abs(refitted - share(.train, .validation)) < 1e-12)
    try lines.run("validate kfold folds=3")
    try lines.run("train baseline")
    #expect(try lines.run("choose best")["refitted"].bool == true)
  }

  @Test func `evaluate speaks of the chosen, else of the best, on the part that is named`() throws {
    var lines = try Lines("\(Self.start)\ntrain tree baseline")
    #expect(try lines.run("evaluate")["model"].string == "baseline")
    #expect(try lines.run("evaluate model=tree")["model"].string == "tree")
    try lines.run("choose tree")
    let validation = try lines.run("evaluate")
    #expect(validation["model"].string == "tree" && validation["part"].string == "validation")
    #expect(validation["rows"].int == 200)
    let train = try lines.run("evaluate train")
    #expect(train["rows"].int == 600 && (train["metrics", "accuracy"].double ?? 0) > 0.99)
    let young = try lines.run("evaluate where age < 30")
    #expect((1..<200).contains(young["rows"].int ?? 0))
    let counts = validation["confusion", "counts"].items.flatMap(\.doubles).reduce(0, +)
    #expect(counts == 200)
  }

  @Test func `looks may speak of predictions`() throws {
    var lines = try Lines(
      "load \"samples/ohio_houses.csv\"\ntarget price\nsplit 60/20/20\ntrain baseline"
    )
    let residuals = try lines.run("describe residual predicted")
    #expect(residuals["columns", "0", "name"].string == "residual")
    let evaluated = try lines.run("evaluate")
    #expect(residuals["columns", "0", "count"].int == evaluated["rows"].int)
    let mean = try #require(residuals["columns", "0", "mean"].double)
    #expect(abs(mean - (evaluated["residuals", "mean"].double ?? .nan)) < 1e-6)
    try lines.run("head 3 order=-abs(residual)")
    let classes = try Lines("\(Self.start)\ntrain baseline")
    #expect(classes.fault("hist probability_0") == nil)
    #expect(classes.fault("hist probability_7")?.message.contains("probability_0") == true)
    #expect(classes.fault("hist residual")?.message == "a class has no residual")
    #expect(try Lines(Self.start).fault("hist probability_0") != nil)
  }

  @Test func `a class target's measures refuse a number's, and the other way round`() throws {
    let lines = try Lines(Self.start)
    let fault = try #require(lines.fault("measure rmse"))
    #expect(fault.message == "rmse is for a number, 'risk' is a class")
    #expect(fault.hint?.hasPrefix("measure accuracy") == true)
    var early = try Lines("load \"samples/german_credit.csv\"\nmeasure log_loss\ntarget age")
    #expect(try early.run("train baseline")["measure"].string == "rmse")
  }

  @Test func `weights count in fits`() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<40).map { "\($0 % 4 == 0 ? 10 : 2),\($0 % 4 == 0 ? 3 : 1),\($0)" }
    let file = try folder.file("w.csv", "y,w,x\n" + rows.joined(separator: "\n") + "\n")
    var lines = try Lines(
      "load \"\(file)\"\ntarget y kind=number\nrole weight w\ntrain baseline\nchoose best"
    )
    #expect(try lines.run("predict")["values", "0"].doubles[0] == 6)
    #expect(lines.fault("role weight x") == nil)
    #expect(try Lines("load \"\(file)\"\nderive v = x - 5").fault("role weight v") != nil)
  }
}
