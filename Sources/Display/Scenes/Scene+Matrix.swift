import Canvas

extension Scene {
  /// A heat map with the number in each cell.
  package struct Matrix: Hashable, Sendable {
    package enum Scale: Hashable, Sendable {
      /// From -1 to 1, neutral at 0: correlations.
      case correlation
      /// From the lowest to the highest of the numbers, or from 0 when none is negative.
      case sequential
    }

    package var rowNames: [String]
    package var columnNames: [String]
    /// Rows of numbers; NaN = undefined.
    package var values: [[Double]]
    package var scale: Scale
    /// What stands in each cell; nil = the numbers.
    package var texts: [[String]]?
    /// What rows and columns are, such as `actual` and `predicted`; may be empty.
    package var rowTitle: String
    package var columnTitle: String

    package init(
      rowNames: [String],
      columnNames: [String],
      values: [[Double]],
      scale: Scale,
      texts: [[String]]? = nil,
      rowTitle: String = "",
      columnTitle: String = ""
    ) {
      self.rowNames = rowNames
      self.columnNames = columnNames
      self.values = values
      self.scale = scale
      self.texts = texts
      self.rowTitle = rowTitle
      self.columnTitle = columnTitle
    }

    /// A square matrix of correlations.
    package init(correlations values: [[Double]], of names: [String]) {
      self.init(rowNames: names, columnNames: names, values: values, scale: .correlation)
    }
  }
}

extension Scene.Matrix {
  func text(row: Int, column: Int) -> String {
    if let texts, row < texts.count, column < texts[row].count { return texts[row][column] }
    let value = value(row: row, column: column)
    switch scale {
    case .correlation: return NumberFormat.fixed(value, decimals: 2).padded(to: 5, .right)
    case .sequential: return NumberFormat.number(value)
    }
  }

  func value(row: Int, column: Int) -> Double {
    row < values.count && column < values[row].count ? values[row][column] : .nan
  }

  /// Where numbers stand on the ramp.
  var axis: Scene.Axis {
    if scale == .correlation { return .number("", from: -1, to: 1) }
    let finite = values.joined().filter(\.isFinite)
    return .number("", from: min(0, finite.min() ?? 0), to: finite.max() ?? 1)
  }

  var ramp: Ramp { scale == .correlation ? .diverging : .sequential }
}
