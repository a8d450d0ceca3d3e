/// Texts one behind the other.
struct TextRun: Sendable {
  var bytes: [UInt8] = []
  /// Where each ends.
  var ends: [UInt32] = []
}
