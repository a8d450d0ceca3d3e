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
    case .distinct: return distinctCounts(of: column)
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
    var counts = sizes
    column.validity?.forEachClear { counts[Int(codes[$0])] -= 1 }
    return counts
  }

  /// Distinct pairs of group and value, counted by group.
  private func distinctCounts(of column: Column) -> Column {
    let pairs = GroupKeys(codes: codes, bound: count).combined(with: GroupKeys(of: column))
    let found = GroupSizes(of: pairs)
    var counts = [Int](repeating: 0, count: count)
    for pair in found.sizes.indices where found.sizes[pair] > 0 {
      let row = Int(found.firstRows[pair])
      if !column.isMissing(at: row) { counts[Int(codes[row])] += 1 }
    }
    return whole(counts, column.name)
  }

  private func sums(of column: Column) -> Column {
    switch column.data {
    case .integers(let values):
      if let sums = wholeSums(of: values) { return Column(column.name, .integers(sums)) }
    case .booleans(let values):
      let ones = PackedIntegers(values.indices.map { values[$0] ? 1 as Int8 : 0 })
      if let sums = wholeSums(of: ones) { return Column(column.name, .integers(sums)) }
    default: break
    }
    guard let doubles = column.doubles else { return column }
    let found = GroupSums(of: doubles.span, codes: codes.span, groupCount: count)
    return Column(column.name, doubles: found.sums)
  }

  /// Nil on overflow; a missing row's value is 0.
  private func wholeSums(of values: PackedIntegers) -> PackedIntegers? {
    switch values.storage {
    case .int8(let values): wholeSums(of: values)
    case .int16(let values): wholeSums(of: values)
    case .int32(let values): wholeSums(of: values)
    case .int64(let values): wholeSums(of: values)
    }
  }

  private func wholeSums<Number: FixedWidthInteger & SignedInteger & Sendable>(
    of values: [Number]
  ) -> PackedIntegers? {
    let size = GroupSizes.chunkSize(groupCount: count)
    let parts = ChunkRunner.parts(of: values.span, size: size) { part, start -> [Int64]? in
      var sums = [Int64](repeating: 0, count: count)
      var overflows = false
      for index in part.indices {
        let group = Int(codes[start + index])
        let (total, overflow) = sums[group].addingReportingOverflow(Int64(part[index]))
        sums[group] = total
        overflows = overflows || overflow
      }
      return overflows ? nil : sums
    }
    var sums = [Int64](repeating: 0, count: count)
    for part in parts {
      guard let part else { return nil }
      for group in 0..<count {
        let (total, overflow) = sums[group].addingReportingOverflow(part[group])
        guard !overflow else { return nil }
        sums[group] = total
      }
    }
    return PackedIntegers(sums)
  }

  private func figures(_ aggregate: Aggregate, of column: Column) -> Column {
    guard let doubles = column.doubles else { return column }
    let figures =
      switch aggregate {
      case .mean: means(of: doubles)
      case .sd: deviations(of: doubles)
      case .q1: grouped(doubles).quantiles(0.25)
      case .q3: grouped(doubles).quantiles(0.75)
      default: grouped(doubles).quantiles(0.5)
      }
    guard column.kind == .datetime else { return Column(column.name, doubles: figures) }
    return Column(
      column.name,
      instants: figures.map { Int64(exactly: $0.rounded()).map(Instant.init(microseconds:)) }
    )
  }

  private func grouped(_ doubles: [Double]) -> GroupedNumbers {
    GroupedNumbers(doubles.span, codes: codes.span, groupCount: count)
  }

  private func means(of doubles: [Double]) -> [Double] {
    let found = GroupSums(of: doubles.span, codes: codes.span, groupCount: count)
    guard found.sums.allSatisfy(\.isFinite) else {
      return grouped(doubles).each { mean(of: $0.span) }
    }
    return zip(found.sums, found.counts).map { $0 / Double($1) }
  }

  private func deviations(of doubles: [Double]) -> [Double] {
    let found = GroupSums(of: doubles.span, codes: codes.span, groupCount: count)
    guard found.sums.allSatisfy(\.isFinite),
      let squares = found.squares(of: doubles.span, codes: codes.span)
    else { return grouped(doubles).each { Moments(of: $0.span).standardDeviation } }
    return zip(squares, found.counts).map { squares, count in
      count > 1 ? (squares / Double(count - 1)).squareRoot() : .nan
    }
  }

  /// The row whose value stands for each group; nil in a group without values.
  private func chosenRows(_ aggregate: Aggregate, of column: Column) -> [Int?] {
    switch aggregate {
    case .first: return chosenRows(among: codes, of: column) { _, _ in false }
    case .last: return chosenRows(among: codes, of: column) { _, _ in true }
    default: break
    }
    let isLeast = aggregate == .min
    switch column.data {
    case .doubles(let values):
      return chosenRows(among: values, of: column) { isLeast ? $0 < $1 : $0 > $1 }
    default:
      let keys = GroupKeys(of: column).codes
      return chosenRows(among: keys, of: column) { isLeast ? $0 < $1 : $0 > $1 }
    }
  }

  /// In each group the first row whose value replaces none, or the one that replaced last.
  @inline(__always)
  private func chosenRows<Element: Sendable>(
    among values: [Element],
    of column: Column,
    replaces: (_ newcomer: Element, _ known: Element) -> Bool
  ) -> [Int?] {
    let validity = column.validity
    var rows = [UInt32](repeating: .max, count: count)
    for row in codes.indices where validity?[row] ?? true {
      let group = Int(codes[row])
      if rows[group] == .max || replaces(values[row], values[Int(rows[group])]) {
        rows[group] = UInt32(truncatingIfNeeded: row)
      }
    }
    return rows.map { $0 == .max ? nil : Int($0) }
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
