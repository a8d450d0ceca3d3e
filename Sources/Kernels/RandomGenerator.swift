private import Glibc

/// Seeded random numbers: xoshiro256** (Blackman & Vigna 2018), its state filled by SplitMix64.
///
/// The same seed gives the same numbers on every machine.
package struct RandomGenerator: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  package init(seed: Seed) {
    var counter = seed.value
    func word() -> UInt64 {
      counter &+= 0x9E37_79B9_7F4A_7C15
      return StableHash.mixed(counter)
    }
    state = (word(), word(), word(), word())
  }

  package mutating func next() -> UInt64 {
    let product = state.1 &* 5
    let result = (product << 7 | product >> 57) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = state.3 << 45 | state.3 >> 19
    return result
  }

  /// A double in 0..<1, a multiple of 2⁻⁵³.
  package mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A whole number in 0..<bound, each equally likely (Lemire 2019); 0 when the bound is below 2.
  package mutating func below(_ bound: Int) -> Int {
    guard bound > 1 else { return 0 }
    let bound = UInt64(bound)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }

  /// A standard normal number, by Marsaglia's polar method.
  package mutating func normal() -> Double {
    while true {
      let u = 2 * uniform() - 1
      let v = 2 * uniform() - 1
      let square = u * u + v * v
      if square > 0, square < 1 { return u * (-2 * log(square) / square).squareRoot() }
    }
  }

  /// Puts the items into random order (Fisher-Yates).
  package mutating func shuffle<Item>(_ items: inout [Item]) {
    guard items.count > 1 else { return }
    for last in stride(from: items.count - 1, to: 0, by: -1) {
      items.swapAt(last, below(last + 1))
    }
  }

  /// Distinct numbers of 0..<population in random order; all of them when `count` is larger.
  package mutating func sample(_ count: Int, of population: Int) -> [Int] {
    let count = min(max(0, count), max(0, population))
    // A sparse Fisher-Yates: only places that were swapped are remembered.
    var moved: [Int: Int] = [:]
    return (0..<count).map { place in
      let other = place + below(population - place)
      let chosen = moved[other] ?? other
      moved[other] = moved[place] ?? place
      return chosen
    }
  }
}
