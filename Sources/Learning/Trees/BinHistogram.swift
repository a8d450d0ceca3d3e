/// What the rows of a node add up to in each bin of one feature, and the best way to cut a sequence
/// of bins in two.
///
/// Two members: ``MomentHistogram`` for one number, ``ClassHistogram`` for several classes.
protocol BinHistogram: Sendable {
  /// The sums over a node's rows.
  associatedtype Total: Sendable

  init(slotCount: Int)

  /// The bins that hold rows.
  var occupied: BinSet { get }

  static func total(of rows: ArraySlice<TreeRow>, slotCount: Int) -> Total

  /// Adds rows whose bins stand in `codes` from `offset` on. The histogram was empty before.
  mutating func fill(_ rows: ArraySlice<TreeRow>, codes: [UInt8], offset: Int)

  /// Empties it again.
  mutating func clear()

  /// Takes away a part of what was added.
  mutating func subtract(_ part: Self)

  /// The best cut of the first `count` bins of `sequence` into a front and a rest, either with at
  /// least `minimumLeaf` rows; nil when there is none.
  mutating func cut(
    _ sequence: [UInt8],
    count: Int,
    total: Total,
    minimumLeaf: Int
  ) -> BinCut?

  /// Numbers by which levels are put in order; one of the orders holds a good split. The best split
  /// of a single number into two sets is a cut of the order by means (Fisher 1958).
  func orderings(total: Total) -> [(UInt8) -> Double]

  /// The weight of a bin.
  func weight(_ bin: UInt8) -> Double

  static func weight(_ total: Total) -> Double
}

/// A cut after the first `front` bins of a sequence; a larger score is better.
struct BinCut: Sendable {
  var front: Int
  var score: Double
}
