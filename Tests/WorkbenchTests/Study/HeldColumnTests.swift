import Diagnostics
import Foundation
import Language
import Learning
import Modelling
import Pipelines
import Tables
import Testing
import Workbench

/// Target, roles, split and folds hold their column as it stood at their line, in every recipe.
@Suite struct HeldColumnTests {
  private static let credit = "load \"samples/german_credit.csv\""

  @Test(arguments: [
    "drop risk", "recode risk 0=1", "impute mode risk", "type text risk", "mask risk where age > 3",
    "derive risk = 1", "clip iqr risk", "scale standard risk", "exclude iqr risk",
  ])
  func `a later step on the target is refused, with what to do`(line: String) throws {
    let lines = try Lines("\(Self.credit)\ntarget risk")
    let fault = try #require(lines.fault(line))
    #expect(fault.message.hasPrefix("'risk' is the target"))
    #expect(fault.hint == "put this line above the one that names it")
    #expect(fault.span != nil)
  }

  @Test func `kinds, globs and all never mean a held column`() throws {
    var lines = try Lines("\(Self.credit)\nrole id age\ntarget risk")
    let dropped = try lines.run("drop :number")["removed"].strings
    #expect(dropped == ["job", "credit_amount", "duration"])
    #expect(try lines.run("keep sex")["removed"].strings.contains("risk") == false)
  }

  @Test func `a later rename is followed, through a split and in a recipe opened after`() throws {
    var lines = try Lines(
      "\(Self.credit)\nrecode risk 0=bad 1=good\ntarget risk positive=bad\nrename risk=outcome"
    )
    #expect(lines.study.target?.target.name == "outcome")
    try lines.run("split 60/20/20")
    #expect(try lines.run("freq outcome")["levels"].items.count == 2)
    try lines.run("train tree")
    try lines.run("recipe other")
    let columns = try lines.run("head 1")["columns"].int ?? 0
    #expect(columns == 10 || columns == 0)
    #expect(lines.study.view.frame.names.contains("outcome"))
    #expect(!lines.study.view.frame.names.contains("risk"))
    // As it is held: with the step that made it, which this recipe doesn't have.
    #expect(try lines.study.view.frame.column(named: "outcome").value(at: 0).plainText == "good")
    try lines.run("train tree")
    try lines.run("choose tree@other")
    #expect(lines.study.chosen?.pipeline.graph.inputs.contains("risk") == false)
  }

  @Test func `the target's old name is no feature of a recipe without the rename`() throws {
    let lines = try Lines(
      "\(Self.credit)\nrename risk=r\ntarget r\nrecipe other\ntrain tree\nchoose best"
    )
    #expect(lines.study.chosen?.pipeline.graph.inputs.contains("risk") == false)
    #expect(lines.study.chosen?.pipeline.features.contains { $0.name == "risk" } == false)
  }

  @Test func `renaming everything keeps target, roles and folds`() throws {
    var lines = try Lines(
      """
      load "samples/penguins_raw.csv"
      derive Fold = `Sample Number` % 5
      role id `Individual ID`
      target Species
      validate column=Fold
      rename clean
      """
    )
    #expect(lines.study.target?.target.name == "species")
    #expect(lines.study.roles.first?.held.column.name == "individual_id")
    try lines.run("keep culmen_*")
    try lines.run("impute median")
    let board = try lines.run("train logistic")
    #expect(board["models", "0", "score", "values"].items.count == 5)
    try lines.run("choose best")
    let inputs = try lines.run("choose best")["inputs"].strings
    #expect(inputs.sorted() == ["Culmen Depth (mm)", "Culmen Length (mm)"])
  }

  @Test func `the column of folds is no feature`() throws {
    var lines = try Lines("\(Self.credit)\ntarget risk\nvalidate column=job\ntrain tree")
    #expect(try lines.run("choose tree")["inputs"].strings.contains("job") == false)
    #expect(lines.fault("drop job") != nil)
    #expect(lines.fault("validate column=risk") != nil)
  }

