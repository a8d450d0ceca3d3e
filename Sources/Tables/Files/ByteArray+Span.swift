extension [UInt8] {
  /// All at once: byte by byte it takes several times as long.
  mutating func append(copying bytes: borrowing Span<UInt8>) {
    // The buffer lives for the length of the call, and is not this array's own.
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
