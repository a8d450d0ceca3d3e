import Diagnostics
import Language
import Learning
import Modelling
import Pipelines
import Tables
import Testing
import Workbench

/// Tables that hold too little: a clear fault or a sensible result, and the study as before.
@Suite struct BadDataTests {
  private static let looks = [
    "head", "describe", "freq", "hist", "pairplot", "corr", "missing", "outliers",
  ]

  private func load(_ content: String) throws -> (lines: Lines, folder: TemporaryFolder) {
    let folder = try TemporaryFolder()
    let file = try folder.file("data.csv", content)
    return (try Lines("load \"\(file)\""), folder)
  }

  private func wide(target: (Int) -> String) -> String {
    let names = (0..<30).map { "x\($0)" }.joined(separator: ",")
    let rows = (0..<12).map { row in
      "\(target(row))," + (0..<30).map { "\(($0 * 7 + row * 5) % 13)" }.joined(separator: ",")
    }
    return "y,\(names)\n" + rows.joined(separator: "\n") + "\n"
  }

  @Test(arguments: [
    ("", "is empty"), ("a,b,y\n", "has a header (3 columns) but no rows"),
    ("a\u{0}\u{1}\u{2}b\u{0}\u{0}\u{3}\n\u{0}\u{7F}", "expected"),
  ])
  func `a file without a table is refused, with what was expected`(
    content: String,
    said: String
  ) throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("data.csv", content)
    let lines = try Lines("load \"samples/german_credit.csv\"")
    let fault = try #require(lines.fault("load \"\(file)\""))
    #expect(fault.kind == .file || fault.kind == .data)
    #expect(fault.message.contains(said), "\(fault.message)")
    #expect(fault.span != nil)
  }

  @Test(arguments: [
    "a,b,y\n1,2,1\n2,3,1\n4,5,1\n", "a,b,y\n,NA,\n,NA,\n,NA,\n", "a,b,y\n1,2,3\n",
    "a,b,y\n1e300,1e-300,u\n-1e300,0,v\n0,1,u\n",
  ])
  func `every look and step says or shows something of a poor table`(content: String) throws {
    let (lines, folder) = try load(content)
    defer { _ = folder }
    for line in Self.looks + [
      "impute mean", "impute mode", "scale standard", "scale robust", "clip iqr", "exclude mad",
      "encode onehot", "drop a", "type number a b", "recode b 2=3", "split 60/20/20", "sample 2",
    ] {
      guard let fault = lines.fault(line) else { continue }
      #expect(fault.kind != .internal, "\(line): \(fault)")
    }
  }

  @Test func `a constant target, and one without values, are refused by name`() throws {
    let (constant, first) = try load("a,y\n1,7\n2,7\n3,7\n")
    #expect(constant.fault("target y")?.message == "'y' is always '7': there is nothing to predict")
    let (empty, second) = try load("a,y\n1,\n2,NA\n3,\n")
    #expect(empty.fault("target y")?.message == "all 3 cells of 'y' are missing")
    _ = (first, second)
  }

  @Test func `a class with one member is told, and why it can't be fitted`() throws {
    let rows = (0..<20).map { "\($0),\($0 == 3 ? "v" : "u")" }
    let (loaded, folder) = try load("x,y\n" + rows.joined(separator: "\n") + "\n")
    defer { _ = folder }
    var lines = loaded
    try lines.run("target y")
    #expect(lines.warnings == ["class 'v' has 1 row: it can be learned or scored, not both"])
    let fault = try #require(lines.fault("train tree"))
    #expect(fault.message.contains("at least two classes are needed"), "\(fault.message)")
  }

  @Test func `more columns than rows can be learned from`() throws {
    let (numbers, first) = try load(wide { "\($0 * $0 % 7).5" })
    var lines = numbers
    try lines.run("target y kind=number")
    let board = try lines.run("train baseline linear ridge tree forest")
    #expect(board["models"].items.allSatisfy { $0["score", "mean"].double != nil })
    #expect(lines.warnings.contains { $0.contains("columns repeat others") })
    let (classes, second) = try load(wide { $0 % 2 == 0 ? "u" : "v" })
    lines = classes
    try lines.run("target y")
    let scores = try lines.run("train baseline logistic tree forest")["models"].items
    #expect(scores.allSatisfy { $0["score", "mean"].double != nil })
    _ = (first, second)
  }

  @Test func `missing values that a model can't take are named, with the line to type`() throws {
    var lines = try Lines("load \"samples/penguins_raw.csv\"\ntarget Species\nkeep Cul* Sex")
    let category = try #require(lines.fault("train logistic"))
    #expect(category.hint == "encode onehot :category")
    try lines.run("drop Sex")
    let fault = try #require(lines.fault("train logistic"))
    #expect(fault.message.contains("'Culmen Length (mm)' lacks"))
    #expect(fault.hint == "impute median :number")
    try lines.run("impute median :number")
    #expect(lines.fault("train logistic") == nil)
  }

  @Test func `what is wrong with a model for this target says which models fit`() throws {
    let lines = try Lines("load \"samples/german_credit.csv\"\ntarget risk\ndrop :category")
    let fault = try #require(lines.fault("train linear"))
    #expect(fault.message == "linear predicts numbers, 'risk' is a class")
    #expect(fault.hint.map { lines.fault($0) == nil } == true)
    let number = try Lines("load \"samples/german_credit.csv\"\ntarget age\ndrop :category")
    let other = try #require(number.fault("train logistic"))
    #expect(other.hint.map { number.fault($0) == nil } == true)
  }
}
