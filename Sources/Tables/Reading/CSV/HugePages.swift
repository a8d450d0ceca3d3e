private import Glibc

/// Asks for large pages where much memory will be filled from front to back: a tenth and more of the
/// time to load goes into the faults of small ones.
enum HugePages {
  private static let size = 1 << 21

  /// For the room that an array has reserved.
  static func advise<Value: BitwiseCopyable>(_ values: inout [Value]) {
    let byteCount = values.capacity * MemoryLayout<Value>.stride
    guard byteCount >= 2 * size else { return }
    unsafe values.withUnsafeMutableBufferPointer { buffer in
      guard let base = UnsafeMutableRawPointer(buffer.baseAddress) else { return }
      // Only whole large pages within the array's own allocation; it is advice and changes nothing
      // in them.
      let start = unsafe base.alignedUp(toMultipleOf: size)
      let end = unsafe (base + byteCount).alignedDown(toMultipleOf: size)
      if unsafe end > start { unsafe _ = madvise(start, end - start, MADV_HUGEPAGE) }
    }
  }
}
