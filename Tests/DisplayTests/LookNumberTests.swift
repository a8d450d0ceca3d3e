import Diagnostics
import Display
import Language
import Tables
import Testing

/// Numbers that looks compute themselves; the others are tested in Statistics.
struct LookNumberTests {
  private func json(_ line: String, _ columns: Column...) throws -> JSON {
    JSON(encoding: try Samples.measure(line, on: Frame(columns)))
  }

  private func number(_ json: JSON?) throws -> Double {
    guard case .number(let value) = json else { throw Diagnostic(.internal, "no number") }
    return value
  }

  @Test func `the trend is the line of least squares`() throws {
    // numpy.polyfit([1, 2, 4, 7], [3, 1, 8, 9], 1)
    let trend = try json(
      "scatter x y",
      Column("x", doubles: [1, 2, 4, 7, .nan]),
      Column("y", doubles: [3, 1, 8, 9, 5])
    )["trend"]
    #expect(abs(try number(trend?["slope"]) - 1.2619047619047619) < 1e-12)
    #expect(abs(try number(trend?["intercept"]) - 0.8333333333333333) < 1e-12)
  }

  @Test func `without spread there is no trend and no correlation`() throws {
    let json = try json(
      "scatter x y",
      Column("x", doubles: [2, 2, 2]),
      Column("y", doubles: [1, 2, 3])
    )
    #expect(json["trend"]?["slope"] == .null)
    #expect(json["pearson"] == .null)
    #expect(json["n"] == .integer(3))
  }

  @Test func `dates are counted by calendar months`() throws {
    let days = ["2024-01-31", "2024-02-01", "2024-02-29", "2024-12-31"].map { Instant($0) }
    let json = try json("hist day", Column("day", instants: days))
    guard case .array(let edges) = json["edges"], case .array(let counts) = json["counts"] else {
      Issue.record("no lists")
      return
    }
    #expect(edges.first == .string("2024-01-01"))
    #expect(edges.last == .string("2025-01-01"))
    #expect(counts.first == .integer(1))
    #expect(counts.dropFirst().first == .integer(2))
  }

  @Test func `more groups than colours are gathered`() throws {
    let levels = (0..<40).map { "g\($0 % 12)" }
    let json = try json(
      "hist x by g",
      Column("x", integers: (0..<40).map { Int64($0) }),
      Column("g", categories: levels)
    )
    guard case .array(let groups) = json["groups"] else { throw Diagnostic(.internal, "no list") }
    #expect(groups.count == 8)
    #expect(groups.last?["value"] == .string("5 others"))
  }

  @Test func `an order puts missing values last and keeps ties`() throws {
    let json = try json(
      "head 4 order=k",
      Column("k", doubles: [2, .nan, 1, 2]),
      Column("name", categories: ["a", "b", "c", "d"])
    )
    #expect(json["numbers"] == .array([.integer(3), .integer(1), .integer(4), .integer(2)]))
  }

  @Test func `a reversal within groups is told`() throws {
    let scene = try Samples.measure(
      "scatter `Culmen Length (mm)` `Culmen Depth (mm)` by Species",
      on: Samples.frame("penguins_raw")
    ).scene
    #expect(scene.blocks.contains { if case .warning = $0 { true } else { false } })
  }

  @Test func `a category can't be drawn as a histogram`() throws {
    #expect(throws: Diagnostic.self) {
      try Samples.measure("hist g", on: Frame([Column("g", categories: ["a"])]))
    }
  }
}
