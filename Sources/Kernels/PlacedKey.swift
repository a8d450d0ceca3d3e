/// A key and the row that it stands in.
@usableFromInline
package struct PlacedKey: Sendable, BitwiseCopyable {
  @usableFromInline package var key: UInt64
  @usableFromInline package var row: UInt32

  @inlinable
  package init(key: UInt64, row: UInt32) {
    self.key = key
    self.row = row
  }
}
