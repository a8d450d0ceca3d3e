import Canvas

/// The blocks of a scene at one width: how many rows each gets.
struct SceneLayout {
  private let width: Int
  private let rendering: Rendering
  private let blocks: [any SceneBlock]
  private let extents: [Extent]
  /// Blank rows above each block.
  private let gaps: [Int]

  init(of scene: Scene, width: Int, _ rendering: Rendering) {
    let width = max(0, width)
    let blocks = scene.blocks.map(\.drawable)
    self.width = width
    self.rendering = rendering
    self.blocks = blocks
    extents = blocks.map { $0.extent(width: width, rendering) }
    gaps = blocks.indices.map { place in
      guard place > 0 else { return 0 }
      return blocks[place - 1].isText ? 0 : 1
    }
  }

  var extent: Extent {
    let gap = gaps.reduce(0, +)
    return Extent(
      least: extents.reduce(0) { $0 + $1.least },
      natural: extents.reduce(gap) { $0 + $1.natural },
      most: extents.reduce(gap) { $0 + $1.most }
    )
  }

  func draw(height: Int?) -> Grid {
    let (heights, gaps) = rows(in: height)
    let total = zip(heights, gaps).reduce(0) { $0 + $1.0 + $1.1 }
    let shown = min(total, max(0, height ?? total))
    var grid = Grid(width: width, height: shown)
    var y = 0
    for place in blocks.indices {
      y += gaps[place]
      guard y < shown else { break }
      // The last block that is seen gets what is left; all but texts say what they leave out.
      let isText = blocks[place].isText
      let height = isText ? heights[place] : min(heights[place], shown - y)
      let part = blocks[place].draw(in: Size(width, height), rendering)
      grid.blit(part, at: Point(0, y))
      y += heights[place]
      if y > shown, place == blocks.count - 1, !isText { return grid }
    }
    if total > shown, shown > 0 { cut(&grid, hidden: total - shown + 1) }
    return grid
  }

  /// Says in the last row that there is more below.
  private func cut(_ grid: inout Grid, hidden: Int) {
    let last = grid.height - 1
    grid.fill(Rect(x: 0, y: last, width: width, height: 1))
    let text = "… \(NumberFormat.count(hidden, "more line"))"
    grid.put(text, at: Point(0, last), style: .muted, maximumWidth: width)
  }

  private func rows(in height: Int?) -> (heights: [Int], gaps: [Int]) {
    var heights = extents.map(\.natural)
    guard let height else { return (heights, gaps) }
    let whole = heights.reduce(0, +)
    let gap = gaps.reduce(0, +)
    if whole + gap <= height {
      share(height - whole - gap, into: &heights) { $0.most - $0.natural }
      return (heights, gaps)
    }
    // Blank rows go first, as long as that is enough.
    let isTight = extents.reduce(0) { $0 + $1.least } + gap > height
    let kept = isTight ? gaps.map { _ in 0 } : gaps
    let excess = whole + kept.reduce(0, +) - height
    share(-excess, into: &heights) { $0.natural - $0.least }
    return (heights, kept)
  }

  /// Adds rows (or takes them, when negative) in proportion to the room each block has.
  private func share(_ rows: Int, into heights: inout [Int], room: (Extent) -> Int) {
    let rooms = extents.map(room)
    var roomLeft = rooms.reduce(0, +)
    var left = min(abs(rows), roomLeft)
    for place in heights.indices where rooms[place] > 0 {
      let part = (left * rooms[place] + roomLeft - 1) / roomLeft
      heights[place] += rows < 0 ? -part : part
      left -= part
      roomLeft -= rooms[place]
    }
  }
}
