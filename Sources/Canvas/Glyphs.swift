/// A text cut into the glyphs a terminal shows, one per cell or pair of cells.
///
/// Text is never trusted: controls become their pictures (ESC is ␛), a tab becomes two blanks,
/// characters that turn the writing direction become a dot. What terminals disagree about is
/// reduced to what they agree about: joined emoji to the first one, flags to their two letters,
/// variation selectors to nothing, Korean letters to whole syllables.
struct Glyphs: Sequence, IteratorProtocol {
  private var scalars: Substring.UnicodeScalarView
  private var pending: Glyph?

  init(_ text: Substring) { scalars = text.unicodeScalars }
  init(_ text: String) { self.init(text[...]) }

  mutating func next() -> Glyph? {
    if let glyph = pending {
      pending = nil
      return glyph
    }
    while let scalar = scalars.popFirst() {
      if scalar.value >= 0x20, scalar.value < 0x7F {
        let glyph = Glyph(scalar)
        guard let following = scalars.first, following.value >= 0x300 else { return glyph }
        return withMarks(glyph, base: scalar)
      }
      if scalar == "\t" {
        pending = .blank
        return .blank
      }
      if let glyph = replacement(of: scalar) { return glyph }
      let width = columnWidth(of: scalar)
      if width > 0 { return withMarks(Glyph(scalar, isWide: width == 2), base: scalar) }
      // A mark without a base stands on a blank; other invisible characters vanish.
      if isMark(scalar) { return withMarks(Glyph.blank.adding(mark: scalar), base: " ") }
    }
    return nil
  }

  /// The visible stand-in of a scalar that must not reach a terminal.
  private func replacement(of scalar: Unicode.Scalar) -> Glyph? {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value).map { Glyph($0) }
    case 0x7F: Glyph("\u{2421}")
    case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: Glyph("\u{B7}")
    case 0x1F1E6...0x1F1FF:
      // Regional indicators: a flag is shown by its letters.
      Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41).map { Glyph($0) }
    default: nil
    }
  }

  /// Takes what belongs to the base: its marks, and joined scalars, which are dropped.
  private mutating func withMarks(_ start: Glyph, base: Unicode.Scalar) -> Glyph {
    var glyph = start
    var base = base
    var isJoined = false
    while let scalar = scalars.first, scalar.value >= 0x300 {
      if let syllable = hangulSyllable(base, scalar) {
        base = syllable
        glyph = Glyph(syllable, isWide: true)
      } else if scalar.value == 0x200D {
        isJoined = true
      } else if (0x1F3FB...0x1F3FF).contains(scalar.value), glyph.isWide {
        isJoined = false
      } else if columnWidth(of: scalar) == 0, !(0x2028...0x202E).contains(scalar.value),
        !(0x2066...0x2069).contains(scalar.value)
      {
        if isMark(scalar) { glyph = glyph.adding(mark: scalar) }
      } else if isJoined, isEmoji(base), isEmoji(scalar) {
        isJoined = false
      } else {
        break
      }
      scalars.removeFirst()
    }
    return glyph
  }

  /// Whether a scalar without width of its own is drawn over the one before; the others
  /// (selectors, joiners, enclosing keycaps, lone Korean vowels) are dropped.
  private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xFE00...0xFE0F, 0xE0000...0xE01EF, 0x20DD...0x20E4, 0x1160...0x11FF, 0xD7B0...0xD7FB:
      return false
    default:
      let category = scalar.properties.generalCategory
      return category == .nonspacingMark || category == .enclosingMark
    }
  }

  private func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x1F000 || (0x2190...0x2BFF).contains(scalar.value)
  }

  /// The syllable of a Korean leading consonant and a vowel, or of a syllable and a final.
  ///
  /// - Source: The Unicode Standard, section 3.12, Hangul syllable composition.
  private func hangulSyllable(
    _ first: Unicode.Scalar,
    _ second: Unicode.Scalar
  ) -> Unicode.Scalar? {
    if (0x1100...0x1112).contains(first.value), (0x1161...0x1175).contains(second.value) {
      let place = (first.value - 0x1100) * 21 + (second.value - 0x1161)
      return Unicode.Scalar(0xAC00 + place * 28)
    }
    if (0xAC00...0xD7A3).contains(first.value), (first.value - 0xAC00).isMultiple(of: 28),
      (0x11A8...0x11C2).contains(second.value)
    {
      return Unicode.Scalar(first.value + second.value - 0x11A7)
    }
    return nil
  }
}
