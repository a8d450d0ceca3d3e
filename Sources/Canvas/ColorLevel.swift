/// The colours a terminal can show.
package enum ColorLevel: Int, Comparable, CaseIterable, Sendable {
  /// Bold, dim, underline and reverse only, and in printed text not even those.
  case none
  case basic8
  case indexed256

  package static func < (a: ColorLevel, b: ColorLevel) -> Bool { a.rawValue < b.rawValue }
}
