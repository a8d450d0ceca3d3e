import Diagnostics
import Language
import Learning
import Modelling
import Pipelines
import Tables
import Testing
import Workbench

/// Rows by number: which rows there are, and which part each belongs to.
@Suite struct StudyRowsTests {
  private static let credit = "load \"samples/german_credit.csv\""

  private func parts(of study: Study) -> [Int: Split.Part] {
    var parts: [Int: Split.Part] = [:]
    for (row, part) in (study.split?.parts ?? []).enumerated() {
      parts[study.frame.rowNumbers[row]] = part
    }
    return parts
  }

  @Test func `the order of rows doesn't change who is in which part or fold`() throws {
    let lines = try Lines("\(Self.credit)\ntarget risk")
    var straight = lines.study
    var turned = lines.study
    let count = turned.frame.rowCount
    try turned.selectRows(Array((0..<count).reversed()), report: .silent)
    let interpreter = Interpreter()
    straight = try interpreter.run("split 60/20/20 seed=7", in: straight).study
    turned = try interpreter.run("split 60/20/20 seed=7", in: turned).study
    #expect(parts(of: straight) == parts(of: turned))
    func folds(_ study: Study) throws(Diagnostic) -> [Set<Int>] {
      var study = study
      study.validation = .kfold(folds: 4, repeats: 2)
      return try study.folds().map { fold in Set(fold.scored.map { study.frame.rowNumbers[$0] }) }
    }
    #expect(try folds(straight) == folds(turned))
  }

  @Test func `a filter before the split moves only rows at a part's edge`() throws {
    let whole = parts(of: try Lines("\(Self.credit)\nsplit 60/20/20").study)
    let some = parts(of: try Lines("\(Self.credit)\nfilter age > 25\nsplit 60/20/20").study)
    #expect(some.count > 700)
    #expect(some.count { whole[$0.key] == $0.value } > some.count * 9 / 10)
  }

  @Test func `the same seed splits the same, another seed otherwise`() throws {
    func parts(_ line: String) throws -> [Split.Part] {
      try Lines("\(Self.credit)\ntarget risk\n\(line)").study.split?.parts ?? []
    }
    #expect(try parts("split 60/20/20 seed=7") == parts("split 60/20/20 seed=7"))
    #expect(try parts("split 60/20/20 seed=7") != parts("split 60/20/20 seed=8"))
    #expect(try parts("split 60/20/20") == parts("split 60/20/20 seed=0"))
  }

  @Test func `classes are in proportion, groups whole, the newest last`() throws {
    let credit = try Lines("\(Self.credit)\ntarget risk\nsplit 60/20/20").study
    let risks = try credit.frame.column(named: "risk").numbers()
    for part in Split.Part.allCases {
      let rows = credit.split?.rows(part) ?? []
      let share = rows.map { risks[$0] }.reduce(0, +) / Double(rows.count)
      #expect(abs(share - 0.7) < 0.01, "\(part)")
    }
    let storms = try Lines(
      "load \"samples/storms.csv\"\nderive year = year(time_utc)\nrole group name year\n"
        + "split 60/20/20"
    ).study
    let names = try storms.frame.column(named: "name").values
    let years = try storms.frame.column(named: "time_utc").values
    var partOfStorm: [String: Split.Part] = [:]
    for (row, part) in (storms.split?.parts ?? []).enumerated() {
      let storm = names[row].plainText + years[row].plainText.prefix(4)
      #expect(partOfStorm.updateValue(part, forKey: storm) ?? part == part)
    }
    let newest = try Lines("load \"samples/storms.csv\"\nrole time time_utc\nsplit 60/20/20").study
    let times = try newest.frame.column(named: "time_utc").doubles ?? []
    let train = newest.split?.rows(.train).map { times[$0] } ?? []
    let test = newest.split?.rows(.test).map { times[$0] } ?? []
    #expect((train.max() ?? 0) <= (test.min() ?? 0))
  }

  @Test(arguments: ["filter age > 30", "sample 100"])
  func `rows are chosen above the split, and the message names both lines`(line: String) throws {
    let lines = try Lines("\(Self.credit)\nsplit 60/20/20 seed=7")
    let fault = try #require(lines.fault(line))
    #expect(fault.hint == "put '\(line)' above 'split 60/20/20 seed=7'")
  }

  @Test func `rows are not chosen by what was learned from rows`() throws {
    let lines = try Lines(
      "\(Self.credit)\nclip iqr age\nderive older = age + 1\nderive half = duration / 2"
    )
    let fault = try #require(lines.fault("filter older > 30"))
    #expect(fault.message.contains("'clip iqr age', which learns from the rows"))
    #expect(fault.hint == "put 'filter older > 30' above it")
    #expect(lines.fault("filter half > 6") == nil)
  }

  @Test func `a sample is the same whatever the order, and kept in the rows' order`() throws {
    let study = try Lines("\(Self.credit)\nsample 100 seed=3").study
    let numbers = study.frame.rowNumbers.array
    #expect(numbers.count == 100 && numbers == numbers.sorted())
    #expect(try Lines("\(Self.credit)\nsample 100 seed=3").study.frame.rowNumbers.array == numbers)
  }

  @Test func `excluded rows are left out of fits and looks, yet scored and predicted`() throws {
    var lines = try Lines(
      "\(Self.credit)\ntarget risk\nsplit 60/20/20\nexclude where age > 30\ndrop :category"
    )
    let described = try lines.run("describe age")
    #expect(described["columns", "0", "max"].double == 30)
    let scaled = try lines.run("impute mean age")
    #expect(scaled["rows"].int == 800)
    try lines.run("train tree baseline")
    #expect(try lines.run("evaluate")["rows"].int == 200)
    try lines.run("choose tree")
    #expect(try lines.run("predict")["rows"].int == 800)
    // The fit saw the young only: its share of classes is theirs.
    let shares = try Lines(
      "\(Self.credit)\ntarget risk\nfilter age <= 30\nsplit 60/20/20\ntrain baseline"
    )
    #expect(shares.study.candidates.count == 1)
  }

  @Test func `exclude does nothing to rows that are predicted later`() throws {
    let folder = try TemporaryFolder()
    var lines = try Lines(
      "\(Self.credit)\ntarget risk\nexclude where age > 30\ndrop :category\ntrain tree\nchoose tree"
    )
    let file = try folder.file("new.csv", "job,credit_amount,duration,age\n2,1000,12,80\n")
    #expect(try lines.run("predict \"\(file)\"")["rows"].int == 1)
    #expect(lines.warnings.isEmpty)
  }

  @Test func `rows without a target are neither fitted nor scored, and counted`() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<60).map { "\($0),\($0 % 4 == 0 ? "NA" : $0 % 3 == 0 ? "u" : "v")" }
    let file = try folder.file("gaps.csv", "x,y\n" + rows.joined(separator: "\n") + "\n")
    var lines = try Lines("load \"\(file)\"")
    #expect(try lines.run("target y")["missing"].int == 15)
    #expect(lines.warnings.contains { $0.contains("15 rows") })
    try lines.run("train baseline tree")
    #expect(try lines.run("evaluate")["rows"].int == 45)
    try lines.run("choose tree")
    #expect(try lines.run("predict")["rows"].int == 60)
  }
}
