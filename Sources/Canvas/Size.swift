/// A width and a height in cells, never negative.
package struct Size: Hashable, Sendable {
  package let width: Int
  package let height: Int

  /// Negative lengths become 0; lengths beyond 16 million are cut there.
  package init(_ width: Int, _ height: Int) {
    self.width = min(max(width, 0), 1 << 24)
    self.height = min(max(height, 0), 1 << 24)
  }

  package static let zero = Size(0, 0)

  package var isEmpty: Bool { width == 0 || height == 0 }
}
