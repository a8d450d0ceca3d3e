package import Canvas
package import Display

/// One output over the whole screen, scrolled both ways and searched.
package struct Pager: Sendable {
  package enum Content: Sendable {
    case scene(Scene, warnings: [String])
    /// Prose or a cell's text, broken to the width.
    case text(String)
  }

  package var title: String
  package var content: Content
  /// The line to submit when the look is kept; nil when it is kept already, or is no look.
  package var keepable: String?
  package var query = ""
  package private(set) var x = 0
  package private(set) var y = 0
  /// The picture is drawn so many times as wide as the screen, once someone scrolls to the right.
  private var widening = 1
  private let memo = Memo<Key, Grid>(capacity: 8)

  private static let maximumWidening = 8

  private struct Key: Hashable {
    var size: Size
    var rendering: Rendering
  }

  package init(title: String, _ content: Content, keepable: String? = nil) {
    self.title = title
    self.content = content
    self.keepable = keepable
  }

  /// The whole picture, of which the screen shows a part.
  package func picture(_ size: Size, _ rendering: Rendering) -> Grid {
    let wide = Size(size.width * widening, size.height)
    return memo.value(for: Key(size: wide, rendering: rendering)) {
      switch content {
      case .text(let text): return Self.grid(of: text, width: size.width)
      case .scene(let scene, let warnings):
        let natural = scene.draw(width: wide.width, height: nil, rendering: rendering)
        let room = size.height - warnings.count
        let isSmall = natural.height < room
        let drawn =
          isSmall ? scene.draw(width: wide.width, height: room, rendering: rendering) : natural
        return warnings.isEmpty ? drawn : Self.grid(drawn, with: warnings)
      }
    }
  }

  private static func grid(of text: String, width: Int) -> Grid {
    let lines = text.wrapped(to: width)
    var grid = Grid(width: width, height: lines.count)
    for (y, line) in lines.enumerated() { grid.put(line, at: Point(0, y)) }
    return grid
  }

  private static func grid(_ picture: Grid, with warnings: [String]) -> Grid {
    var grid = Grid(width: picture.width, height: picture.height + warnings.count)
    grid.blit(picture, at: .zero)
    for (place, warning) in warnings.enumerated() {
      let point = Point(0, picture.height + place)
      grid.put("! " + warning, at: point, style: .warning, maximumWidth: picture.width)
    }
    return grid
  }

  // MARK: Scrolling

  package mutating func scroll(x dx: Int = 0, y dy: Int = 0, _ size: Size, _ rendering: Rendering) {
    if dx > 0, case .scene = content {
      let edge = picture(size, rendering).contentWidth
      if x + dx + size.width > edge, widening < Self.maximumWidening { widening += 1 }
    }
    x = max(0, x + dx)
    y = max(0, y + dy)
    if x == 0, dx < 0 { widening = 1 }
    clamp(size, rendering)
  }

  package mutating func scrollToTop() { y = 0 }

  package mutating func scrollToBottom(_ size: Size, _ rendering: Rendering) {
    y = picture(size, rendering).height
    clamp(size, rendering)
  }

  private mutating func clamp(_ size: Size, _ rendering: Rendering) {
    let grid = picture(size, rendering)
    x = min(x, max(0, grid.contentWidth - size.width))
    y = min(y, max(0, grid.height - size.height))
  }

  /// Goes to the next row, in a direction, that holds the query; false when none does.
  package mutating func find(
    _ step: Int,
    includingCurrent: Bool,
    _ size: Size,
    _ rendering: Rendering
  ) -> Bool {
    let grid = picture(size, rendering)
    guard !query.isEmpty, grid.height > 0 else { return false }
    let from = min(y, grid.height - 1)
    for distance in (includingCurrent ? 0 : 1)...grid.height {
      let row = ((from + step * distance) % grid.height + grid.height) % grid.height
      if let place = grid.places(of: query, inRow: row).first {
        y = row
        if place.lowerBound < x || place.upperBound > x + size.width { x = place.lowerBound }
        clamp(size, rendering)
        return true
      }
    }
    return false
  }

  // MARK: Drawing

  package func draw(_ size: Size, _ rendering: Rendering) -> Grid {
    let picture = picture(size, rendering)
    let x = min(x, max(0, picture.width - size.width))
    let y = min(y, max(0, picture.height - size.height))
    var grid = picture.cropped(to: Rect(Point(x, y), size))
    guard !query.isEmpty else { return grid }
    for row in 0..<grid.height {
      for place in grid.places(of: query, inRow: row) {
        grid.restyle(
          Rect(x: place.lowerBound, y: row, width: place.count, height: 1),
          with: .reverse
        )
      }
    }
    return grid
  }

  /// Such as `rows 1–20 of 45`; empty when all is in view.
  package func position(_ size: Size, _ rendering: Rendering) -> String {
    let picture = picture(size, rendering)
    guard picture.height > size.height || x > 0 else { return "" }
    let last = min(y + size.height, picture.height)
    var text = "rows \(y + 1)–\(last) of \(NumberFormat.count(picture.height))"
    if x > 0 { text += ", column \(x + 1)" }
    return text
  }

  /// The whole picture as text, for the clipboard.
  package func text(_ size: Size, _ rendering: Rendering) -> String {
    if case .text(let text) = content { return text }
    return picture(size, rendering).description + "\n"
  }
}
