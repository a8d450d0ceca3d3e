import Diagnostics
import Language
import Tables
import Testing

@Suite struct TableJoinTests {
  private func join(
    _ kind: JoinKind,
    _ left: Frame,
    _ right: Frame,
    on names: [String]
  ) throws(Diagnostic) -> TableJoin {
    var keys: [(left: Column, right: Column)] = []
    for name in names {
      keys.append((try left.column(named: name), try right.column(named: name)))
    }
    return try TableJoin(kind, left, right, on: keys, named: "other", report: .silent)
  }

  private func left() throws(Diagnostic) -> Frame {
    try Frame(
      [
        Column("k", integers: [1, 2, nil, 3, 2]),
        Column("x", categories: ["a", "b", "c", "d", "e"]),
      ],
      rowNumbers: RowNumbers([10, 11, 12, 13, 14])
    )
  }

  private func right() throws(Diagnostic) -> Frame {
    try Frame([
      Column("k", doubles: [2, 1, .nan, 9, 2]),
      Column("x", texts: ["p", "q", "r", "s", "t"]),
    ])
  }

  @Test func `every kind keeps its rows, in the order of the left table`() throws {
    let wanted: [JoinKind: [(String, String)]] = [
      .inner: [("a", "q"), ("b", "p"), ("b", "t"), ("e", "p"), ("e", "t")],
      .left: [
        ("a", "q"), ("b", "p"), ("b", "t"), ("c", ""), ("d", ""), ("e", "p"), ("e", "t"),
      ],
      .right: [
        ("a", "q"), ("b", "p"), ("b", "t"), ("e", "p"), ("e", "t"), ("", "r"), ("", "s"),
      ],
      .full: [
        ("a", "q"), ("b", "p"), ("b", "t"), ("c", ""), ("d", ""), ("e", "p"), ("e", "t"), ("", "r"),
        ("", "s"),
      ],
    ]
    for (kind, rows) in wanted {
      let frame = try join(kind, left(), right(), on: ["k"]).frame
      #expect(frame.names == ["k", "x", "other.x"])
      #expect(try frame.column(named: "x").values.map(\.plainText) == rows.map(\.0), "\(kind)")
      #expect(
        try frame.column(named: "other.x").values.map(\.plainText) == rows.map(\.1),
        "\(kind)"
      )
      #expect(Set(frame.rowNumbers.array).count == rows.count, "\(kind)")
    }
    #expect(try join(.semi, left(), right(), on: ["k"]).frame.rowNumbers.array == [10, 11, 14])
    #expect(try join(.anti, left(), right(), on: ["k"]).frame.rowNumbers.array == [12, 13])
  }

  @Test func `rows of the right table alone have their key`() throws {
    let frame = try join(.full, left(), right(), on: ["k"]).frame
    #expect(try frame.column(named: "k").values.suffix(2) == [.missing, .number(9)])
  }

  @Test func `unique matches keep the left table's numbers`() throws {
    let once = try right().rows(at: [0, 1])
    let inner = try join(.inner, left(), once, on: ["k"])
    #expect(inner.isSelection && inner.frame.rowNumbers.array == [10, 11, 14])
    let outer = try join(.left, left(), once, on: ["k"])
    #expect(outer.isSelection)
    #expect(try outer.frame.rowNumbers == left().rowNumbers)
    #expect(try !join(.inner, left(), right(), on: ["k"]).isSelection)
  }

  @Test func `texts match byte for byte, whole numbers exactly`() throws {
    let texts = try Frame([Column("k", categories: ["é", "e\u{301}", ""])])
    let others = try Frame([Column("k", texts: ["e\u{301}", ""]), Column("n", integers: [1, 2])])
    let found = try join(.left, texts, others, on: ["k"]).frame.column(named: "n").values
    #expect(found == [.missing, .integer(1), .integer(2)])
    let large: Int64 = 9_007_199_254_740_992
    let wholes = try Frame([Column("k", integers: [large, large + 1])])
    let near = try Frame([Column("k", integers: [large + 1]), Column("n", integers: [7])])
    #expect(
      try join(.left, wholes, near, on: ["k"]).frame.column(named: "n").values
        == [.missing, .integer(7)]
    )
  }

  @Test func `tables without rows join`() throws {
    let none = try left().rows(at: [])
    for kind in JoinKind.allCases {
      #expect(try join(kind, none, none, on: ["k"]).frame.rowCount == 0)
      let some = try join(kind, left(), try right().rows(at: []), on: ["k"]).frame.rowCount
      #expect(some == ([.left, .full, .anti].contains(kind) ? 5 : 0), "\(kind)")
    }
    #expect(try join(.full, none, right(), on: ["k"]).frame.rowCount == 5)
  }
}
