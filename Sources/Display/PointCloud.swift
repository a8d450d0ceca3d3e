/// Pairs of numbers as the marks of a plot: each by itself, or gathered on a fine raster when there
/// are more than a screen tells apart.
enum PointCloud {
  /// How finely many points are gathered: finer than the dots of a picture of that size.
  enum Raster {
    case screen, panel

    var columns: Int { self == .screen ? 480 : 120 }
    var rows: Int { self == .screen ? 240 : 80 }
  }

  private static let mostSingle = 20_000

  static func marks(
    _ x: [Double],
    _ y: [Double],
    series: Int = 0,
    _ raster: Raster = .screen
  ) -> Scene.Plot.Points {
    let columns = raster.columns
    let rows = raster.rows
    let places = (0..<min(x.count, y.count)).filter { x[$0].isFinite && y[$0].isFinite }
    guard places.count > mostSingle else {
      return .init(x: places.map { x[$0] }, y: places.map { y[$0] }, series: series)
    }
    let across = Scene.Axis.fitting("", x, margin: 0)
    let upwards = Scene.Axis.fitting("", y, margin: 0)
    var counts = [UInt32](repeating: 0, count: columns * rows)
    // Each place is shown where its first row stands, so that the raster itself never shows.
    var first = [Int](repeating: -1, count: counts.count)
    for place in places {
      let column = min(columns - 1, Int(across.share(of: x[place]) * Double(columns)))
      let row = min(rows - 1, Int(upwards.share(of: y[place]) * Double(rows)))
      let cell = row * columns + column
      if first[cell] < 0 { first[cell] = place }
      counts[cell] += 1
    }
    let used = counts.indices.filter { counts[$0] > 0 }
    return .init(
      x: used.map { x[first[$0]] },
      y: used.map { y[first[$0]] },
      counts: used.map { counts[$0] },
      series: series
    )
  }
}
