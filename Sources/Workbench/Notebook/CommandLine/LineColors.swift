import Canvas
import Diagnostics

/// The colours of a line: what each token is, whatever is still missing.
enum LineColors {
  /// One style for each character.
  static func styles(of text: String) -> [Style] {
    var styles: [Style] = []
    var tokens = LineLexer.tokens(of: text)[...]
    var place = 0
    for character in text {
      while let first = tokens.first, first.span.end <= place { tokens.removeFirst() }
      let isInside = tokens.first.map { $0.span.start <= place } ?? false
      styles.append(isInside ? tokens.first.map { style(of: $0.kind) } ?? .plain : .plain)
      place += character.unicodeScalars.count
    }
    return styles
  }

  private static func style(of kind: LineToken.Kind) -> Style {
    switch kind {
    case .verb, .keyword: Style(foreground: .role(.verb))
    case .option, .parameter, .kind, .function: Style(foreground: .role(.option))
    case .text, .number: Style(foreground: .role(.literal))
    case .comment: Style(foreground: .role(.comment))
    case .word, .name, .symbol: .plain
    }
  }
}
