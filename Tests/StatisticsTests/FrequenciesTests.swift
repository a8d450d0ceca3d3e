import Language
import Statistics
import Tables
import Testing

@Suite struct FrequenciesTests {
  @Test func `texts come by count, ties by scalar`() {
    let found = Frequencies(of: Column("x", categories: ["b", "a", nil, "c", "c"]))
    #expect(found.levels.map(\.value) == [.text("c"), .text("a"), .text("b")])
    #expect(found.levels.map(\.count) == [2, 1, 1])
    #expect(found.levels.map(\.share) == [0.5, 0.25, 0.25])
    #expect(found.missing == 1)
  }

  @Test func `numbers come by value unless told`() {
    let column = Column("x", doubles: [2.5, 1, 2.5, .nan])
    #expect(Frequencies(of: column).levels.map(\.value) == [.number(1), .number(2.5)])
    #expect(
      Frequencies(of: column, order: .count).levels.map(\.value) == [.number(2.5), .number(1)]
    )
    #expect(Frequencies(of: Column("x", integers: [3, nil, 3])).levels.map(\.count) == [2])
  }

  @Test func `booleans and datetimes count too, and levels without rows don't`() {
    #expect(
      Frequencies(of: Column("x", booleans: [true, nil, true])).levels.map(\.value)
        == [.boolean(true)]
    )
    let days = Column("x", instants: [Instant("2024-01-02"), Instant("2024-01-01"), nil])
    #expect(Frequencies(of: days).levels.map(\.value.plainText) == ["2024-01-01", "2024-01-02"])
    let rest = Column("x", categories: ["a", "b"]).rows(at: [1])
    #expect(Frequencies(of: rest).distinct == 1)
    #expect(Frequencies(of: Column("x", categories: [nil])).levels.isEmpty)
  }

  @Test func `a column's summary names its most frequent value`() {
    let summary = ColumnSummary(of: Column("x", categories: ["b", "a", "b", nil]))
    #expect(summary.top == .text("b"))
    #expect(summary.topCount == 2)
    #expect(summary.distinct == 2)
    let days = ColumnSummary(
      of: Column("x", instants: [Instant("2024-01-02"), nil, Instant("2023-01-01")])
    )
    #expect(days.earliest?.text == "2023-01-01")
    #expect(days.latest?.text == "2024-01-02")
  }
}
