extension Scene {
  /// Marks between two axes.
  package struct Plot: Hashable, Sendable {
    package enum Mark: Hashable, Sendable {
      case points(Points)
      case bars(Histogram)
      /// Straight lines from place to place; an undefined place breaks them.
      case line(x: [Double], y: [Double], series: Int)
      /// A line across the plot at one value of an axis.
      case rule(Rule)
    }

    /// Single places; many of them may share one.
    package struct Points: Hashable, Sendable {
      package var x: [Double]
      package var y: [Double]
      /// How many rows each place stands for; nil = one.
      package var counts: [UInt32]?
      package var series: Int

      package init(x: [Double], y: [Double], counts: [UInt32]? = nil, series: Int = 0) {
        self.x = x
        self.y = y
        self.counts = counts
        self.series = series
      }
    }

    /// Amounts over adjoining intervals, standing on the x axis.
    package struct Histogram: Hashable, Sendable {
      /// One more than the values, ascending.
      package var edges: [Double]
      package var values: [Double]
      package var series: Int

      package init(edges: [Double], values: [Double], series: Int = 0) {
        self.edges = edges
        self.values = values
        self.series = series
      }
    }

    package struct Rule: Hashable, Sendable {
      package enum Direction: Hashable, Sendable { case atX, atY }

      package var direction: Direction
      package var value: Double
      package var emphasis: Emphasis

      package init(_ direction: Direction, _ value: Double, _ emphasis: Emphasis = .muted) {
        self.direction = direction
        self.value = value
        self.emphasis = emphasis
      }
    }

    package enum Arrangement: Hashable, Sendable {
      /// All series in one frame: points over one another, bars stacked.
      case overlaid
      /// Each series in a frame of its own, one below the other over a shared x axis.
      case strips
    }

    package var x: Axis
    package var y: Axis
    package var marks: [Mark]
    /// Names for the legend, by series number; none or one = no legend.
    package var series: [String]
    package var arrangement: Arrangement
    /// Whether the points of a single series are coloured by how many share a cell.
    package var isDense: Bool
    /// Rows it takes where nothing limits it.
    package var height: Int

    package init(
      x: Axis,
      y: Axis,
      marks: [Mark],
      series: [String] = [],
      arrangement: Arrangement = .overlaid,
      isDense: Bool = false,
      height: Int = 18
    ) {
      self.x = x
      self.y = y
      self.marks = marks
      self.series = series
      self.arrangement = arrangement
      self.isDense = isDense
      self.height = height
    }
  }
}

extension Scene.Plot.Mark {
  var series: Int? {
    switch self {
    case .points(let points): points.series
    case .bars(let histogram): histogram.series
    case .line(_, _, let series): series
    case .rule: nil
    }
  }
}
