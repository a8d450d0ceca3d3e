import Diagnostics
import Language
import Tables

/// How what was read differs from what a careful person reads, in lines to look at.
struct CorpusDifferences {
  private(set) var lines: [String] = []

  /// So many cells of a column are shown.
  private static let most = 3

  init(_ table: LoadedTable, _ expectation: Expectation) {
    if let words = expectation.error {
      lines.append("read a table of \(table.frame.rowCount) rows, expected an error with \(words)")
      return
    }
    compareColumns(table.frame, expectation.columns ?? [])
    compareWarnings(table.warnings, expectation.warnings ?? [])
  }

  init(_ fault: Diagnostic, _ expectation: Expectation) {
    guard let words = expectation.error else {
      lines.append("refused: \(fault.message)")
      return
    }
    if !words.allSatisfy(fault.message.contains) {
      lines.append("refused with '\(fault.message)', expected the words \(words)")
    }
  }

  private mutating func compareColumns(_ frame: Frame, _ columns: [Expectation.Column]) {
    if frame.names != columns.map(\.name) {
      lines.append("columns are \(frame.names), expected \(columns.map(\.name))")
    }
    let rowCount = columns.first?.cells.count ?? 0
    if frame.rowCount != rowCount {
      lines.append("there are \(frame.rowCount) rows, expected \(rowCount)")
    }
    for (column, expected) in zip(frame.columns, columns) where column.name == expected.name {
      compare(column, expected)
    }
  }

  private mutating func compare(_ column: Column, _ expected: Expectation.Column) {
    if column.kind != expected.kind {
      lines.append("'\(column.name)' is \(column.kind), expected \(expected.kind)")
    }
    let different = zip(column.values, expected.cells).enumerated().filter {
      !$0.element.1.matches($0.element.0)
    }
    for (row, (value, cell)) in different.prefix(Self.most) {
      lines.append("'\(column.name)' row \(row + 1) is \(value), expected \(cell)")
    }
    if different.count > Self.most {
      lines.append("'\(column.name)' differs in \(different.count - Self.most) more rows")
    }
    var kept: [String: String] = [:]
    for (row, text) in column.unreadable { kept[String(row + 1)] = text }
    if kept != expected.unreadable ?? [:] {
      lines.append("'\(column.name)' keeps \(kept), expected \(expected.unreadable ?? [:])")
    }
  }

  /// Each warning has to have the words of one expectation, and each expectation its warning.
  private mutating func compareWarnings(_ warnings: [String], _ expected: [[String]]) {
    var taken: [Int: Int] = [:]
    func canPlace(_ warning: Int, _ tried: inout Set<Int>) -> Bool {
      for place in expected.indices
      where expected[place].allSatisfy({ warnings[warning].contains($0) })
        && tried.insert(place).inserted
      {
        if let other = taken[place], !canPlace(other, &tried) { continue }
        taken[place] = warning
        return true
      }
      return false
    }
    for warning in warnings.indices {
      var tried: Set<Int> = []
      if !canPlace(warning, &tried) { lines.append("warned needlessly: \(warnings[warning])") }
    }
    for place in expected.indices where taken[place] == nil {
      lines.append("not warned of \(expected[place])")
    }
  }
}
