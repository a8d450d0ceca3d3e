extension Scene {
  /// Small plots in rows and columns that share their axes: a pairplot.
  package struct Panels: Hashable, Sendable {
    package enum Panel: Hashable, Sendable {
      case empty
      /// Marks over the axes of the row and of the column.
      case marks([Plot.Mark], isDense: Bool)
      /// Bars over the axis of the column with a height scale of their own.
      case bars([Plot.Histogram])
      /// A correlation, and one for each series when there are several.
      case correlation(Double, bySeries: [Double])
    }

    package var names: [String]
    package var axes: [Axis]
    /// As many rows and columns as there are axes.
    package var panels: [[Panel]]
    package var series: [String]

    package init(names: [String], axes: [Axis], panels: [[Panel]], series: [String] = []) {
      self.names = names
      self.axes = axes
      self.panels = panels
      self.series = series
    }
  }
}
