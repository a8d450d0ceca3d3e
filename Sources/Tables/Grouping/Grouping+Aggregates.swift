package import Diagnostics
import Kernels
import Language

extension Grouping {
  /// The figure of each group's values, a row a group, under the column's name.
  ///
  /// Counts are whole, and so is the sum of whole numbers unless one leaves their range, when all
  /// are doubles. Extremes, first and last keep the kind. A group without values has count and
  /// sum 0 and everything else missing; a standard deviation needs two values.
  package func aggregated(
    _ aggregate: Aggregate,
    of column: Column,
    report: Report = .silent
  ) throws(Diagnostic) -> Column {
    guard column.count == codes.count else {
      throw .wrongLength(column, rowCount: codes.count)
    }
    guard aggregate.takes(column.kind) else { throw .refused(aggregate, of: column) }
    try report(Progress("\(aggregate.rawValue) of \(column.name)", done: 0, of: 1))
    switch aggregate {
    case .count: return whole(presentCounts(of: column), column.name)
    case .missing:
      let missing = zip(sizes, presentCounts(of: column)).map { $0 - $1 }
      return whole(missing, column.name)
    case .distinct: return try distinctCounts(of: column, report)
    case .sum: return sums(of: column)
    case .mean, .sd, .q1, .median, .q3: return figures(aggregate, of: column)
    case .min, .max, .first, .last:
      return column.picking(chosenRows(aggregate, of: column))
    }
  }

  private func whole(_ counts: [Int], _ name: String) -> Column {
    Column(name, .integers(PackedIntegers(counts.map(Int64.init))))
  }

  private func presentCounts(of column: Column) -> [Int] {
    guard column.missingCount > 0 else { return sizes }
    var counts = [Int](repeating: 0, count: count)
    for row in codes.indices where !column.isMissing(at: row) { counts[Int(codes[row])] += 1 }
    return counts
  }

  /// Distinct pairs of group and value, counted by group.
  private func distinctCounts(of column: Column, _ report: Report) throws(Diagnostic) -> Column {
    let pairs = GroupKeys(codes: codes, bound: count).combined(with: GroupKeys(of: column))
      .compacted()
    var isSeen = [Bool](repeating: false, count: pairs.bound)
    var counts = [Int](repeating: 0, count: count)
    for row in codes.indices where !column.isMissing(at: row) {
      let pair = Int(pairs.codes[row])
      if !isSeen[pair] {
        isSeen[pair] = true
        counts[Int(codes[row])] += 1
      }
    }
    return whole(counts, column.name)
  }

  private func sums(of column: Column) -> Column {
    switch column.data {
    case .integers(let values):
      if let column = wholeSums(of: values.indices.lazy.map { values[$0] }, column.name) {
        return column
      }
    case .booleans(let values):
      if let column = wholeSums(of: values.indices.lazy.map { values[$0] ? 1 : 0 }, column.name) {
        return column
      }
    default: break
    }
    return Column(column.name, doubles: each(of: column) { sum(of: $0) })
  }

  /// Nil on overflow; a missing row's value is 0.
  private func wholeSums(of values: some Sequence<Int64>, _ name: String) -> Column? {
    var sums = [Int64](repeating: 0, count: count)
    for (row, value) in values.enumerated() {
      let (total, overflow) = sums[Int(codes[row])].addingReportingOverflow(value)
      guard !overflow else { return nil }
      sums[Int(codes[row])] = total
    }
    return Column(name, .integers(PackedIntegers(sums)))
  }

  private func figures(_ aggregate: Aggregate, of column: Column) -> Column {
    let figures = each(of: column) { (values: [Double]) -> Double in
      switch aggregate {
      case .mean: mean(of: values)
      case .sd: Moments(of: values).standardDeviation
      case .q1: quantiles([0.25], of: values)[0]
      case .q3: quantiles([0.75], of: values)[0]
      default: median(of: values)
      }
    }
    guard column.kind == .datetime else { return Column(column.name, doubles: figures) }
    return Column(
      column.name,
      instants: figures.map { Int64(exactly: $0.rounded()).map(Instant.init(microseconds:)) }
    )
  }

  /// What `body` says of the values of each group.
  private func each(of column: Column, _ body: ([Double]) -> Double) -> [Double] {
    guard let doubles = column.doubles else { return [] }
    let grouped = GroupedRows(self)
    return (0..<count).map { group in
      body(grouped.rows(of: group).lazy.map { doubles[Int($0)] }.filter { !$0.isNaN })
    }
  }

  /// The row whose value stands for each group; nil in a group without values.
  private func chosenRows(_ aggregate: Aggregate, of column: Column) -> [Int?] {
    var rows = [Int?](repeating: nil, count: count)
    let keys = aggregate == .min || aggregate == .max ? GroupKeys(of: column).codes : []
    for row in codes.indices where !column.isMissing(at: row) {
      let group = Int(codes[row])
      guard let known = rows[group] else {
        rows[group] = row
        continue
      }
      switch aggregate {
      case .min: if keys[row] < keys[known] { rows[group] = row }
      case .max: if keys[row] > keys[known] { rows[group] = row }
      case .last: rows[group] = row
      default: break
      }
    }
    return rows
  }
}

extension Column {
  /// The rows at these places; nil is a missing one.
  fileprivate func picking(_ rows: [Int?]) -> Column {
    guard count > 0 else { return self }
    let picked = self.rows(at: rows.map { $0 ?? 0 })
    return Column(
      name,
      picked.data,
      validity: Validity(count: rows.count) { rows[$0] != nil && !picked.isMissing(at: $0) }
    )
  }
}

extension Diagnostic {
  fileprivate static func refused(_ aggregate: Aggregate, of column: Column) -> Diagnostic {
    Diagnostic(
      .data,
      "'\(column.name)' is \(column.kind.withArticle), which has no \(aggregate.rawValue)",
      try: "count \(Words.quotedName(column.name))",
      subject: column.name
    )
  }
}
