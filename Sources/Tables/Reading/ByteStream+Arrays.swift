import Diagnostics

extension ByteStream {
  /// Reads into a range of an array.
  ///
  /// - Returns: how many bytes; 0 at the end only.
  func read(into bytes: inout [UInt8], _ range: Range<Int>) throws(Diagnostic) -> Int {
    try unsafe bytes.withUnsafeMutableBufferPointer { (buffer) throws(Diagnostic) in
      // Slicing checks that the range is within the array.
      let slice = unsafe UnsafeMutableBufferPointer(rebasing: buffer[range])
      return try unsafe read(into: UnsafeMutableRawBufferPointer(slice))
    }
  }
}
