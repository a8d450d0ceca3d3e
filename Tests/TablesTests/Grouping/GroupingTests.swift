import Diagnostics
import Language
import Tables
import TestSupport
import Testing

@Suite struct GroupingTests {
  @Test(arguments: GroupingOracle.all.indices)
  func `groups and their figures are those of pandas`(place: Int) throws {
    let oracle = GroupingOracle.all[place]
    let frame = try CSVReader().read("\(repository)/samples/\(oracle.name).csv").frame
    let keys = try oracle.keys.map { try frame.column(named: $0) }
    let grouping = try Grouping(by: keys, rowCount: frame.rowCount)
    #expect(grouping.firstRows == oracle.firsts)
    #expect(grouping.sizes == oracle.sizes)
    for figures in oracle.figures {
      let column = try frame.column(named: figures.column)
      let found = try grouping.aggregated(figures.aggregate, of: column)
      #expect(found.count == figures.values.count)
      for (group, expected) in figures.values.enumerated() {
        let value = found.value(at: group)
        switch expected {
        case .missing: #expect(value == .missing, "\(figures.aggregate) of \(figures.column)")
        case .text(let text): #expect(value.plainText == text)
        case .number(let number):
          let own = found.doubles?[group] ?? .nan
          #expect(abs(own - number) <= 1e-12 * abs(number), "\(figures.aggregate)")
        }
      }
    }
  }

  @Test func `the oracle is there`() { #expect(GroupingOracle.all.count == 5) }

  @Test func `keys ascend, the first column first, and missing stands last`() throws {
    let a = Column("a", categories: ["y", nil, "x", "y", "x", nil])
    let b = Column("b", doubles: [2, -1, .nan, -0.0, 1e300, -1])
    let grouping = try Grouping(by: [a, b], rowCount: 6)
    #expect(grouping.codes == [3, 4, 1, 2, 0, 4])
    #expect(grouping.firstRows == [4, 2, 3, 0, 1])
    #expect(grouping.sizes == [1, 1, 1, 1, 2])
  }

  @Test func `a level without rows is no group`() throws {
    let column = Column("a", categories: ["x", "y", "z"]).rows(at: [2, 0, 2])
    let grouping = try Grouping(by: [column], rowCount: 3)
    #expect(grouping.codes == [1, 0, 1])
    #expect(grouping.count == 2)
  }

  @Test func `no column makes one group, no row makes none`() throws {
    #expect(try Grouping(by: [], rowCount: 3).sizes == [3])
    #expect(try Grouping(by: [], rowCount: 0).count == 0)
    let empty = Column("a", integers: [])
    let grouping = try Grouping(by: [empty], rowCount: 0)
    #expect(grouping.count == 0)
    #expect(try grouping.aggregated(.mean, of: empty).count == 0)
    #expect(try grouping.aggregated(.first, of: empty).count == 0)
  }

  @Test func `both zeros are one key, and whole numbers of any range are keys`() throws {
    let zeros = try Grouping(by: [Column("a", doubles: [0, -0.0, 1])], rowCount: 3)
    #expect(zeros.sizes == [2, 1])
    let wide = Column("a", integers: [.max, .min, nil, 0, .max])
    #expect(try Grouping(by: [wide], rowCount: 5).codes == [2, 0, 3, 1, 2])
  }

  @Test func `a group without values has count and sum 0 and nothing else`() throws {
    let key = Column("k", integers: [1, 1, 2])
    let grouping = try Grouping(by: [key], rowCount: 3)
    let column = Column("v", integers: [nil, nil, 5])
    for aggregate in Aggregate.allCases {
      let value = try grouping.aggregated(aggregate, of: column).value(at: 0)
      switch aggregate {
      case .count, .distinct, .sum: #expect(value == .integer(0))
      case .missing: #expect(value == .integer(2))
      default: #expect(value == .missing)
      }
    }
    #expect(try grouping.aggregated(.sd, of: column).value(at: 1) == .missing)
  }

  @Test func `sums of whole numbers are whole until one leaves the range`() throws {
    let grouping = try Grouping(by: [Column("k", booleans: [true, true, false])], rowCount: 3)
    let small = try grouping.aggregated(.sum, of: Column("v", integers: [1, 2, 3]))
    #expect(small.values == [.integer(3), .integer(3)])
    let large = try grouping.aggregated(.sum, of: Column("v", integers: [.max, 1, 3]))
    #expect(large.values == [.number(3), .number(9_223_372_036_854_775_808)])
  }

  @Test func `extremes, first and last keep the kind`() throws {
    let grouping = try Grouping(by: [Column("k", integers: [1, 1, 1, 2])], rowCount: 4)
    let texts = Column("t", texts: [nil, "b", "a", nil])
    #expect(try grouping.aggregated(.min, of: texts).values == [.text("a"), .missing])
    #expect(try grouping.aggregated(.max, of: texts).kind == .text)
    #expect(try grouping.aggregated(.first, of: texts).values == [.text("b"), .missing])
    #expect(try grouping.aggregated(.last, of: texts).values == [.text("a"), .missing])
    let times = Column("d", instants: [.init(microseconds: 1), .init(microseconds: 5), nil, nil])
    #expect(
      try grouping.aggregated(.mean, of: times).values[0] == .datetime(.init(microseconds: 3))
    )
  }

  @Test func `a figure that the kind does not have is refused`() throws {
    let grouping = try Grouping(by: [], rowCount: 1)
    do throws(Diagnostic) {
      _ = try grouping.aggregated(.mean, of: Column("t", texts: ["a"]))
      Issue.record("there is no mean of texts")
    } catch {
      #expect(error.message == "'t' is text, which has no mean")
    }
  }
}
