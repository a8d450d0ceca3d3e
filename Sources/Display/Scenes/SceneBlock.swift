import Canvas

/// A block that can be laid out and drawn.
protocol SceneBlock {
  func extent(width: Int, _ rendering: Rendering) -> Extent

  /// The block in a box of any size; what doesn't fit is left out or cut.
  func draw(in size: Size, _ rendering: Rendering) -> Grid

  /// Whether it fills whatever width it is given.
  var isElastic: Bool { get }

  /// Whether a blank row stands between this block and its neighbours.
  var isText: Bool { get }
}

extension SceneBlock {
  var isText: Bool { false }
}

/// The rows a block can do with, would like, and can make use of.
struct Extent: Hashable {
  var least: Int
  var natural: Int
  var most: Int

  init(_ natural: Int) { self.init(least: natural, natural: natural, most: natural) }

  init(least: Int, natural: Int, most: Int) {
    self.least = min(least, natural)
    self.natural = natural
    self.most = max(most, natural)
  }
}

extension Scene.Block {
  var drawable: any SceneBlock {
    switch self {
    case .heading(let text): SceneText(text, .heading)
    case .prose(let text): SceneText(text, .plain)
    case .note(let text): SceneText(text, .muted)
    case .warning(let text): SceneText("! " + text, .warning)
    case .table(let table): table
    case .bars(let bars): bars
    case .plot(let plot): plot
    case .matrix(let matrix): matrix
    case .panels(let panels): panels
    case .row(let scenes): SceneRow(scenes)
    }
  }
}
