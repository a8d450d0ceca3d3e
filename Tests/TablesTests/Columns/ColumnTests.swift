import Diagnostics
import Language
import Tables
import Testing

@Suite struct ColumnTests {
  @Test func `levels are sorted by scalar whatever the order of rows`() {
    let a = Column("x", categories: ["b", nil, "a", "Z", "b"])
    #expect(a.categories.levels == ["Z", "a", "b"])
    #expect(Array(a.categories.codes) == [2, Categories.missingCode, 1, 0, 2])
    #expect(a.categories.counts == [1, 1, 2])
    #expect(a.categories.code(of: "a") == 1)
    #expect(a.categories.code(of: "q") == nil)
    #expect(a.missingCount == 1)
  }

  @Test func `doubles that aren't finite are missing`() {
    let column = Column("x", doubles: [1, .infinity, .nan])
    #expect(column.values == [.number(1), .missing, .missing])
    #expect(column == Column("x", doubles: [1, .nan, -.infinity]))
  }

  @Test func `what stands under a missing cell doesn't matter`() {
    let valid = Validity([true, false])
    let a = Column("x", .integers(PackedIntegers([1, 5] as [Int64])), validity: valid)
    let b = Column("x", .integers(PackedIntegers([1, 9] as [Int64])), validity: valid)
    #expect(a == b)
    #expect(a.digest == b.digest)
    #expect(a.digest != Column("x", integers: [1, 5]).digest)
  }

  @Test func `rows are gathered with their unreadable texts`() {
    let column = Column("x", texts: ["1", "two", "3"]).converted(to: .number)
    #expect(column.unreadable == [1: "two"])
    let rows = column.rows(at: [2, 1, 1])
    #expect(rows.values == [.integer(3), .missing, .missing])
    #expect(rows.unreadable == [1: "two", 2: "two"])
  }

  @Test func `values convert to other kinds and back`() {
    let numbers = Column("x", texts: ["1", " 2.5", "x", nil, "NA"]).converted(to: .number)
    #expect(numbers.values == [.number(1), .number(2.5), .missing, .missing, .missing])
    #expect(numbers.unreadable == [2: "x"])
    #expect(
      numbers.converted(to: .text).values == [
        .text("1"), .text("2.5"), .text("x"), .missing, .missing,
      ]
    )
    #expect(
      Column("x", categories: ["yes", "NO", "1", "maybe"]).converted(to: .boolean).values
        == [.boolean(true), .boolean(false), .boolean(true), .missing]
    )
    #expect(
      Column("x", integers: [0, 1, 2, nil]).converted(to: .boolean).unreadable == [2: "2"]
    )
    #expect(
      Column("x", booleans: [true, false]).converted(to: .number).values == [
        .integer(1), .integer(0),
      ]
    )
    #expect(
      Column("x", integers: [3, 1]).converted(to: .category).categories.levels == ["1", "3"]
    )
    #expect(
      Column("x", texts: ["2024-01-31", "31.1.2024"]).converted(to: .datetime).unreadable
        == [1: "31.1.2024"]
    )
    #expect(
      Column("x", texts: ["", nil]).converted(to: .category).values == [.text(""), .missing]
    )
  }

  @Test func `numbers are asked of the right kinds`() throws {
    #expect(try Column("x", booleans: [true, false]).numbers() == [1, 0])
    do throws(Diagnostic) {
      _ = try Column("wall", categories: ["a"]).numbers()
      Issue.record("a category is no number")
    } catch {
      #expect(error.message == "'wall' is a category, expected a number")
      #expect(error.subject == "wall")
    }
  }

  @Test func `a validity counts and keeps spare bits clear`() {
    var validity = Validity(repeating: true, count: 70)
    #expect(validity.isAllSet)
    validity[69] = false
    #expect(validity.setCount == 69)
    #expect(Validity(count: 70) { $0 != 69 } == validity)
    #expect(validity.rows(at: [69, 0]) == Validity([false, true]))
  }

  @Test func `texts are told apart byte by byte`() {
    var interner = Interner()
    let codes = (0..<5_000).map { interner.code(of: "k\($0 % 1_234)") }
    #expect(interner.count == 1_234)
    #expect(codes[1_234] == 0)
    #expect(interner.code(of: "é") != interner.code(of: "e\u{301}"))
    #expect(interner.code(of: "") == interner.code(of: ""))
  }
}
