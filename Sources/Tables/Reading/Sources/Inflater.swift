private import CZlib

/// Unpacks the bytes of a gzip file's member, a step at a time.
///
/// Safe to use: the state that zlib points into is this object's alone.
@safe final class Inflater {
  enum State {
    case going
    /// The end of the packed data, the check sum right.
    case done
    case broken(String)
  }

  private var stream = unsafe z_stream()
  private let isReady: Bool

  init() {
    // 15 is zlib's largest window; 16 more asks for gzip's header and check sum.
    let window: Int32 = 15 + 16
    // Zeroed, as zlib asks for; it is released in deinit, and this object is its only owner.
    isReady =
      unsafe inflateInit2_(&stream, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
      == Z_OK
  }

  deinit { if isReady { unsafe inflateEnd(&stream) } }

  /// Begins anew with the next member.
  func reset() { unsafe inflateReset(&stream) }

  func step(
    _ input: borrowing Span<UInt8>,
    into output: UnsafeMutableRawBufferPointer
  ) -> (consumed: Int, produced: Int, state: State) {
    guard isReady else { return (0, 0, .broken("no memory")) }
    let room = UInt32(clamping: output.count)
    let given = UInt32(clamping: input.count)
    // zlib reads at most `avail_in` bytes and writes at most `avail_out`, and keeps neither pointer
    // behind the call.
    let code = unsafe input.withUnsafeBufferPointer { buffer in
      unsafe stream.next_in = UnsafeMutablePointer(mutating: buffer.baseAddress)
      unsafe stream.avail_in = given
      unsafe stream.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
      unsafe stream.avail_out = room
      return unsafe inflate(&stream, Z_NO_FLUSH)
    }
    let consumed = unsafe Int(given - stream.avail_in)
    let produced = unsafe Int(room - stream.avail_out)
    unsafe stream.next_in = nil
    unsafe stream.next_out = nil
    switch code {
    case Z_OK, Z_BUF_ERROR: return (consumed, produced, .going)
    case Z_STREAM_END: return (consumed, produced, .done)
    default: return (consumed, produced, .broken(reason))
    }
  }

  private var reason: String {
    guard let message = unsafe stream.msg else { return "a fault" }
    switch unsafe String(cString: message) {
    case "incorrect data check", "incorrect length check": return "a wrong check sum"
    case let text: return text
    }
  }
}
