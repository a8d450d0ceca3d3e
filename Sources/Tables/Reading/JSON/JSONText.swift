import Diagnostics

/// JSON's bytes as UTF-8, without a byte order mark.
enum JSONText {
  /// - Parameters:
  ///   - lineBefore: how many lines come before these bytes.
  ///   - warning: set where something could not be read as UTF-8.
  static func checked(_ bytes: [UInt8], lineBefore: Int = 0, warning: inout String?) -> [UInt8] {
    guard let broken = firstInvalid(in: bytes) else { return bytes }
    if warning == nil {
      let line = JSONPlace(broken, in: bytes, lineBefore: lineBefore).line
      warning = "not all is UTF-8, first in line \(line): what can't be read became U+FFFD"
    }
    return Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  /// Where UTF-8 breaks off; nil when all of it is valid.
  private static func firstInvalid(in bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  static func withoutMark(_ bytes: [UInt8], of name: String) throws(Diagnostic) -> [UInt8] {
    switch TextEncoding.marked(bytes) {
    case .utf8: return Array(bytes.dropFirst(3))
    case .utf16LittleEndian, .utf16BigEndian:
      throw Diagnostic(.data, "'\(name)' is UTF-16, expected JSON in UTF-8", subject: name)
    default: return bytes
    }
  }

  /// What follows a first value that begins the text.
  enum Start {
    /// An object, and behind it another one.
    case objects
    /// An object or an array of objects.
    case value
    case other
  }

  /// How a text begins, by as much of it as is known.
  static func start(of head: [UInt8]) -> Start {
    let head = head.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(head.dropFirst(3)) : head
    let bytes = head.span
    var scanner = JSONScanner()
    switch scanner.peek(bytes) {
    case UInt8(ascii: "["):
      scanner.position += 1
      let first = scanner.peek(bytes)
      return first == UInt8(ascii: "{") || first == UInt8(ascii: "]") ? .value : .other
    case UInt8(ascii: "{"):
      var text: [UInt8] = []
      let start = scanner.position
      do throws(JSONScanner.Fault) {
        try scanner.copyValue(bytes, to: &text, level: 0)
      } catch {
        guard error.isCutOff, head.count >= 1 << 12 else { return .other }
        return head[start...].contains(0x0A) ? .value : .other
      }
      return scanner.peek(bytes) == UInt8(ascii: "{") ? .objects : .value
    default: return .other
    }
  }
}
