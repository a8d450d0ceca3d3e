import Canvas

/// The last row: the keys that work now.
enum Footer {
  private static let mostKeys = 8

  /// The keys of a place; before them those of a sequence that has begun.
  static func draw(_ context: KeyContext, pending: [Key], width: Int) -> Grid {
    var grid = Grid(width: width, height: 1)
    var x = 1
    if !pending.isEmpty {
      let text = pending.map(\.description).joined(separator: " ") + " …"
      x += grid.put(text, at: Point(x, 0), style: .warning, maximumWidth: max(0, width - 1)) + 2
    }
    var count = 0
    var seen: Set<KeyAction> = []
    for binding in KeyTable.bindings(in: context) {
      guard let label = binding.label, count < mostKeys, !seen.contains(binding.action) else {
        continue
      }
      seen.insert(binding.action)
      let needed = displayWidth(of: binding.keyText) + 1 + displayWidth(of: label)
      guard x + needed < width else { break }
      x += grid.put(binding.keyText, at: Point(x, 0), style: .accent) + 1
      x += grid.put(label, at: Point(x, 0), style: .muted) + 2
      count += 1
    }
    return grid
  }

  /// The choices of a question in the same place.
  static func draw(_ question: Question, width: Int) -> Grid {
    var grid = Grid(width: width, height: 1)
    var x = 1
    for choice in question.choices {
      guard let key = choice.keys.first else { continue }
      x += grid.put(key.description, at: Point(x, 0), style: .accent) + 1
      x += grid.put(choice.label, at: Point(x, 0), style: .muted) + 2
    }
    return grid
  }
}
