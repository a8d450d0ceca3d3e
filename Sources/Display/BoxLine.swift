import Kernels

/// A box plot in one line of text: values outside the bounds as dots, those inside as a line, the
/// middle half as a box with the median in it.
struct BoxLine: Sendable {
  let text: String

  private static let width = 24

  /// - Parameters:
  ///   - values: finite, in any order.
  ///   - lower: the least value that isn't outside; may be infinite.
  ///   - upper: the greatest one.
  init(of values: [Double], lower: Double, upper: Double) {
    let quartiles = quantiles([0, 0.25, 0.5, 0.75, 1], of: values)
    guard let low = quartiles.first, let high = quartiles.last, low < high else {
      text = values.isEmpty ? "" : "│"
      return
    }
    let axis = Scene.Axis.number("", from: low, to: high)
    func place(_ value: Double) -> Int {
      let share = axis.share(of: value)
      return min(max(Int((share * Double(Self.width - 1)).rounded()), 0), Self.width - 1)
    }
    var cells = [Character](repeating: " ", count: Self.width)
    var least = high
    var greatest = low
    for value in values {
      if value < lower || value > upper {
        cells[place(value)] = "∙"
      } else {
        least = min(least, value)
        greatest = max(greatest, value)
      }
    }
    if least <= greatest {
      let ends = place(least)...place(greatest)
      for cell in ends { cells[cell] = "─" }
      cells[ends.lowerBound] = "├"
      cells[ends.upperBound] = "┤"
    }
    for cell in place(quartiles[1])...place(quartiles[3]) { cells[cell] = "▓" }
    cells[place(quartiles[2])] = "█"
    text = String(cells)
  }
}
