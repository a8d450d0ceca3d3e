extension Grid {
  /// Draws a number's text in the middle of a box whose background is the number's colour.
  ///
  /// The text is black or white, whichever reads better. With eight colours the text has the
  /// colour and the ends of the scale are bold; without colours shades stand beside the text,
  /// the heavier the farther from the neutral colour.
  ///
  /// - Parameters:
  ///   - text: always shown, clipped to the box.
  ///   - share: the place on the ramp, 0 to 1, neutral at 0.5 on a diverging one; NaN leaves the
  ///     background as it is.
  ///   - rect: the box.
  ///   - ramp: the scale of colours.
  ///   - rendering: what can be shown.
  package mutating func putHeat(
    _ text: String,
    share: Double,
    in rect: Rect,
    _ ramp: Ramp,
    _ rendering: Rendering
  ) {
    guard !rect.isEmpty else { return }
    let shown = text.clipped(to: rect.width)
    let width = displayWidth(of: shown)
    let place = rect.origin.moved(x: (rect.width - width) / 2, y: (rect.height - 1) / 2)
    guard !share.isNaN else {
      fill(rect)
      put(shown, at: place, style: .muted)
      return
    }
    let color = ramp.color(at: share, rendering)
    let strength = ramp == .diverging ? abs(2 * share - 1) : share
    switch rendering.colors {
    case .indexed256:
      let style = Style(foreground: Palette.contrast(on: color), background: color)
      fill(rect, style: style)
      put(shown, at: place, style: style)
    case .basic8:
      fill(rect)
      let isNeutral = ramp == .diverging && strength < 0.2
      let attributes: Style.Attributes = strength > 0.6 ? .bold : []
      put(shown, at: place, style: Style(foreground: isNeutral ? .standard : color, attributes))
    case .none:
      fill(rect, with: Ramp.shade(at: strength, rendering))
      // A blank on both sides keeps the number readable among the shades.
      let start = place.moved(x: width + 2 <= rect.width ? -1 : 0)
      let end = width + 2 <= rect.width ? 2 : 0
      fill(Rect(start, Size(width + end, 1)))
      put(shown, at: place)
    }
  }
}
