import Canvas

/// Scenes side by side, as wide as they need; those with pictures share what is left.
struct SceneRow: SceneBlock {
  var scenes: [Scene]

  private static let gap = 3
  /// A picture narrower than this stands better above what was to be beside it.
  private static let leastPictureWidth = 36

  init(_ scenes: [Scene]) { self.scenes = scenes }

  var isElastic: Bool { scenes.contains(where: \.isElastic) }

  /// The width of each scene, or nil when they have to stand one below the other.
  private func widths(in width: Int, _ rendering: Rendering) -> [Int]? {
    var widths = scenes.map { scene in
      scene.isElastic ? 0 : scene.draw(width: width, rendering: rendering).inkWidth
    }
    let elastic = scenes.indices.filter { scenes[$0].isElastic }
    let rest = width - widths.reduce(0, +) - Self.gap * max(0, scenes.count - 1)
    guard rest >= elastic.count * Self.leastPictureWidth else { return nil }
    for (place, index) in elastic.enumerated() {
      widths[index] = rest * (place + 1) / elastic.count - rest * place / elastic.count
    }
    return widths
  }

  private var stacked: Scene { Scene(scenes.flatMap(\.blocks)) }

  func extent(width: Int, _ rendering: Rendering) -> Extent {
    guard let widths = widths(in: width, rendering) else {
      return SceneLayout(of: stacked, width: width, rendering).extent
    }
    let extents = zip(scenes, widths).map { SceneLayout(of: $0, width: $1, rendering).extent }
    return Extent(
      least: extents.map(\.least).max() ?? 0,
      natural: extents.map(\.natural).max() ?? 0,
      most: extents.map(\.most).max() ?? 0
    )
  }

  func draw(in size: Size, _ rendering: Rendering) -> Grid {
    guard let widths = widths(in: size.width, rendering) else {
      return stacked.draw(width: size.width, height: size.height, rendering: rendering)
    }
    var grid = Grid(size)
    var x = 0
    for (scene, width) in zip(scenes, widths) {
      let part = scene.draw(width: width, height: size.height, rendering: rendering)
      grid.blit(part, at: Point(x, 0))
      x += width + Self.gap
    }
    return grid
  }
}

extension Scene {
  var isElastic: Bool { blocks.contains { $0.drawable.isElastic } }
}

extension Grid {
  /// The columns up to the last one that shows something.
  var inkWidth: Int {
    var widest = 0
    for y in 0..<height {
      let row = row(y)
      let end = row.lastIndex { $0 != .blank }.map { $0 - row.startIndex + 1 } ?? 0
      widest = max(widest, end)
    }
    return widest
  }
}