  @Test func `a column made from the target can't become a feature`() throws {
    let lines = try Lines("\(Self.credit)\ntarget risk\nderive twice = risk * 2")
    let fault = try #require(lines.fault("train tree"))
    #expect(fault.message == "'twice' is made from the target 'risk'")
    #expect(fault.hint == "drop twice")
    #expect(
      try Lines("\(Self.credit)\ntarget risk\nderive t = risk\ndrop t\ntrain tree")
        .study.candidates.count == 1
    )
  }

  @Test func `a target that was learned is refused, with the line to move`() throws {
    let lines = try Lines("\(Self.credit)\nclip iqr credit_amount")
    let fault = try #require(lines.fault("target credit_amount"))
    #expect(fault.message.contains("'clip iqr credit_amount', which learns from the rows"))
    #expect(fault.hint == "put 'target credit_amount' above it")
  }

  @Test func `a target made by steps that don't learn is held in every recipe`() throws {
    var lines = try Lines(
      "\(Self.credit)\nderive rate = credit_amount / duration\ntarget rate\nsplit 60/20/20"
    )
    try lines.run("drop :category")
    try lines.run("train linear")
    try lines.run("recipe other")
    try lines.run("drop :category")
    try lines.run("train linear")
    let board = try lines.run("compare")["models"].items
    #expect(board.count == 2)
    #expect(board[0]["score"] == board[1]["score"])
  }

  @Test func `a numeric target's logarithm is undone in scores and predictions`() throws {
    var lines = try Lines(
      "load \"samples/ohio_houses.csv\"\ntarget price transform=log\nsplit 60/20/20\ntrain baseline"
    )
    try lines.run("choose best")
    let predicted = try lines.run("predict")["values", "0"].doubles
    let prices = try lines.study.frame.column(named: "price").numbers()
    let rows = lines.study.split?.rows(.train) ?? []
    let logs = rows.map { LogOf.value(prices[$0]) }
    let mean = logs.reduce(0, +) / Double(logs.count)
    #expect(abs(LogOf.value(predicted[0]) - mean) < 1e-9)
    #expect(lines.fault("target frontage_ft transform=log")?.message.contains("above 0") == true)
  }

  @Test func `a role after the split is refused, one for the target always`() throws {
    let lines = try Lines(
      "load \"samples/storms.csv\"\nrole group name\ntarget status\nsplit 80/20"
    )
    #expect(lines.fault("role id status")?.subject == "status")
    let fault = try #require(lines.fault("role time time_utc"))
    #expect(fault.hint == "put 'role time time_utc' above 'split 80/20'")
    #expect(lines.fault("role id time_utc") == nil)
  }

  @Test func `a column can have several roles, each once, a weight no other but id`() throws {
    var lines = try Lines("load \"samples/storms.csv\"\nrole id name\nrole group name")
    #expect(lines.study.roles.map(\.role) == [.id, .group])
    let twice = try #require(lines.fault("role group name"))
    #expect(twice.message == "'name' has the role group already")
    try lines.run("role weight wind_kt")
    #expect(lines.fault("role id wind_kt") == nil)
    let weight = try #require(lines.fault("role time wind_kt"))
    #expect(weight.message == "'wind_kt' has the role weight already, which can't go with time")
    #expect(weight.hint == "take 'wind_kt' out of 'role weight …'")
    // Groups are those of the column, whatever else it is.
    try lines.run("rename name=storm")
    try lines.run("target status")
    try lines.run("split 60/20/20")
    #expect(lines.study.roles.map(\.held.column.name) == ["storm", "storm", "wind_kt"])
    let storms = try #require(lines.study.roles.first).held.column
    var partOfStorm: [Value: Split.Part] = [:]
    for (row, part) in (lines.study.split?.parts ?? []).enumerated() {
      let storm = storms.value(at: row)
      #expect(partOfStorm.updateValue(part, forKey: storm) ?? part == part)
    }
  }

  @Test func `a feature made from a role's column is refused with the line to write instead`()
    throws
  {
    var lines = try Lines(
      """
      load "samples/storms.csv"
      role time time_utc
      derive month = month(time_utc)
      target status
      keep latitude month
      """
    )
    let fault = try #require(lines.fault("train tree"))
    #expect(fault.message.hasPrefix("'month' is made from 'time_utc', which has a role"))
    #expect(fault.hint == "compute month = month(time_utc)")
    try lines.run("drop month")
    #expect(lines.fault("train tree") == nil)
    lines = try Lines(
      """
      load "samples/storms.csv"
      role time time_utc
      compute month = month(time_utc)
      target status
      keep latitude month
      train tree
      choose tree
      """
    )
    #expect(lines.study.chosen?.pipeline.graph.inputs == ["latitude", "month"])
  }
}

private enum LogOf {
  static func value(_ x: Double) -> Double { Foundation.log(x) }
}
