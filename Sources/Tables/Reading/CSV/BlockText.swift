private import Glibc

/// Checks of a block's text before anything is made of it.
enum BlockText {
  /// Whether the first part of a text is UTF-8, where the last character need not be whole.
  static func isValid(_ head: [UInt8], isWhole: Bool) -> Bool {
    guard let broken = firstInvalid(head) else { return true }
    return !isWhole && broken >= head.count - 3
  }

  private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// Whether U+FFFD is in it.
  static func hasReplacement(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard count >= 3 else { return false }
    for place in 0...(count - 3)
    where unsafe text[place] == 0xEF && text[place + 1] == 0xBF && text[place + 2] == 0xBD {
      return true
    }
    return false
  }

  /// Whether the text is UTF-8.
  static func isValid(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    if unsafe isASCII(text, count) { return true }
    let span = unsafe Span(_unsafeStart: text, count: count)
    return (try? UTF8Span(validating: span)) != nil
  }

  /// Eight words at once, which the compiler makes vectors of; sixteen bytes behind can be read.
  private static func isASCII(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var all: UInt64 = 0
    var place = 0
    while place + 8 <= count {
      all |= unsafe Words64.load(text + place)
      place += 8
    }
    while place < count {
      all |= unsafe UInt64(text[place])
      place += 1
    }
    return all & 0x8080_8080_8080_8080 == 0
  }

  /// Whether there is a zero byte.
  static func hasZero(_ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    unsafe memchr(text, 0, count) != nil
  }
}
