/// A zip file whose parts are not packed, with check sums that hold: what is broken inside is found
/// by whoever reads the parts.
struct StoredZip {
  private(set) var bytes: [UInt8] = []

  init(_ parts: [(name: String, bytes: [UInt8])]) {
    var directory: [UInt8] = []
    for part in parts {
      let name = Array(part.name.utf8)
      let sizes = Self.word(Self.checkSum(part.bytes)) + Self.word(UInt32(part.bytes.count)) * 2
      // Version 2.0, no flags, stored, midnight of 1 January 1980.
      let facts = Self.half(20) + Self.half(0) * 3 + Self.half(33) + sizes
      let nameSize = Self.half(UInt16(name.count))
      let place = Self.word(UInt32(bytes.count))
      directory += Self.word(0x0201_4B50) + Self.half(20) + facts + nameSize
      directory += Self.half(0) * 4 + Self.word(0) + place + name
      bytes += Self.word(0x0403_4B50) + facts + nameSize + Self.half(0) + name + part.bytes
    }
    let count = Self.half(UInt16(parts.count))
    let place = Self.word(UInt32(bytes.count))
    bytes += directory
    bytes += Self.word(0x0605_4B50) + Self.half(0) * 2 + count + count
    bytes += Self.word(UInt32(directory.count)) + place + Self.half(0)
  }

  private static func half(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }

  private static func word(_ value: UInt32) -> [UInt8] {
    half(UInt16(value & 0xFFFF)) + half(UInt16(value >> 16))
  }

  /// CRC-32 as zip files have it.
  private static func checkSum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = .max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~sum
  }
}

private func * (bytes: [UInt8], count: Int) -> [UInt8] {
  Array(repeatElement(bytes, count: count).joined())
}
