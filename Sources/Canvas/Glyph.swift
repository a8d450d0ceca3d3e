/// What one cell shows: a base scalar, up to two combining marks, one or two columns.
///
/// Packed in 64 bits (three times 21 bits of scalar and a bit for "two columns") so that rows
/// compare fast. The second column of a wide glyph holds `continuation`.
package struct Glyph: Hashable, Sendable {
  private let raw: UInt64

  private init(raw: UInt64) { self.raw = raw }

  package static let blank = Glyph(" ")
  package static let continuation = Glyph(raw: 0)

  /// A glyph of one column.
  ///
  /// - Parameter scalar: one that takes a single column, such as a letter or a line of a box.
  package init(_ scalar: Unicode.Scalar) { self.init(raw: UInt64(scalar.value)) }

  package init(_ base: Unicode.Scalar, isWide: Bool) {
    self.init(raw: UInt64(base.value) | (isWide ? 1 << 63 : 0))
  }

  package var isContinuation: Bool { raw == 0 }
  package var isWide: Bool { raw >> 63 == 1 }
  /// Columns: 1 or 2, and 0 for a continuation.
  package var width: Int { isWide ? 2 : isContinuation ? 0 : 1 }

  package var base: Unicode.Scalar { Self.scalar(raw) ?? " " }

  package var marks: [Unicode.Scalar] {
    [Self.scalar(raw >> 21), Self.scalar(raw >> 42)].compactMap { $0 }
  }

  package var hasMarks: Bool { (raw >> 21) & 0x1F_FFFF != 0 }

  /// With one more mark; a third one is dropped.
  func adding(mark: Unicode.Scalar) -> Glyph {
    if (raw >> 21) & 0x1F_FFFF == 0 { return Glyph(raw: raw | UInt64(mark.value) << 21) }
    if (raw >> 42) & 0x1F_FFFF == 0 { return Glyph(raw: raw | UInt64(mark.value) << 42) }
    return self
  }

  func write(to text: inout String) {
    if isContinuation { return }
    text.unicodeScalars.append(base)
    if hasMarks { text.unicodeScalars.append(contentsOf: marks) }
  }

  private static func scalar(_ bits: UInt64) -> Unicode.Scalar? {
    let value = UInt32(truncatingIfNeeded: bits & 0x1F_FFFF)
    return value == 0 ? nil : Unicode.Scalar(value)
  }
}
