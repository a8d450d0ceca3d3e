/// For each row the place of its level in a list of levels, at the smallest width that holds all
/// places and the code of a missing row.
package struct Codes: Sendable, Hashable {
  /// The greatest number of a width is the code of a missing row.
  package enum Storage: Sendable, Hashable {
    case uint8([UInt8])
    case uint16([UInt16])
    case uint32([UInt32])
  }

  package let storage: Storage

  /// - Parameter codes: places in the levels; whatever is none becomes missing.
  package init(_ codes: some Collection<UInt32>, levelCount: Int) {
    let count = UInt32(levelCount)
    switch Self.width(forLevels: levelCount) {
    case 8: storage = .uint8(codes.map { $0 < count ? UInt8($0) : .max })
    case 16: storage = .uint16(codes.map { $0 < count ? UInt16($0) : .max })
    default: storage = .uint32(codes.map { $0 < count ? $0 : .max })
    }
  }

  private init(storage: Storage) { self.storage = storage }

  /// Bits a row, from the number of levels alone.
  package static func width(forLevels count: Int) -> Int {
    count < 1 << 8 ? 8 : count < 1 << 16 ? 16 : 32
  }

  package func rows(at indices: [Int]) -> Codes {
    switch storage {
    case .uint8(let codes): Codes(storage: .uint8(indices.map { codes[$0] }))
    case .uint16(let codes): Codes(storage: .uint16(indices.map { codes[$0] }))
    case .uint32(let codes): Codes(storage: .uint32(indices.map { codes[$0] }))
    }
  }

  /// How many rows have each code; missing ones are left out.
  package func counts(levelCount: Int) -> [Int] {
    switch storage {
    case .uint8(let codes): Self.counts(of: codes, levelCount)
    case .uint16(let codes): Self.counts(of: codes, levelCount)
    case .uint32(let codes): Self.counts(of: codes, levelCount)
    }
  }

  private static func counts<Code: FixedWidthInteger & UnsignedInteger>(
    of codes: [Code],
    _ levelCount: Int
  ) -> [Int] {
    var counts = [Int](repeating: 0, count: levelCount)
    for code in codes where code != .max { counts[Int(code)] += 1 }
    return counts
  }

  /// Which rows have a level; nil when all have.
  package var validity: Validity? {
    let bits =
      switch storage {
      case .uint8(let codes): Bits(count: codes.count) { codes[$0] != .max }
      case .uint16(let codes): Bits(count: codes.count) { codes[$0] != .max }
      case .uint32(let codes): Bits(count: codes.count) { codes[$0] != .max }
      }
    return bits.isAllSet ? nil : bits
  }
}

/// Codes at full width, `Categories.missingCode` where missing.
extension Codes: RandomAccessCollection {
  package var startIndex: Int { 0 }

  package var endIndex: Int {
    switch storage {
    case .uint8(let codes): codes.count
    case .uint16(let codes): codes.count
    case .uint32(let codes): codes.count
    }
  }

  package subscript(row: Int) -> UInt32 {
    switch storage {
    case .uint8(let codes): codes[row] == .max ? Categories.missingCode : UInt32(codes[row])
    case .uint16(let codes): codes[row] == .max ? Categories.missingCode : UInt32(codes[row])
    case .uint32(let codes): codes[row]
    }
  }
}
