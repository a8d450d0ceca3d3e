import Diagnostics
import Foundation
import Language
import Learning
import Modelling
import Specs
import Tables
import Testing

@Suite struct PredictorTests {
  private let credit = TrialPipeline.all[0]

  @Test func `a column is found by the name it has in the file or in the recipe`() throws {
    let rows = try credit.rows()
    let predictor = Predictor(try credit.spec())
    let renamed = try rows.renaming([("credit_amount", "amount")])
    #expect(try predictor.predict(renamed).frame.bits == predictor.predict(rows).frame.bits)
  }

  @Test func `two columns that have swapped their names are told apart`() throws {
    let swapped = TrialPipeline(
      name: "swapped",
      sample: "german_credit",
      target: "risk",
      isLogarithmic: false,
      steps: ["rename sex=age age=sex", "drop housing saving_accounts checking_account purpose"],
      model: "tree depth=4"
    )
    let rows = try swapped.rows()
    let predictor = Predictor(try swapped.spec())
    #expect(predictor.kinds["sex"] == .category)
    #expect(try predictor.predict(rows).frame == predictor.predict(rows).frame)
    #expect(try predictor.predict(rows).errorCount == 0)
  }

  @Test func `columns in another order and columns nobody asked for change nothing`() throws {
    let rows = try credit.rows()
    let predictor = Predictor(try credit.spec())
    let turned = try Frame(
      [Column("extra", texts: rows.columns[0].values.map { $0.plainText })]
        + rows.columns.reversed(),
      rowNumbers: rows.rowNumbers
    )
    #expect(try predictor.predict(turned).frame.bits == predictor.predict(rows).frame.bits)
  }

  @Test func `a column that is needed and isn't there is named`() throws {
    let rows = try credit.rows().removing(["duration"])
    do throws(Diagnostic) {
      _ = try Predictor(try credit.spec()).predict(rows)
      Issue.record("it was predicted")
    } catch {
      #expect(error.message.contains("'duration'"), "\(error.message)")
    }
  }

  @Test func `a row that lacks what is needed has a reason and no prediction`() throws {
    let rows = try credit.rows().prefix(4)
    let duration = try rows.column(named: "duration").masked(where: [false, true, false, false])
    let predicted = try Predictor(try credit.spec()).predict(rows.setting(duration))
    #expect(predicted.errorCount == 1)
    #expect(try predicted.frame.column(named: "prediction").isMissing(at: 1))
    #expect(try predicted.frame.column(named: "probability_1").isMissing(at: 1))
    let reason = try predicted.frame.column(named: "error").value(at: 1).plainText
    #expect(reason.contains("is missing"), "\(reason)")
  }

  @Test func `a level that nobody has seen still has a prediction`() throws {
    let rows = try credit.rows().prefix(2)
    let sex = Column("sex", categories: ["neither", "male"])
    let predicted = try Predictor(try credit.spec()).predict(rows.setting(sex))
    #expect(predicted.errorCount == 0)
  }

  @Test func `a cell that can't be read as its kind is the row's reason`() throws {
    let rows = try credit.rows().prefix(2)
    let age = Column("age", texts: ["old", "33"])
    let predicted = try Predictor(try credit.spec()).predict(rows.setting(age))
    #expect(predicted.errorCount == 1)
    let reason = try predicted.frame.column(named: "error").value(at: 0).plainText
    #expect(reason == "age is 'old', expected a number")
  }

  @Test func `no rows give no predictions`() throws {
    let rows = try credit.rows().prefix(0)
    let predicted = try Predictor(try credit.spec()).predict(rows)
    #expect(predicted.frame.rowCount == 0)
    #expect(predicted.frame.names == ["prediction", "probability_0", "probability_1", "error"])
  }
}
