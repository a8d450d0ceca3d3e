import Canvas

extension Grid {
  /// The columns up to the last one where something is drawn.
  var contentWidth: Int {
    (0..<height).map { y in
      let row = row(y)
      return row.lastIndex { $0.glyph != .blank }.map { $0 - row.startIndex + 1 } ?? 0
    }.max() ?? 0
  }

  /// The columns where a row shows a text, capitals or not.
  func places(of text: String, inRow y: Int) -> [Range<Int>] {
    let wanted = text.lowercased().unicodeScalars.map(Glyph.init)
    let shown = row(y).enumerated().filter { !$1.glyph.isContinuation }
    guard let first = wanted.first, shown.count >= wanted.count else { return [] }
    let glyphs = shown.map { Glyph($1.glyph.base.lowercased) }
    var places: [Range<Int>] = []
    var from = 0
    while from + wanted.count <= glyphs.count {
      if glyphs[from] == first, glyphs[from..<from + wanted.count].elementsEqual(wanted) {
        let last = shown[from + wanted.count - 1]
        places.append(shown[from].offset..<last.offset + max(1, last.element.glyph.width))
        from += wanted.count
      } else {
        from += 1
      }
    }
    return places
  }
}

extension Unicode.Scalar {
  /// The small letter, where it is a single scalar.
  fileprivate var lowercased: Unicode.Scalar {
    if value < 0x80 {
      return ("A"..."Z").contains(self) ? Unicode.Scalar(value + 32) ?? self : self
    }
    let mapped = properties.lowercaseMapping.unicodeScalars
    return mapped.count == 1 ? mapped.first ?? self : self
  }
}
