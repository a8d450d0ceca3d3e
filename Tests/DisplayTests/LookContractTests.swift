import Diagnostics
import Display
import Tables
import TestSupport
import Testing

/// The keys of the JSON that looks print, in their order.
struct LookContractTests {
  private func json(_ line: String) throws -> JSON {
    JSON(encoding: try Samples.measure(line, on: Samples.credit()))
  }

  private func keys(_ json: JSON?) -> [String] {
    guard case .object(let members) = json else { return [] }
    return members.map(\.key)
  }

  private func first(_ json: JSON?) -> JSON? {
    guard case .array(let items) = json else { return nil }
    return items.first
  }

  @Test func `describe gives numbers and levels their own keys`() throws {
    let json = try json("describe age housing date")
    #expect(keys(json) == ["rows", "columns"])
    guard case .array(let columns) = json["columns"] else { throw Diagnostic(.internal, "no list") }
    #expect(
      keys(columns[0]) == [
        "name", "kind", "count", "missing", "distinct", "mean", "sd", "min", "q1", "median", "q3",
        "max", "skewness", "kurtosis",
      ]
    )
    #expect(
      keys(columns[1]) == ["name", "kind", "count", "missing", "distinct", "top", "top_count"]
    )
    #expect(columns[2]["min"] == .string("1970-01-01"))
  }

  @Test func `one column gives the object itself, several give results`() throws {
    #expect(
      try keys(json("freq housing")) == ["rows", "column", "levels", "missing", "distinct"]
    )
    #expect(try keys(json("hist age")) == ["rows", "column", "edges", "counts", "groups"])
    let several = try json("freq housing job")
    #expect(keys(several) == ["rows", "results"])
    #expect(keys(first(several["results"])) == ["column", "levels", "missing", "distinct"])
    #expect(keys(first(first(several["results"])?["levels"])) == ["value", "count", "share"])
  }

  @Test func `a grouped histogram has counts for each group`() throws {
    let json = try json("hist age bins=5 by housing")
    #expect(keys(first(json["groups"])) == ["value", "counts"])
    guard case .array(let edges) = json["edges"], case .array(let counts) = json["counts"] else {
      throw Diagnostic(.internal, "no lists")
    }
    #expect(edges.count == 6 && counts.count == 5)
  }

  @Test func `dates have edges in text`() throws {
    let json = try json("hist date bins=3")
    guard case .string = first(json["edges"]) else {
      Issue.record("edges are \(String(describing: json["edges"]))")
      return
    }
  }

  @Test func `matrices, gaps and bounds keep their keys`() throws {
    #expect(try keys(json("corr")) == ["rows", "method", "columns", "matrix"])
    let missing = try json("missing")
    #expect(keys(missing) == ["rows", "columns", "patterns"])
    #expect(keys(first(missing["columns"])) == ["name", "missing", "share"])
    #expect(keys(first(missing["patterns"])) == ["columns", "rows"])
    let outliers = try json("outliers mad age")
    #expect(keys(outliers) == ["rows", "rule", "columns"])
    #expect(keys(first(outliers["columns"])) == ["name", "lower", "upper", "below", "above"])
  }

  @Test func `pairs of columns keep their keys`() throws {
    let scatter = try json("scatter age credit_amount by housing")
    #expect(
      keys(scatter) == ["rows", "x", "y", "n", "pearson", "spearman", "trend", "groups"]
    )
    #expect(keys(first(scatter["groups"])) == ["value", "n", "pearson", "spearman", "trend"])
    #expect(keys(scatter["trend"]) == ["slope", "intercept"])
    let pairplot = try json("pairplot age duration by housing")
    #expect(keys(pairplot) == ["rows", "columns", "matrix", "groups"])
  }

  @Test func `head has rows of cells`() throws {
    let json = try json("head 2 age housing order=-age")
    #expect(keys(json) == ["rows", "columns", "numbers", "cells"])
    #expect(keys(first(json["columns"])) == ["name", "kind"])
    guard case .array(let cells) = json["cells"] else { throw Diagnostic(.internal, "no list") }
    #expect(cells.count == 2)
    #expect(first(cells[0]) == .integer(75))
  }
}
