import Diagnostics

/// The parts of a zip file, found by the directory at its end.
struct ZipArchive {
  private struct Part {
    var offset: Int
    var packedCount: Int
    var byteCount: Int
    var method: Int
    var isEncrypted: Bool
  }

  private let bytes: [UInt8]
  /// For messages.
  private let name: String
  /// How many bytes a part may unpack to.
  private let limit: Int
  private var parts: [String: Part] = [:]

  static let standardLimit = 1 << 30

  init(_ bytes: [UInt8], name: String, limit: Int = Self.standardLimit) throws(Diagnostic) {
    self.bytes = bytes
    self.name = name
    self.limit = limit
    try readDirectory()
  }

  var partNames: [String] { parts.keys.sorted() }

  func hasPart(_ path: String) -> Bool { parts[path] != nil }

  /// Unpacked; nil when there is no such part.
  func part(_ path: String) throws(Diagnostic) -> [UInt8]? {
    guard let part = parts[path] else { return nil }
    if part.isEncrypted { throw fault("is encrypted, expected a workbook without a password") }
    guard part.byteCount <= limit else { throw tooBig(path) }
    // The local header repeats the name, and has extra fields of its own length.
    guard number(at: part.offset, 4) == 0x0403_4B50,
      let nameCount = number(at: part.offset + 26, 2),
      let extraCount = number(at: part.offset + 28, 2)
    else { throw fault("is damaged: '\(path)' isn't where its directory says") }
    let start = part.offset + 30 + nameCount + extraCount
    guard start + part.packedCount <= bytes.count else {
      throw fault("is cut off in '\(path)'")
    }
    let packed = Array(bytes[start..<start + part.packedCount])
    switch part.method {
    case 0: return packed
    case 8: return try inflated(packed, part, path)
    default: throw fault("packs '\(path)' by method \(part.method), expected deflate")
    }
  }

  private func inflated(
    _ packed: [UInt8],
    _ part: Part,
    _ path: String
  ) throws(Diagnostic) -> [UInt8] {
    let inflater = Inflater(.bare)
    var unpacked: [UInt8] = []
    unpacked.reserveCapacity(part.byteCount)
    var block = [UInt8](repeating: 0, count: 1 << 16)
    var position = 0
    while true {
      // The buffer lives for the length of the call.
      let step = unsafe block.withUnsafeMutableBytes {
        unsafe inflater.step(packed.span.extracting(position...), into: $0)
      }
      position += step.consumed
      unpacked += block[..<step.produced]
      guard unpacked.count <= limit else { throw tooBig(path) }
      switch step.state {
      case .done: return unpacked
      case .going where step.consumed > 0 || step.produced > 0: break
      case .going: throw fault("is damaged: '\(path)' ends before its time")
      case .broken(let why): throw fault("is damaged: \(why) in '\(path)'")
      }
    }
  }

  private mutating func readDirectory() throws(Diagnostic) {
    // The last record: 22 bytes and a comment of at most 65535.
    let earliest = max(0, bytes.count - 22 - 65_535)
    var end = bytes.count - 22
    while end >= earliest, number(at: end, 4) != 0x0605_4B50 { end -= 1 }
    guard end >= earliest, end >= 0, var count = number(at: end + 10, 2),
      var start = number(at: end + 16, 4)
    else { throw fault("is cut off, or no zip file: it has no directory at its end") }
    if count == 0xFFFF || start == 0xFFFF_FFFF,
      number(at: end - 20, 4) == 0x0706_4B50, let record = number(at: end - 12, 8),
      let longCount = number(at: record + 32, 8), let longStart = number(at: record + 48, 8)
    {
      (count, start) = (longCount, longStart)
    }
    for _ in 0..<count {
      guard number(at: start, 4) == 0x0201_4B50, let flags = number(at: start + 8, 2),
        let method = number(at: start + 10, 2), let packedCount = number(at: start + 20, 4),
        let byteCount = number(at: start + 24, 4), let nameCount = number(at: start + 28, 2),
        let extraCount = number(at: start + 30, 2), let commentCount = number(at: start + 32, 2),
        let offset = number(at: start + 42, 4), start + 46 + nameCount <= bytes.count
      else { throw fault("is damaged: its directory breaks off") }
      let path = String(decoding: bytes[start + 46..<start + 46 + nameCount], as: UTF8.self)
      parts[path] = Part(
        offset: offset,
        packedCount: packedCount,
        byteCount: byteCount,
        method: method,
        isEncrypted: flags & 1 == 1
      )
      start += 46 + nameCount + extraCount + commentCount
    }
  }

  /// A little-endian number; nil beyond the end.
  private func number(at offset: Int, _ count: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - count else { return nil }
    var value: UInt64 = 0
    for place in (offset..<offset + count).reversed() { value = value << 8 | UInt64(bytes[place]) }
    return value > UInt64(Int.max / 2) ? nil : Int(value)
  }

  private func fault(_ what: String) -> Diagnostic {
    Diagnostic(.data, "'\(name)' \(what)", subject: name)
  }

  private func tooBig(_ path: String) -> Diagnostic {
    fault("unpacks '\(path)' to more than \(limit >> 20) MiB: save the sheet as CSV")
  }
}
