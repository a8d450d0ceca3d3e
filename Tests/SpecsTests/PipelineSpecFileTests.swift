import Diagnostics
import Foundation
import Language
import Learning
import Modelling
import Specs
import Tables
import Testing

@Suite struct PipelineSpecFileTests {
  static let trials = TrialPipeline.all.map(\.name)

  private func trial(_ name: String) throws -> TrialPipeline {
    try #require(TrialPipeline.all.first { $0.name == name })
  }

  @Test(arguments: trials)
  func `a spec that is written and read predicts bit for bit the same`(name: String) throws {
    let trial = try trial(name)
    let rows = try trial.rows()
    let spec = try trial.spec()
    let file = try TemporaryFile(spec.text.utf8)
    let again = try PipelineSpec.read(file.path)
    #expect(again.text == spec.text)
    #expect(again.inputs == spec.inputs)
    let before = try Predictor(spec).predict(rows)
    let after = try Predictor(again).predict(rows)
    #expect(after.frame.bits == before.frame.bits)
    #expect(after.frame.rowNumbers == rows.rowNumbers)
    let direct = try spec.pipeline.score(rows)
    let predicted = try after.frame.column(named: "prediction")
    for row in 0..<rows.rowCount {
      let score = direct.scores.predictions[row]
      let expected =
        spec.pipeline.target.levels.isEmpty || score.isNaN
        ? nil : spec.pipeline.target.levels[Int(score)]
      if let expected {
        #expect(predicted.value(at: row).plainText == expected)
      } else {
        #expect(predicted.value(at: row).double ?? .nan == score || score.isNaN)
      }
    }
  }

  @Test(arguments: trials)
  func `one row alone is predicted as among the others`(name: String) throws {
    let trial = try trial(name)
    let rows = try trial.rows()
    let predictor = Predictor(try trial.spec())
    let whole = try predictor.predict(rows).frame
    for row in stride(from: 0, to: rows.rowCount, by: 17) {
      let alone = try predictor.predict(rows.rows(at: [row])).frame
      #expect(alone.bits == whole.rows(at: [row]).bits, "row \(row)")
    }
  }

  @Test(arguments: trials)
  func `a spec asks for neither the target nor a column that reaches no feature`(
    name: String
  ) throws {
    let trial = try trial(name)
    let spec = try trial.spec()
    #expect(!spec.inputs.contains { $0.source == trial.target })
    let features = try trial.rows().selecting(spec.inputs.map(\.source))
    #expect(try Predictor(spec).predict(features).frame.rowCount == features.rowCount)
  }

  @Test(arguments: trials)
  func `a file that ends too early is refused at every length`(name: String) throws {
    let bytes = Array(try trial(name).spec().text.utf8)
    for length in stride(from: 0, to: bytes.count - 2, by: max(1, bytes.count / 60)) {
      let file = try TemporaryFile(bytes.prefix(length))
      expectFault(file.path)
    }
  }

  @Test(arguments: [
    ("\"version\": 1", "\"version\": 2", "version 2"),
    ("\"format\": \"assay.pipeline\"", "\"format\": \"other\"", "'other'"),
    ("\"format\": \"assay.pipeline\"", "\"form\": \"assay.pipeline\"", "'format' is missing"),
    ("\"test_opened\": 1", "\"test_opened\": -1", "-1"),
    ("\"test_opened\": 1", "\"test_opened\": 1.5", "a number that can't be held"),
    ("\"test_opened\": 1", "\"test_opened\": 1e999", "a number that can't be held"),
    ("\"measure\": \"log_loss\"", "\"measure\": \"luck\"", "'luck'"),
    ("impute median age", "impute medain age", "can't be read"),
    ("\"scale standard :number\"", "\"polish :number\"", "polish"),
    ("\"model\": \"logistic\"", "\"model\": \"oracle\"", "oracle"),
    ("\"classCount\": 2", "\"classCount\": 3", "doesn't fit"),
    ("\"levels\": [\"0\",\"1\"]", "\"levels\": [\"0\",\"0\"]", "levels"),
    ("\"levels\": [\"0\",\"1\"]", "\"levels\": [\"0\"]", "doesn't fit"),
    ("\"positive\": 1", "\"positive\": 7", "levels"),
    ("\"kind\": \"number\"", "\"kind\": \"colour\"", "kind"),
  ])
  func `a spec edited by hand is refused with what is wrong`(
    old: String,
    new: String,
    said: String
  ) throws {
    let text = try TrialPipeline.all[0].spec().text
    try #require(text.contains(old), "\(text.prefix(3000))")
    let file = try TemporaryFile(text.replacingOccurrences(of: old, with: new).utf8)
    do throws(Diagnostic) {
      _ = try PipelineSpec.read(file.path)
      Issue.record("'\(new)' was read")
    } catch {
      #expect(error.kind == .file)
      #expect(error.message.contains(said), "\(error.message)")
    }
  }

  @Test func `what is no spec at all is refused by its name`() throws {
    for content in ["", "{}", "[]", "null", "3", "\"x\"", "a,b\n1,2\n", "\u{FEFF}{}"] {
      let file = try TemporaryFile(content.utf8)
      expectFault(file.path)
    }
    expectFault(NSTemporaryDirectory())
    expectFault("/nowhere/x.pipeline.json")
  }

  private func expectFault(_ path: String) {
    do throws(Diagnostic) {
      _ = try PipelineSpec.read(path)
      Issue.record("\(path) was read")
    } catch {
      #expect(error.kind == .file, "\(error)")
      #expect(error.message.contains(path), "\(error.message)")
    }
  }
}
