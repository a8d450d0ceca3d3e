import Diagnostics
import Kernels

/// Columns of one length with all their products by pairs, over the rows where both have a value.
///
/// Rows go through in panels that stay in a cache. A panel holds the columns about their own means,
/// 0 where missing; for columns with gaps it holds also which values are there, and then all squares,
/// so that one matrix product gives every sum that a pair's own means and spreads follow from.
struct CorrelationPanels {
  enum Coefficient: Equatable {
    case defined(Double)
    /// Fewer than two rows, or no spread.
    case undefined
    /// The sums can't say: the pair's rows spread far less than their columns, or a column's spread
    /// is beyond the range of doubles.
    case unsure
  }

  private let scales: [Scale]
  /// By column: its place among those with missing values.
  private let gaps: [Int?]
  private let sums: Matrix

  /// What brings a column's mean to 0 and the greatest distance from it to 1.
  private struct Scale {
    var isConstant = false
    var centre = 0.0
    /// 0 where there is none.
    var factor = 0.0
  }

  private static let panelSize = 2048

  /// `columns`: NaN = missing.
  init(_ columns: [[Double]], isComplete: [Bool], report: Report) throws(Diagnostic) {
    let scales = ChunkRunner.results(columns.count) { Self.scale(of: columns[$0]) }
    let gapped = columns.indices.filter { !isComplete[$0] }
    gaps = columns.indices.map { gapped.firstIndex(of: $0) }
    let rowCount = columns.first?.count ?? 0
    let chunkSize = 32 * Self.panelSize
    let width = columns.count + (gapped.isEmpty ? 0 : gapped.count + columns.count)
    let parts = try ChunkRunner.run(rows: rowCount, size: chunkSize) { (rows) throws(Diagnostic) in
      try report(Progress("correlations", done: rows.lowerBound, of: rowCount))
      var sums = Matrix(rowCount: width, columnCount: width)
      for start in stride(from: rows.lowerBound, to: rows.upperBound, by: Self.panelSize) {
        let panel = start..<min(start + Self.panelSize, rows.upperBound)
        sums.add(Self.panel(panel, of: columns, scales, gapped).gram)
      }
      return sums
    }
    var sums = Matrix(rowCount: width, columnCount: width)
    for part in parts { sums.add(part) }
    self.sums = sums
    self.scales = scales
  }

  private static func scale(of column: [Double]) -> Scale {
    let present = column.withoutNaN
    guard let (low, high) = extremes(of: present.span), low < high else {
      return Scale(isConstant: true)
    }
    let centre = mean(of: present)
    let factor = 1 / max(high - centre, centre - low)
    return Scale(centre: centre, factor: factor.isFinite ? factor : 0)
  }

  private static func panel(
    _ rows: Range<Int>,
    of columns: [[Double]],
    _ scales: [Scale],
    _ gapped: [Int]
  ) -> Matrix {
    var storage: [Double] = []
    let width = columns.count + (gapped.isEmpty ? 0 : gapped.count + columns.count)
    storage.reserveCapacity(rows.count * width)
    for (column, scale) in zip(columns, scales) {
      let (centre, factor) = (scale.centre, scale.factor)
      for row in rows {
        let value = (column[row] - centre) * factor
        storage.append(value.isNaN ? 0 : value)
      }
    }
    if !gapped.isEmpty {
      for place in gapped {
        for row in rows { storage.append(columns[place][row].isNaN ? 0 : 1) }
      }
      for index in 0..<rows.count * columns.count {
        storage.append(storage[index] * storage[index])
      }
    }
    return Matrix(rowCount: rows.count, columnCount: width, storage: storage)
  }

  func coefficient(_ a: Int, _ b: Int) -> Coefficient {
    guard !scales[a].isConstant, !scales[b].isConstant else { return .undefined }
    guard scales[a].factor > 0, scales[b].factor > 0 else { return .unsure }
    let columnCount = scales.count
    let masks = (a: gaps[a].map { $0 + columnCount }, b: gaps[b].map { $0 + columnCount })
    guard let maskOfA = masks.a ?? masks.b, let maskOfB = masks.b ?? masks.a else {
      return Self.coefficient(sums[a, b], sums[a, a], sums[b, b])
    }
    // A column is 0 where it is missing itself, so the other one's gaps are left to leave out.
    let count = sums[maskOfA, maskOfB]
    guard count > 1 else { return .undefined }
    let squares = columnCount + gaps.count { $0 != nil }
    let totals = (a: sums[a, maskOfB], b: sums[b, maskOfA])
    let all = (a: sums[squares + a, maskOfB], b: sums[squares + b, maskOfA])
    let spread = (a: all.a - totals.a * totals.a / count, b: all.b - totals.b * totals.b / count)
    guard spread.a > 1e-3 * all.a, spread.b > 1e-3 * all.b else { return .unsure }
    return Self.coefficient(sums[a, b] - totals.a * totals.b / count, spread.a, spread.b)
  }

  private static func coefficient(
    _ products: Double,
    _ a: Double,
    _ b: Double
  ) -> Coefficient {
    let ratio = products / (a * b).squareRoot()
    return ratio.isFinite ? .defined(max(-1, min(1, ratio))) : .unsure
  }
}
