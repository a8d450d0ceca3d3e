package import Canvas

/// All the terminal shows.
package struct Screenful: Hashable, Sendable {
  package var grid: Grid
  /// Where the terminal's cursor stands; nil hides it.
  package var cursor: Point?

  package init(_ grid: Grid, cursor: Point? = nil) {
    self.grid = grid
    self.cursor = cursor
  }
}
