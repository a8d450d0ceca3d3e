import Language
import Tables
import Testing

@Suite struct OrderKeyTests {
  private func rows(_ keys: OrderKey...) -> [Int] {
    OrderKey.rows(by: keys, rowCount: keys.first?.column.count ?? 0)
  }

  @Test func `missing values come last either way, equal rows keep their places`() {
    let column = Column("x", doubles: [2, .nan, 1, 2, .nan, -0.0, 0])
    #expect(rows(OrderKey(column)) == [5, 6, 2, 0, 3, 1, 4])
    #expect(rows(OrderKey(column, isDescending: true)) == [0, 3, 2, 5, 6, 1, 4])
  }

  @Test func `each kind has its order`() {
    let texts = ["b", "é", nil, "B", "a"]
    #expect(rows(OrderKey(Column("t", texts: texts))) == [3, 4, 0, 1, 2])
    #expect(rows(OrderKey(Column("c", categories: texts), isDescending: true)) == [1, 0, 4, 3, 2])
    #expect(rows(OrderKey(Column("f", booleans: [true, nil, false]))) == [2, 0, 1])
    let times: [Instant?] = [Instant(microseconds: 3), nil, Instant(microseconds: -5)]
    #expect(rows(OrderKey(Column("d", instants: times))) == [2, 0, 1])
  }

  @Test func `the first key counts before the next`() {
    let first = Column("a", categories: ["u", "v", "u", "v"])
    let second = Column("b", integers: [1, 2, 2, 1])
    #expect(rows(OrderKey(first), OrderKey(second, isDescending: true)) == [2, 0, 1, 3])
    #expect(OrderKey.rows(by: [], rowCount: 3) == [0, 1, 2])
  }

  @Test func `neighbours that share a double are told apart`() {
    let large: Int64 = 1 << 60
    let column = Column("n", integers: [large + 1, large, nil, -large, -large - 1, 0])
    #expect(rows(OrderKey(column)) == [4, 3, 5, 1, 0, 2])
    #expect(rows(OrderKey(column, isDescending: true)) == [0, 1, 5, 3, 4, 2])
  }
}
