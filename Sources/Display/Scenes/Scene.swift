package import Canvas

/// A picture in data units, drawn as a grid at any size: blocks, one below the other.
package struct Scene: Hashable, Sendable {
  package var blocks: [Block]

  package init(_ blocks: [Block] = []) { self.blocks = blocks }

  package indirect enum Block: Hashable, Sendable {
    case heading(String)
    /// A paragraph, broken between words.
    case prose(String)
    /// A remark beside the point, such as how many rows are seen.
    case note(String)
    case warning(String)
    case table(Table)
    case bars(Bars)
    case plot(Plot)
    case matrix(Matrix)
    case panels(Panels)
    /// Side by side where the width allows, else one below the other.
    case row([Scene])
  }

  package mutating func add(_ block: Block) { blocks.append(block) }

  package mutating func add(_ scene: Scene) { blocks += scene.blocks }
}

extension Scene {
  /// The picture, never wider than `width`.
  ///
  /// Without a height it takes the rows it needs; with one it fits into it: plots shrink first,
  /// or grow into what is left, then tables and bars show fewer rows, then the end is cut.
  package func draw(width: Int, height: Int? = nil, rendering: Rendering) -> Grid {
    let grid = SceneLayout(of: self, width: width, rendering).draw(height: height)
    return rendering.glyphs == .ascii ? grid.inASCII : grid
  }
}
