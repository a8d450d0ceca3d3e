import Diagnostics
import Language
import Learning
import Modelling
import Pipelines
import Tables
import Testing
import Workbench

/// The test rows are sealed.
@Suite struct SplitTests {
  private static let start = """
    load "samples/german_credit.csv"
    target risk
    split 60/20/20 seed=7
    """

  @Test func `looks, steps and exports don't see test rows`() throws {
    let folder = try TemporaryFolder()
    var lines = try Lines(Self.start)
    let sealed = Set(lines.study.split?.rows(.test) ?? [])
    #expect(sealed.count == 200)
    for on in ["", " on=raw", " on=design"] {
      #expect(try lines.run("describe age\(on)")["columns", "0", "count"].int == 800)
    }
    #expect(
      try lines.run("freq sex")["levels"].items.compactMap { $0["count"].int }.reduce(0, +) == 800
    )
    #expect(try lines.run("clip iqr credit_amount")["rows"].int == 800)
    try lines.run("export csv \"\(folder.path)/a.csv\" on=recipe")
    let written = try CSVReader().read("\(folder.path)/a.csv").frame
    #expect(written.rowCount == 800)
  }

  @Test func `what steps learn is of the training rows alone`() throws {
    var lines = try Lines(Self.start)
    let ages = try lines.study.frame.column(named: "age").numbers()
    let train = (lines.study.split?.rows(.train) ?? []).map { ages[$0] }
    let mean = train.reduce(0, +) / Double(train.count)
    let effect = try lines.run("scale standard age")
    #expect(effect["findings", "0", "text"].string?.contains("\(mean)".prefix(8)) == true)
  }

  @Test func `opening is counted by distinct pipelines and never taken back`() throws {
    let ledger = Ledger()
    var lines = try Lines("\(Self.start)\ndrop :category\ntrain tree baseline", ledger: ledger)
    #expect(try lines.run("evaluate")["test_opened"].int == 0)
    #expect(try lines.run("evaluate test model=tree")["test_opened"].int == 1)
    #expect(try lines.run("evaluate test model=tree")["test_opened"].int == 1)
    #expect(try lines.run("evaluate test model=baseline")["test_opened"].int == 2)
    #expect(try lines.run("evaluate test")["rows"].int == 200)
    let again = try Lines("\(Self.start)\ndrop :category\ntrain tree", ledger: ledger)
    #expect(again.fault("evaluate test", isReplay: true) == nil)
    #expect(ledger.openedCount == 2)
    let changed = try Lines("\(Self.start)\ndrop :category age\ntrain tree", ledger: ledger)
    #expect(changed.fault("evaluate test", isReplay: true)?.kind == .stale)
    #expect(ledger.openedCount == 2)
  }

  @Test func `another draw is another setting: nothing of it is found again`() throws {
    let ledger = Ledger()
    func score(_ split: String) throws -> Facts {
      var lines = try Lines(
        "load \"samples/german_credit.csv\"\ntarget risk\n\(split)\ndrop :category",
        ledger: ledger
      )
      return try lines.run("train tree")["models", "0", "score"]
    }
    #expect(try score("split 80/20 seed=1") != score("split 80/20 seed=2"))
    let before = ledger.openedCount
    var first = try Lines("\(Self.start)\ntrain tree", ledger: ledger)
    try first.run("evaluate test")
    let other = Self.start.replacing("seed=7", with: "seed=8")
    var second = try Lines("\(other)\ntrain tree", ledger: ledger)
    try second.run("evaluate test")
    #expect(ledger.openedCount == before + 2)
  }

  @Test func `the first part's rows are not the test part's by mistake`() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<40).map { "\($0),\($0 * 7 % 11),\($0 < 30 ? "train" : "test")" }
    let file = try folder.file("parts.csv", "x,y,part\n" + rows.joined(separator: "\n") + "\n")
    var lines = try Lines("load \"\(file)\"\ntarget y kind=number\nsplit column=part\ntrain linear")
    #expect(try lines.run("evaluate test")["rows"].int == 10)
    #expect(try lines.run("evaluate train")["rows"].int == 30)
    #expect(lines.study.heldNames.contains("part"))
    #expect(lines.fault("drop part") != nil)
  }

  @Test func `rows may be said outright, and a group on both sides is told`() throws {
    var lines = try Lines("load \"samples/storms.csv\"\nrole group name")
    let parts = try lines.run("split test where year(time_utc) >= 2018")["parts"]
    #expect(parts["validation"].int == 0)
    #expect(lines.warnings.contains { $0.contains("both sides") })
    let all = try Lines("load \"samples/storms.csv\"")
    #expect(
      all.fault("split test where wind_kt > 1e9")?.message.hasPrefix("no row would be test") == true
    )
  }

  @Test func `a second split is refused with the first line's text`() throws {
    let fault = try #require(try Lines(Self.start).fault("split 80/20"))
    #expect(fault.message == "the rows are split already, by 'split 60/20/20 seed=7'")
  }
}
