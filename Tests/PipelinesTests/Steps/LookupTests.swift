import Diagnostics
import Foundation
import Language
import Learning
import Pipelines
import Tables
import Testing

@Suite struct LookupTests {
  private func fault(_ line: String) -> Diagnostic? {
    do throws(Diagnostic) {
      _ = try Steps.fit(line, to: try TrialFrames.frame("plain"))
      return nil
    } catch {
      return error
    }
  }

  @Test func `each row gets what the table has for its key, and missing where it has none`() throws
  {
    let frame = try Frame([
      Column("c", categories: ["u", "u", "v", nil, "x", "v"]),
      Column("w", integers: [0, 3, 1, 0, 0, nil]),
    ])
    let step = try Steps.fit("lookup known on=c,w b level", to: frame)
    let rows = try step.apply(to: frame).frame
    #expect(rows.names == ["c", "w", "b", "level"])
    #expect(
      try rows.column(named: "b").values
        == [.number(0.5), .number(-3), .missing, .missing, .missing, .missing]
    )
    #expect(
      try rows.column(named: "level").values
        == [.text("é\"q"), .text("p"), .missing, .missing, .missing, .missing]
    )
    #expect(step.fitted.findings == [Finding("b", "3 rows not in known")])
  }

  @Test func `numbers match by size whatever holds them`() throws {
    let frame = try Frame([Column("k", doubles: [1, 2.5, .nan, 9_007_199_254_740_992])])
    let table = try LookupTable(
      keys: [Column("k", integers: [9_007_199_254_740_992, 1])],
      values: [Column("v", categories: ["large", "one"])]
    )
    #expect(table.find(frame.columns) == [1, -1, -1, 0])
  }

  @Test func `names that are taken are told apart by the table's`() throws {
    let frame = try TrialFrames.frame("plain")
    let step = try Steps.fit("lookup known on=x=place", to: frame)
    let names = try step.apply(to: frame).frame.names
    #expect(names.suffix(7) == ["known.c", "known.w", "known.b", "level", "day", "sure", "size"])
  }

  @Test func `tables, keys and columns that don't fit are named`() throws {
    #expect(fault("lookup knwn on=c")?.hint == "known")
    #expect(fault("lookup known on=c=cc")?.message.contains("no column 'cc'") == true)
    #expect(fault("lookup known on=cc=c,w")?.message.contains("no column 'cc'") == true)
    #expect(fault("lookup known on=c,w nothing")?.message.contains("no column 'nothing'") == true)
    #expect(fault("lookup known on=a=place")?.hint == "type text a")
    #expect(fault("lookup known")?.message.contains("needs on=KEY") == true)
    let twice = try #require(fault("lookup known on=c b"))
    #expect(
      twice.message == "'known': the key 'u' stands more than once, each row needs one of its own"
    )
    #expect(twice.hint == "join known on=c kind=left")
  }

  @Test func `what nobody reads of the table stays out of the graph`() throws {
    let step = try Steps.fit("lookup known on=c,w b level size", to: try TrialFrames.frame("plain"))
    let (kept, inputs) = step.fitted.operations.reaching(["size"])
    #expect(inputs == ["c", "w"])
    guard case .lookup(_, let table)? = kept.first else {
      Issue.record("no lookup in \(kept)")
      return
    }
    #expect(table.values.map(\.name) == ["size"])
  }

  @Test(arguments: [
    #"{"keys":[],"values":[]}"#,
    #"{"keys":[{"name":"k","kind":"whole","cells":[1,1]}],"values":[]}"#,
    #"{"keys":[{"name":"k","kind":"whole","cells":[1,2]}],"values":[{"name":"v","kind":"number","cells":[1]}]}"#,
    #"{"keys":[{"name":"k","kind":"whole","cells":[1.5]}],"values":[]}"#,
    #"{"keys":[{"name":"k","kind":"datetime","cells":["soon"]}],"values":[]}"#,
    #"{"keys":[{"name":"k","kind":"odd","cells":["soon"]}],"values":[]}"#,
  ])
  func `a table in a file that contradicts itself is refused`(text: String) {
    #expect(throws: (any Error).self) {
      try JSONDecoder().decode(LookupTable.self, from: Data(text.utf8))
    }
  }
}
