import Kernels

/// A design seen through columns of mean 0 and deviation 1, with a column of ones at the end.
///
/// Rows are made when asked for, so no second copy of the data is kept. A column without spread
/// becomes zeros.
struct StandardDesign: Sendable {
  let design: Matrix
  let means: [Double]
  /// 1 for columns without spread.
  let scales: [Double]
  private let isFlat: [Bool]

  init(_ design: Matrix) {
    var means: [Double] = []
    var scales: [Double] = []
    var isFlat: [Bool] = []
    for j in 0..<design.columnCount {
      let moments = Moments(of: design.column(j).span)
      let deviation = moments.standardDeviation
      let hasSpread =
        design.column(j).hasSpread(around: moments.mean) && deviation > 0 && deviation.isFinite
      means.append(moments.mean)
      scales.append(hasSpread ? deviation : 1)
      isFlat.append(!hasSpread)
    }
    self.design = design
    self.means = means
    self.scales = scales
    self.isFlat = isFlat
  }

  var rowCount: Int { design.rowCount }
  /// Columns with the one for the intercept.
  var width: Int { design.columnCount + 1 }

  func rows(_ rows: Range<Int>) -> Matrix {
    var storage: [Double] = []
    storage.reserveCapacity(rows.count * width)
    for j in 0..<design.columnCount {
      let column = design.column(j)
      let (mean, scale) = (means[j], scales[j])
      for i in rows {
        storage.append(isFlat[j] ? 0 : (column[column.startIndex + i] - mean) / scale)
      }
    }
    storage += [Double](repeating: 1, count: rows.count)
    return Matrix(rowCount: rows.count, columnCount: width, storage: storage)
  }
}
