/// A cell's place: `x` counts columns from the left, `y` rows from the top, both from 0.
package struct Point: Hashable, Sendable {
  package let x: Int
  package let y: Int

  /// Coordinates beyond ±2³⁰ are cut there, so that sums of them never overflow.
  package init(_ x: Int, _ y: Int) {
    self.x = min(max(x, -(1 << 30)), 1 << 30)
    self.y = min(max(y, -(1 << 30)), 1 << 30)
  }

  package static let zero = Point(0, 0)

  package func moved(x: Int = 0, y: Int = 0) -> Point {
    let step = Point(x, y)
    return Point(self.x + step.x, self.y + step.y)
  }
}
