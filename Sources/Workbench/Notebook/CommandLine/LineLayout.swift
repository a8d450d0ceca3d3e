import Canvas

/// A line of any length broken into rows, and where each of its characters stands.
struct LineLayout {
  /// For each character, and for the end behind the last.
  private(set) var places: [Point] = []
  private(set) var rowCount = 1
  private let characters: [Character]
  private let styles: [Style]

  init(_ text: String, styles: [Style], width: Int) {
    let width = max(1, width)
    characters = Array(text)
    self.styles = styles
    var x = 0
    var y = 0
    for character in characters {
      if character.isNewline {
        places.append(Point(x, y))
        x = 0
        y += 1
        continue
      }
      let columns = displayWidth(of: String(character))
      if x + columns > width, x > 0 {
        x = 0
        y += 1
      }
      places.append(Point(x, y))
      x += columns
    }
    if x >= width, !characters.isEmpty {
      x = 0
      y += 1
    }
    places.append(Point(x, y))
    // The end needs a row of its own only for a cursor that stands there.
    rowCount = y + (x == 0 && y > 0 && characters.last?.isNewline == false ? 0 : 1)
  }

  /// Draws the rows from `first` on, as many as there is room for.
  func draw(on grid: inout Grid, in rect: Rect, first: Int = 0) {
    for (index, character) in characters.enumerated() where !character.isNewline {
      let place = places[index]
      guard place.y >= first, place.y - first < rect.height else { continue }
      let style = index < styles.count ? styles[index] : .plain
      let point = Point(rect.minX + place.x, rect.minY + place.y - first)
      grid.put(String(character), at: point, style: style)
    }
  }
}
