/// A scale of colours for numbers.
package enum Ramp: Sendable {
  /// From little to much contrast with the background: dense stands out on dark and on light.
  case sequential
  /// Red for the lowest, neutral in the middle, blue for the highest; the middle is light, so
  /// both ends stand out by hue.
  case diverging

  /// 21 steps, all different, whose lightness rises from both ends to the middle (L* 18 to 100).
  private static let divergingSteps: [UInt8] = [
    52, 88, 124, 167, 203, 209, 216, 223, 224, 230, 231, 195, 189, 153, 117, 74, 67, 31, 25, 24, 17,
  ]
  /// After viridis, dark to light.
  private static let sequentialSteps: [UInt8] = [
    54, 55, 61, 25, 31, 30, 37, 36, 42, 78, 77, 113, 149, 185, 191, 227,
  ]
  /// The same hues from light to dark, for a light background.
  private static let sequentialOnLight: [UInt8] = [
    186, 149, 113, 77, 71, 36, 30, 31, 24, 25, 61, 55, 54, 53,
  ]

  /// The colour of a number: 0 stands for the lowest, 1 for the highest.
  ///
  /// Values outside count as the nearest end, NaN as the lowest. Without colours it is the
  /// terminal's own.
  package func color(at share: Double, _ rendering: Rendering) -> Color {
    let share = share.isNaN ? 0 : min(max(share, 0), 1)
    switch rendering.colors {
    case .none: return .standard
    case .basic8: return .indexed(basicStep(at: share))
    case .indexed256:
      let steps: [UInt8] =
        switch self {
        case .diverging: Self.divergingSteps
        case .sequential: rendering.isDark ? Self.sequentialSteps : Self.sequentialOnLight
        }
      return .indexed(steps[Int((share * Double(steps.count - 1)).rounded())])
    }
  }

  private func basicStep(at share: Double) -> UInt8 {
    let steps: [UInt8] =
      switch self {
      case .diverging: [1, 1, 7, 4, 4]
      case .sequential: [4, 6, 2, 3]
      }
    return steps[min(steps.count - 1, Int(share * Double(steps.count)))]
  }

  /// Ten characters from light to heavy, for terminals without colour and without blocks.
  package static let characters: [Unicode.Scalar] = [
    " ", ".", ":", "-", "=", "+", "*", "#", "%", "@",
  ]

  /// A glyph that is the heavier the larger the share: shades, or characters in ASCII.
  package static func shade(at share: Double, _ rendering: Rendering) -> Glyph {
    let share = share.isNaN ? 0 : min(max(share, 0), 1)
    let shades: [Unicode.Scalar] =
      rendering.glyphs == .ascii ? characters : [" ", "░", "▒", "▓", "█"]
    // Anything above nothing is visible.
    let place = share == 0 ? 0 : max(1, Int((share * Double(shades.count - 1)).rounded()))
    return Glyph(shades[place])
  }
}
