/// A way to divide the rows of a node.
struct TreeSplit: Sendable {
  var score: Double
  var feature: Int
  /// Of the bins that the node's rows fill.
  var leftBins: BinSet
  var filledBins: BinSet
  /// Where rows go whose value is missing or unseen.
  var missingGoesLeft: Bool
  /// Nil when the feature's levels are divided.
  var threshold: Float?

  /// Where rows of a bin go; bins that were empty go where missing values go.
  func sendsLeft(_ bin: UInt8) -> Bool {
    filledBins.contains(bin) ? leftBins.contains(bin) : missingGoesLeft
  }
}
