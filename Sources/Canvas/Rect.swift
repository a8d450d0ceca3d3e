/// A box of cells.
package struct Rect: Hashable, Sendable {
  package let origin: Point
  package let size: Size

  package init(_ origin: Point, _ size: Size) {
    self.origin = origin
    self.size = size
  }

  package init(x: Int, y: Int, width: Int, height: Int) {
    self.init(Point(x, y), Size(width, height))
  }

  /// The box from the origin.
  package init(_ size: Size) { self.init(.zero, size) }

  package var minX: Int { origin.x }
  package var minY: Int { origin.y }
  /// One past the last column.
  package var maxX: Int { origin.x + size.width }
  /// One past the last row.
  package var maxY: Int { origin.y + size.height }
  package var width: Int { size.width }
  package var height: Int { size.height }
  package var isEmpty: Bool { size.isEmpty }

  package func contains(_ point: Point) -> Bool {
    point.x >= minX && point.x < maxX && point.y >= minY && point.y < maxY
  }

  /// The cells of both; an empty box when they share none.
  package func intersection(_ other: Rect) -> Rect {
    let x = max(minX, other.minX)
    let y = max(minY, other.minY)
    return Rect(
      x: x,
      y: y,
      width: min(maxX, other.maxX) - x,
      height: min(maxY, other.maxY) - y
    )
  }

  /// The box without `margin` cells on every side.
  package func inset(by margin: Int = 1) -> Rect {
    let margin = min(max(margin, 0), 1 << 24)
    return Rect(
      x: minX + margin,
      y: minY + margin,
      width: width - 2 * margin,
      height: height - 2 * margin
    )
  }

  /// The first `height` rows and the rest below them.
  package func cutTop(_ height: Int) -> (top: Rect, rest: Rect) {
    let cut = min(max(height, 0), self.height)
    return (
      Rect(x: minX, y: minY, width: width, height: cut),
      Rect(x: minX, y: minY + cut, width: width, height: self.height - cut)
    )
  }

  /// The last `height` rows and the rest above them.
  package func cutBottom(_ height: Int) -> (bottom: Rect, rest: Rect) {
    let (rest, bottom) = cutTop(self.height - min(max(height, 0), self.height))
    return (bottom, rest)
  }

  /// The first `width` columns and the rest to the right of them.
  package func cutLeft(_ width: Int) -> (left: Rect, rest: Rect) {
    let cut = min(max(width, 0), self.width)
    return (
      Rect(x: minX, y: minY, width: cut, height: height),
      Rect(x: minX + cut, y: minY, width: self.width - cut, height: height)
    )
  }
}
