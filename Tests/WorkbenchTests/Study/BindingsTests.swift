import Diagnostics
import Language
import Learning
import Modelling
import Pipelines
import Tables
import Testing
import Workbench

/// Params and functions of a session.
@Suite struct BindingsTests {
  private static let credit = "load \"samples/german_credit.csv\""

  @Test func `a param stands for its value wherever a value stands`() throws {
    var lines = try Lines("\(Self.credit)\nparam low = 30\nparam which = 3")
    #expect(try lines.run("filter age > $low")["rows"].int == 589)
    #expect(try lines.run("head $which")["rows"].int == 589)
    try lines.run("clip iqr age k=$which")
    #expect(lines.study.recipe.text == "clip iqr age k=3")
    #expect(lines.fault("filter age > $lwo")?.hint == "low")
  }

  @Test func `a value from outside stands above the session's own`() throws {
    let given = GivenParameter("low=60").map { [$0] } ?? []
    let interpreter = Interpreter(folder: "", given: given)
    var study = try Lines(Self.credit).study
    study = try interpreter.run("param low = 30", in: study).study
    study = try interpreter.run("filter age > $low", in: study).study
    #expect(study.frame.rowCount == 45)
  }

  @Test func `a defined function stands in every expression, and in the pipeline as what it means`()
    throws
  {
    var lines = try Lines(
      "\(Self.credit)\ndefine rate(a, b) = a / b\ndefine double_rate(a, b) = 2 * rate(a, b)"
    )
    try lines.run("derive monthly = double_rate(credit_amount, duration)")
    #expect(lines.study.recipe.text == "derive monthly = 2 * (credit_amount / duration)")
    #expect(try lines.run("hist (rate(age, 2))")["counts"].items.isEmpty == false)
    #expect(lines.fault("derive x = rate(age)")?.message == "rate takes 2 arguments, found 1")
    #expect(lines.fault("derive x = rat(age, 2)")?.hint == "rate")
    #expect(lines.fault("define log(x) = x")?.message == "'log' is a function of the language")
  }

  @Test func `functions that call functions can't grow without end`() throws {
    var lines = try Lines("\(Self.credit)\ndefine f0(x) = x + x")
    var refused = false
    for depth in 1...60 where !refused {
      let line = "define f\(depth)(x) = f\(depth - 1)(x) + f\(depth - 1)(x)"
      if let fault = lines.fault(line) {
        #expect(fault.message.contains("operations"), "\(fault)")
        refused = true
      } else {
        try lines.run(line)
      }
    }
    #expect(refused)
  }
}
