import Diagnostics
import Display
import Language
import Tables
import Testing

/// Looks at groups of rows, against numbers counted by hand.
struct GroupingLookTests {
  private func json(_ line: String) throws -> JSON {
    let frame = try Frame([
      Column("wall", categories: ["brick", "wood", "brick", nil, "wood", "brick"]),
      Column("old", booleans: [true, true, false, true, false, true]),
      Column("price", doubles: [10, 20, 30, 40, .nan, 80]),
    ])
    return JSON(encoding: try Samples.measure(line, on: frame))
  }

  private func list(_ json: JSON?) throws -> [JSON] {
    guard case .array(let items) = json else { throw Diagnostic(.internal, "no list") }
    return items
  }

  private func rows(_ json: JSON?) throws -> [[Double]] {
    try list(json).map { row in
      try list(row).map {
        guard case .number(let value) = $0 else { throw Diagnostic(.internal, "no number") }
        return value
      }
    }
  }

  @Test func `group gives figures of each group, missing last`() throws {
    let json = try json("group price by wall")
    #expect(json["by"] == .array([.string("wall")]))
    let groups = try list(list(json["results"])[0]["groups"])
    #expect(
      groups.map { $0["key"] } == [
        .array([.string("brick")]), .array([.string("wood")]), .array([.null]),
      ]
    )
    #expect(groups.map { $0["count"] } == [.integer(3), .integer(1), .integer(1)])
    #expect(groups.map { $0["mean"] } == [.number(40), .number(20), .number(40)])
    #expect(groups[0]["sum"] == .number(120))
    #expect(groups[0]["median"] == .number(30))
    #expect(groups.map { $0["share"] } == [.number(0.5), .number(2.0 / 6), .number(1.0 / 6)])
    #expect(groups[1]["sd"] == .null)
  }

  @Test func `group is ordered by a figure when told so`() throws {
    let groups = try list(list(json("group price by wall order=sum")["results"])[0]["groups"])
    #expect(groups.map { $0["sum"] } == [.number(120), .number(40), .number(20)])
  }

  @Test func `group without columns takes every number and boolean`() throws {
    let results = try list(json("group by wall")["results"])
    #expect(results.map { $0["column"] } == [.string("old"), .string("price")])
    #expect(try list(results[0]["groups"])[0]["mean"] == .number(2.0 / 3))
  }

  @Test func `group says what it wants`() {
    for (line, words) in [
      ("group price", "what to group by"), ("group wall by old", "'wall' is a category"),
    ] {
      do {
        _ = try json(line)
        Issue.record("'\(line)' should be refused")
      } catch {
        #expect((error as? Diagnostic)?.message.contains(words) == true, "\(error)")
      }
    }
  }

  @Test func `crosstab counts pairs and leaves out rows with a missing one`() throws {
    let json = try json("crosstab wall old")
    #expect(
      json["row"]?["levels"] == .array([.string("brick"), .string("wood")])
    )
    #expect(json["column"]?["levels"] == .array([.bool(false), .bool(true)]))
    let counts = try list(json["counts"]).map { try list($0) }
    #expect(counts == [[.integer(1), .integer(2)], [.integer(1), .integer(1)]])
    #expect(json["missing"] == .integer(1))
  }

  @Test func `crosstab shows shares or a figure of a third column`() throws {
    let shares = try rows(json("crosstab wall old share=column")["shares"])
    #expect(shares == [[0.5, 2.0 / 3], [0.5, 1.0 / 3]])
    let values = try rows(json("crosstab wall old value=price figure=sum")["values"])
    #expect(values == [[30, 90], [0, 20]])
    #expect(throws: Diagnostic.self) { try json("crosstab wall old share=row value=price") }
    #expect(throws: Diagnostic.self) { try json("crosstab wall old figure=sum") }
    #expect(throws: Diagnostic.self) { try json("crosstab wall") }
  }

  @Test func `by gives each group the result it would have by itself`() throws {
    let groups = try list(json("describe price by wall")["groups"])
    #expect(groups.count == 3)
    #expect(groups[0]["key"] == .array([.string("brick")]))
    #expect(groups[0]["rows"] == .integer(3))
    let alone = try json("describe price where wall = \"brick\"")
    #expect(groups[0]["columns"] == alone["columns"])
    let wood = try json("freq old where wall = \"wood\"")
    #expect(try list(json("freq old by wall")["groups"])[1]["levels"] == wood["levels"])
  }
}
