import Statistics
import Tables
import Testing

@Suite struct MissingnessTests {
  @Test func `columns that are missing together make a pattern`() throws {
    let frame = try Frame([
      Column("a", integers: [1, nil, nil, 4]), Column("b", integers: [1, nil, nil, nil]),
      Column("c", integers: [1, 2, 3, 4]),
    ])
    let found = Missingness(of: frame)
    #expect(found.columns.map(\.missing) == [2, 3, 0])
    #expect(found.columns[0].share == 0.5)
    #expect(found.patterns.map(\.columns) == [["a", "b"], [], ["b"]])
    #expect(found.patterns.map(\.rows) == [2, 1, 1])
  }

  @Test func `a table without rows has no patterns`() {
    #expect(Missingness(of: Frame()).patterns.isEmpty)
  }
}
