/// Hashes that are the same on every machine and in every version; Swift's own `Hasher` is not.
package enum StableHash {
  /// The finaliser of SplitMix64 (Steele, Lea & Flood 2014): a bijection that mixes every bit.
  package static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// FNV-1a over the UTF-8 bytes, mixed.
  package static func hash(of text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return mixed(hash)
  }
}

/// The hash by which a row is drawn into a part, a fold or a sample: it depends on the row's number
/// and the seed alone, so the order of rows never matters.
package func stableHash(seed: Seed, row: Int) -> UInt64 {
  let step = UInt64(bitPattern: Int64(row)) &* 0x9E37_79B9_7F4A_7C15
  return StableHash.mixed(StableHash.mixed(seed.value &+ 0x9E37_79B9_7F4A_7C15) ^ step)
}
