/// A picture of the whole screen and the place of the cursor, which is hidden without one.
package struct Screenful: Hashable, Sendable {
  package var grid: Grid
  package var cursor: Point?

  package init(_ grid: Grid, cursor: Point? = nil) {
    self.grid = grid
    self.cursor = cursor
  }
}
