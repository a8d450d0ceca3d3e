import Language
import Statistics
import Tables
import Testing

@Suite struct ColumnSummaryTests {
  @Test(arguments: [3, 500, 150_000])
  func `texts are counted, few and many`(different: Int) {
    let texts = (0..<200_000).map { row in
      row % 9 == 0 ? nil : row % 7 == 0 ? "common" : "text \(row * 7919 % different)"
    }
    let summary = ColumnSummary(of: Column("x", texts: texts))
    let counts = Dictionary(grouping: texts.compactMap { $0 }) { $0 }.mapValues(\.count)
    #expect(summary.count == texts.count { $0 != nil })
    #expect(summary.missing == texts.count { $0 == nil })
    #expect(summary.distinct == counts.count)
    #expect(summary.topCount == counts.values.max())
    let tied = counts.filter { $0.value == summary.topCount }.keys
    #expect(summary.top == tied.min { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map(Value.text))
  }

  @Test func `of texts that tie the first by scalar is the top, and no text has none`() {
    let tied = ColumnSummary(of: Column("x", texts: ["b", "", "a", nil, "é"]))
    #expect(tied.top == .text("") && tied.topCount == 1 && tied.distinct == 4)
    let none = ColumnSummary(of: Column("x", texts: [nil, nil]))
    #expect(none.top == nil && none.topCount == nil && none.distinct == 0)
    #expect(ColumnSummary(of: Column("x", texts: [])).distinct == 0)
  }
}
