import Kernels

/// Bytes with some changed: flipped, left out, doubled, put in, cut off, crossed with others.
struct MutatedBytes {
  private var generator: RandomGenerator
  private(set) var bytes: [UInt8]

  private static let spices =
    Array("\"',;\t|\n\r#\\ .-+eE%$0159:/".utf8) + [
      0, 0x1A, 0x1F, 0x7F, 0x80, 0xA0, 0xC3, 0xE2, 0xEF, 0xF0, 0xFE, 0xFF,
    ]

  /// - Parameter other: what parts are taken from.
  init(_ bytes: [UInt8], crossedWith other: [UInt8], _ generator: RandomGenerator) {
    self.bytes = bytes
    self.generator = generator
    for _ in 0..<self.generator.within(1...6) { change(other) }
  }

  private mutating func change(_ other: [UInt8]) {
    let place = generator.below(bytes.count + 1)
    let end = min(bytes.count, place + generator.within(1...12))
    switch generator.below(8) {
    case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(generator.below(8))
    case 1 where place < bytes.count: bytes[place] = generator.one(of: Self.spices)
    case 2: bytes.insert(generator.one(of: Self.spices), at: place)
    case 3: bytes.removeSubrange(place..<end)
    case 4: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 5 where bytes.count < 4_096: bytes += bytes[place...]
    case 6: bytes.removeSubrange(place...)
    default:
      let from = generator.below(other.count + 1)
      let part = other[from..<min(other.count, from + generator.within(1...40))]
      bytes.insert(contentsOf: part, at: place)
    }
  }
}
