private import Crypto
import Diagnostics

/// SHA-256 over typed content: each part goes in with its length, so that no two contents give the
/// same bytes.
package struct Fingerprint {
  private var hash = SHA256()

  package init() {}

  package mutating func update(_ text: String) {
    update(Array(text.utf8))
  }

  /// The elements have no padding: they are bytes or machine words, little-endian on every
  /// processor this program is built for.
  package mutating func update<Element: BitwiseCopyable>(_ values: [Element]) {
    var count = UInt64(values.count).littleEndian
    unsafe withUnsafeBytes(of: &count) { unsafe hash.update(bufferPointer: $0) }
    unsafe values.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
  }

  package mutating func update(_ data: ColumnData) {
    switch data {
    case .doubles(let values):
      update("doubles")
      update(values)
    case .integers(let values):
      update("integers")
      update(values.storage)
    case .booleans(let values):
      update("booleans")
      update([values.count])
      update(values.words)
    case .category(let categories):
      update("category")
      for level in categories.levels { update(level) }
      update(categories.codes.storage)
    case .instants(let values):
      update("instants")
      update([values.unit.rawValue])
      update(values.ticks.storage)
    case .texts(let texts):
      update("texts")
      update(texts.lengths)
      update(texts.bytes)
    }
  }

  private mutating func update(_ storage: PackedIntegers.Storage) {
    switch storage {
    case .int8(let values): update(values)
    case .int16(let values): update(values)
    case .int32(let values): update(values)
    case .int64(let values): update(values)
    }
  }

  private mutating func update(_ storage: Codes.Storage) {
    switch storage {
    case .uint8(let codes): update(codes)
    case .uint16(let codes): update(codes)
    case .uint32(let codes): update(codes)
    }
  }

  /// The bytes alone, without their count.
  mutating func update(plain bytes: borrowing Swift.Span<UInt8>) {
    unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
  }

  package var hexadecimal: String {
    hash.finalize().reduce(into: "") { text, byte in
      text += byte < 16 ? "0" : ""
      text += String(byte, radix: 16)
    }
  }

  /// SHA-256 of the bytes alone, as `sha256sum` prints it.
  package static func sha256(of bytes: [UInt8]) -> String {
    var fingerprint = Fingerprint()
    fingerprint.update(plain: bytes.span)
    return fingerprint.hexadecimal
  }

  /// The same of all bytes of a source.
  static func sha256(of source: any ByteSource) throws(Diagnostic) -> String {
    var fingerprint = Fingerprint()
    try source.forEachBlock { (block) throws(Diagnostic) in
      fingerprint.update(plain: block.span)
      return true
    }
    return fingerprint.hexadecimal
  }
}
