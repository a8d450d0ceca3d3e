import Diagnostics
import Language
import Tables
import Testing

@Suite struct RowComputationTests {
  private func frame() throws(Diagnostic) -> Frame {
    try Frame([
      Column("g", categories: ["u", "v", "u", nil, "u", "v"]),
      Column("t", integers: [3, 1, 1, 1, 2, 2]),
      Column("x", doubles: [10, 20, .nan, 40, 50, 60]),
      Column("w", texts: ["c", "b", "a", "d", "a", "b"]),
    ])
  }

  private func values(
    _ text: String,
    by keys: [String] = ["g"],
    order: String? = "t"
  ) throws(Diagnostic) -> [Value] {
    let frame = try frame()
    var columns: [Column] = []
    for key in keys { columns.append(try frame.column(named: key)) }
    var key: OrderKey?
    if let order { key = OrderKey(try frame.column(named: order)) }
    let groups = try GroupOrder(by: columns, order: key, rowCount: frame.rowCount, report: .silent)
    var computation = RowComputation(frame, groups, report: .silent)
    return try computation.evaluate(try CallParser.parseExpression(text), named: "y").column.values
  }

  private func numbers(_ numbers: Double?...) -> [Value] {
    numbers.map { $0.map(Value.number) ?? .missing }
  }

  @Test func `rows before and after are those of the group, in its order`() throws {
    #expect(try values("lag(x)") == numbers(50, nil, nil, nil, nil, 20))
    #expect(try values("lead(x)") == numbers(nil, 60, 50, nil, 10, nil))
    #expect(try values("lag(x, 2)") == numbers(nil, nil, nil, nil, nil, nil))
    #expect(try values("lag(w)")[0] == .text("a"))
    #expect(try values("lag(x)", by: [], order: nil) == numbers(nil, 10, 20, nil, 40, 50))
  }

  @Test func `a missing value adds nothing to what runs, and stays missing`() throws {
    #expect(try values("cumsum(x)").map(\.double) == [60, 20, nil, 40, 50, 80])
    #expect(try values("cummean(x)") == numbers(30, 20, nil, 40, 50, 40))
    #expect(try values("diff(x)") == numbers(-40, nil, nil, nil, nil, 40))
  }

  @Test func `equal values share their mean rank, texts rank too`() throws {
    #expect(try values("rank(w)", by: []) == numbers(5, 3.5, 1.5, 6, 1.5, 3.5))
    #expect(try values("rank(-x)") == numbers(2, 2, nil, 1, 1, 1))
  }

  @Test func `a group's figure stands in each of its rows`() throws {
    #expect(try values("sum(x)") == numbers(60, 80, 60, 40, 60, 80))
    #expect(try values("first(x)") == numbers(50, 20, 50, 40, 50, 20))
    #expect(try values("last(x)") == numbers(10, 60, 10, 40, 10, 60))
    #expect(try values("count()") == [3, 2, 3, 1, 3, 2].map { .integer($0) })
    #expect(try values("x - min(x)") == numbers(0, 0, nil, 0, 40, 40))
    #expect(try values("x / max(x, 20) + mean(sum(x))")[0] == .number(60.5))
  }

  @Test func `a function's own text may be a column's name`() throws {
    let frame = try frame().adding(Column("lag(x)", integers: [1, 2, 3, 4, 5, 6]))
    let groups = try GroupOrder(by: [], rowCount: 6, report: .silent)
    var computation = RowComputation(frame, groups, report: .silent)
    let both = try CallParser.parseExpression("`lag(x)` + coalesce(lag(x), 0)")
    #expect(
      try computation.evaluate(both, named: "y").column.values == numbers(1, 12, 23, 4, 45, 56)
    )
  }

  @Test func `no rows give none`() throws {
    let frame = try frame().rows(at: [])
    let groups = try GroupOrder(by: frame.columns, rowCount: 0, report: .silent)
    for text in ["lag(x)", "cumsum(x)", "rank(w)", "mean(x)", "diff(t)", "first(g)", "count()"] {
      var computation = RowComputation(frame, groups, report: .silent)
      #expect(
        try computation.evaluate(try CallParser.parseExpression(text), named: "y").column.count == 0
      )
    }
  }
}
