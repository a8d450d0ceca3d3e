/// A node of a tree in 16 bytes.
struct TreeNode: Hashable, Sendable {
  /// The feature's number and three flags.
  private var word: UInt32
  /// The threshold's bits, or the first word of a level set.
  private var payload: UInt32
  /// Children by number; in a leaf `left` is the place of its first value.
  var left: Int32
  var right: Int32

  private static let leafFlag: UInt32 = 1 << 31
  private static let missingFlag: UInt32 = 1 << 30
  private static let levelsFlag: UInt32 = 1 << 29
  /// Features are numbered below this.
  static let featureLimit = 1 << 29

  init(leafAt place: Int) {
    word = Self.leafFlag
    payload = 0
    left = Int32(place)
    right = -1
  }

  init(feature: Int, threshold: Float, missingGoesLeft: Bool) {
    word = UInt32(feature) | (missingGoesLeft ? Self.missingFlag : 0)
    payload = threshold.bitPattern
    (left, right) = (-1, -1)
  }

  init(feature: Int, levelSet: Int, missingGoesLeft: Bool) {
    word = UInt32(feature) | Self.levelsFlag | (missingGoesLeft ? Self.missingFlag : 0)
    payload = UInt32(levelSet)
    (left, right) = (-1, -1)
  }

  var isLeaf: Bool { word & Self.leafFlag != 0 }
  var dividesLevels: Bool { word & Self.levelsFlag != 0 }
  var missingGoesLeft: Bool { word & Self.missingFlag != 0 }
  var feature: Int { Int(word & (Self.levelsFlag - 1)) }
  var threshold: Float { Float(bitPattern: payload) }
  /// The first of the 32-bit words whose bits tell which levels go left.
  var levelSet: Int { Int(payload) }

  /// The same node in an ensemble where other trees stand before it.
  func moved(nodes: Int, values: Int, words: Int) -> TreeNode {
    var copy = self
    if isLeaf {
      copy.left += Int32(values)
    } else {
      copy.left += Int32(nodes)
      copy.right += Int32(nodes)
      if dividesLevels { copy.payload += UInt32(words) }
    }
    return copy
  }
}
