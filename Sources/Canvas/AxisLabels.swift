/// Lays the labels of an axis out in one row.
package enum AxisLabels {
  /// Labels centred under their places, those that would touch an earlier one left out.
  ///
  /// - Parameters:
  ///   - labels: each with its share of the width, 0 to 1, ascending.
  ///   - width: of the axis; labels at the ends are moved inside.
  /// - Returns: a text of exactly `width` columns.
  package static func row(_ labels: [(share: Double, text: String)], width: Int) -> String {
    let width = max(0, width)
    var text = ""
    var used = 0
    for label in labels where label.share >= 0 && label.share <= 1 {
      let length = displayWidth(of: label.text)
      guard length > 0, length <= width else { continue }
      let middle = Int((label.share * Double(width - 1)).rounded())
      let start = min(max(0, middle - length / 2), width - length)
      guard start >= used + (used == 0 ? 0 : 1) else { continue }
      text += String(repeating: " ", count: start - used) + label.text
      used = start + length
    }
    return text.padded(to: width)
  }
}
