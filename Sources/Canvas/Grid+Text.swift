extension Grid: CustomStringConvertible {
  /// The rows as text, trailing blanks trimmed, joined by line feeds.
  package var description: String {
    (0..<height).map { text(ofRow: $0) }.joined(separator: "\n")
  }

  /// One row as text, trailing blanks trimmed.
  package func text(ofRow y: Int) -> String {
    let row = row(y)
    let end = row.lastIndex { $0.glyph != .blank }.map { $0 + 1 } ?? row.startIndex
    var text = ""
    for cell in row[row.startIndex..<end] { cell.glyph.write(to: &text) }
    return text
  }

  /// A letter for each cell's style, `.` for plain, in the shape of `description`; then a line
  /// for each letter that says what it stands for.
  package var styledDescription: String {
    var letters: [Style: Character] = [.plain: "."]
    var legend: [String] = []
    let names = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    var rows: [String] = []
    for y in 0..<height {
      var text = ""
      for cell in row(y) {
        if letters[cell.style] == nil {
          let letter = names[min(legend.count, names.count - 1)]
          letters[cell.style] = letter
          legend.append("\(letter): \(cell.style)")
        }
        text.append(letters[cell.style] ?? "?")
      }
      while text.last == "." { text.removeLast() }
      rows.append(text)
    }
    return (rows + legend).joined(separator: "\n")
  }
}

extension Style: CustomStringConvertible {
  /// Such as `error bold` or `196 on selection`.
  package var description: String {
    var words: [String] = []
    if foreground != .standard { words.append("\(foreground)") }
    if background != .standard { words.append("on \(background)") }
    let names: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"),
      (.reverse, "reverse"),
    ]
    words += names.filter { attributes.contains($0.0) }.map(\.1)
    return words.isEmpty ? "plain" : words.joined(separator: " ")
  }
}

extension Color: CustomStringConvertible {
  package var description: String {
    if let index { return "\(index)" }
    return role.map { "\($0)" } ?? "standard"
  }
}
