extension Glyph {
  /// The nearest printable ASCII character, with as many columns through `width`; `?` when none
  /// is near.
  var inASCII: Unicode.Scalar {
    if base.value < 0x7F { return base }
    return switch base.value {
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2550, 0x2574, 0x2576:
      "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551, 0x2575, 0x2577:
      "|"
    case 0x250C...0x254B, 0x2552...0x256C: "+"
    case 0x2580...0x2588, 0x2593: "#"
    case 0x2589...0x258F: "#"
    case 0x2591: "."
    case 0x2592: "+"
    case 0x2026: "~"
    case 0xB7, 0x2022, 0x2219: "."
    case 0x2010...0x2015, 0x2212: "-"
    case 0x2018, 0x2019, 0x2032: "'"
    case 0x201C, 0x201D, 0x2033: "\""
    case 0x2190, 0x25C0, 0x25C2, 0x2039: "<"
    case 0x2192, 0x25B6, 0x25B8, 0x203A: ">"
    case 0x2191, 0x25B2, 0x25B4: "^"
    case 0x2193, 0x25BC, 0x25BE: "v"
    case 0xD7, 0x2717, 0x2718: "x"
    case 0x2713, 0x2714: "y"
    case 0x25CF, 0x25A0, 0x25C6: "*"
    case 0x25CB, 0x25A1, 0x25C7: "o"
    case 0xB1: "~"
    case 0xB2: "2"
    case 0xB3: "3"
    case 0xA0: " "
    default: "?"
    }
  }
}

extension Grid {
  /// The same picture in ASCII alone.
  package var inASCII: Grid {
    var grid = Grid(size)
    for y in 0..<height {
      for (x, cell) in row(y).enumerated() {
        let glyph = cell.glyph.isContinuation ? Glyph.blank : Glyph(cell.glyph.inASCII)
        grid.put(glyph, at: Point(x, y), style: cell.style)
      }
    }
    return grid
  }
}
