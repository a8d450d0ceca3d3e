import Diagnostics
import Foundation
import Language
import Learning
import Modelling
import Pipelines
import Specs
import Tables
import TestSupport
import Testing
import Workbench

@Suite struct ExportCommandTests {
  private static let start = """
    load "samples/german_credit.csv"
    target risk
    split 60/20/20 seed=7
    """

  @Test func `the source columns of all rows are written as they were loaded`() throws {
    let folder = try TemporaryFolder()
    var lines = try Lines("\(Self.start)\ndrop age\nscale standard :number")
    let result = try lines.run("export csv \"\(folder.path)/a.csv\"")
    #expect(result["format"].string == "csv" && result["files"].items.count == 1)
    let written = try CSVReader().read("\(folder.path)/a.csv").frame
    #expect(written == lines.study.frame)
  }

  @Test func `prepared rows leave test out unless it is asked for, which opens the seal`() throws {
    let folder = try TemporaryFolder()
    let ledger = Ledger()
    var lines = try Lines("\(Self.start)\ndrop :category\nscale standard age", ledger: ledger)
    func rows(_ options: String) throws -> (rows: Int, frame: Frame) {
      try lines.run("export csv \"\(folder.path)/b.csv\" \(options)")
      let frame = try CSVReader().read("\(folder.path)/b.csv").frame
      return (frame.rowCount, frame)
    }
    #expect(try rows("on=recipe").rows == 800)
    #expect(try rows("on=recipe part=train").rows == 600)
    #expect(ledger.openedCount == 0)
    #expect(try rows("on=recipe part=all").rows == 1000)
    #expect(ledger.openedCount == 1)
    #expect(try rows("on=recipe part=test").rows == 200)
    #expect(ledger.openedCount == 1)
    let recipe = try rows("on=recipe").frame
    #expect(try recipe.column(named: "age").isWhole)
    let design = try rows("on=design").frame
    #expect(try !design.column(named: "age").isWhole)
  }

  @Test func `a replay writes nothing and opens nothing`() throws {
    let folder = try TemporaryFolder()
    var lines = try Lines("\(Self.start)\ndrop :category")
    try lines.run("export csv \"\(folder.path)/c.csv\"", isReplay: true)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/c.csv"))
    let line = "export csv \"\(folder.path)/c.csv\" on=recipe part=test"
    #expect(lines.fault(line, isReplay: true)?.kind == .stale)
  }

  @Test func `options go with their own format`() throws {
    let lines = try Lines(Self.start)
    #expect(lines.fault("export spec \"a.json\" on=recipe")?.message.contains("export csv") == true)
    #expect(lines.fault("export csv \"a.csv\" reference=no")?.kind == .usage)
    #expect(lines.fault("export spec \"a.json\"")?.message == "no candidate has been chosen")
    #expect(lines.fault("export csv \"/nowhere/a.csv\"")?.kind == .file)
  }

  /// The study's own predictions, the spec's and the file's are the same numbers.
  @Test(arguments: ["german_credit", "penguins_raw", "ohio_houses", "seattle_weather"])
  func `study, spec and file agree value by value`(sample: String) throws {
    let folder = try TemporaryFolder()
    let recipes: [String: String] = [
      "german_credit": """
      target risk positive=0
      split 60/20/20 seed=7
      derive monthly = credit_amount / duration
      scale standard :number
      encode onehot :category
      train logistic
      """,
      "penguins_raw": """
      target Species
      rename clean
      keep culmen_* flipper_length_mm body_mass_g sex island
      impute median :number
      impute mode sex
      train forest trees=10
      """,
      "ohio_houses": """
      target price transform=log
      split 80/20
      drop sale_date
      recode depth_ft 0=missing
      impute mean depth_ft
      encode onehot :category
      train ridge
      """,
      "seattle_weather": """
      target weather
      derive month = month(date)
      drop date
      train tree depth=5
      """,
    ]
    let file = "\(repository)/samples/\(sample).csv"
    var lines = try Lines("load \"\(file)\"\n" + (recipes[sample] ?? ""))
    try lines.run("choose best")
    try lines.run("export spec \"\(folder.path)/a.json\"")
    let own = try lines.run("predict")
    let columns = own["columns"].strings
    let predictor = Predictor(try PipelineSpec.read("\(folder.path)/a.json"))
    var options = ReadingOptions()
    options.kinds = predictor.kinds
    let table = try CSVReader(options).read(file).frame
    let predicted = try predictor.predict(table).frame
    #expect(predicted.names == columns)
    let split = lines.study.split
    let open = (0..<table.rowCount).filter { split?.parts[$0] != .test }
    for (place, column) in predicted.columns.enumerated() {
      let values = own["values", "\(place)"].items
      try #require(values.count == open.count)
      for (index, row) in open.enumerated() {
        let value = column.value(at: row)
        if let number = value.double {
          #expect(values[index].double?.bitPattern == number.bitPattern, "\(column.name) \(row)")
        } else {
          #expect((values[index].string ?? "") == value.plainText, "\(column.name) \(row)")
        }
      }
    }
    // The same rows under the names that the recipe gives them.
    var renamed = table
    let spec = try PipelineSpec.read("\(folder.path)/a.json")
    for input in spec.inputs where input.name != input.source {
      renamed = try renamed.renaming([(input.source, input.name)])
    }
    #expect(try predictor.predict(renamed).frame == predicted)
  }

  @Test func `a spec without reference rows holds none of the data's`() throws {
    let folder = try TemporaryFolder()
    var lines = try Lines("\(Self.start)\ndrop :category\ntrain tree\nchoose best")
    try lines.run("export spec \"\(folder.path)/a.json\" reference=no")
    #expect(try PipelineSpec.read("\(folder.path)/a.json").reference == nil)
    try lines.run("export spec \"\(folder.path)/b.json\"")
    #expect(try PipelineSpec.read("\(folder.path)/b.json").reference?.rows.count == 5)
  }
}
