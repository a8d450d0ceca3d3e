import Language
import Tables
import Testing

@Suite struct ColumnGatheringTests {
  private let columns = [
    Column("a", doubles: [1, .nan, 3]), Column("b", integers: [1, nil, 3]),
    Column("c", categories: ["x", nil, "z"]), Column("d", booleans: [true, nil, false]),
    Column("e", texts: ["x", nil, "z"]),
    Column("f", instants: [Instant(microseconds: 1), nil, Instant(microseconds: 3)]),
  ]

  @Test func `places may repeat, and one below 0 is a missing cell`() {
    for column in columns {
      let gathered = column.gathered(at: [2, -1, 0, 1, 2])
      let values = column.values
      #expect(gathered.values == [values[2], .missing, values[0], .missing, values[2]])
      #expect(gathered.kind == column.kind && gathered.name == column.name)
    }
  }

  @Test func `without gaps it is the rows, of no rows it is all missing`() {
    for column in columns {
      #expect(column.gathered(at: [2, 0]) == column.rows(at: [2, 0]))
      let none = column.rows(at: []).gathered(at: [-1, -1])
      #expect(none.values == [.missing, .missing] && none.kind == column.kind)
    }
  }

  @Test func `an unreadable cell goes with its row`() {
    let column = Column("n", .number, values: [.integer(1), .text("one"), .integer(2)])
    #expect(column.gathered(at: [1, -1, 0]).unreadable == [0: "one"])
  }
}
