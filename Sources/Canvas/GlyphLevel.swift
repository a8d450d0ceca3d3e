/// The richest glyphs a terminal can show.
package enum GlyphLevel: Int, Comparable, CaseIterable, Sendable {
  case ascii
  /// Line drawing, half and eighth blocks, any letters.
  case blocks
  case braille

  package static func < (a: GlyphLevel, b: GlyphLevel) -> Bool { a.rawValue < b.rawValue }
}
