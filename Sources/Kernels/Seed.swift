/// Where a stream of random numbers starts.
///
/// A study has one seed; every consumer derives its own from it by the text of its line, and every
/// chunk of parallel work by its number: `Seed(7).derived("train forest").derived(chunk: 3)`.
package struct Seed: Hashable, Sendable, Codable {
  package let value: UInt64

  package init(_ value: UInt64) { self.value = value }

  package init(_ number: Int) { value = UInt64(bitPattern: Int64(number)) }

  package func derived(_ text: String) -> Seed {
    Seed(StableHash.mixed(value &+ 0x9E37_79B9_7F4A_7C15) ^ StableHash.hash(of: text))
  }

  package func derived(chunk: Int) -> Seed {
    let step = (UInt64(bitPattern: Int64(chunk)) &+ 1) &* 0xD1B5_4A32_D192_ED03
    return Seed(StableHash.mixed(StableHash.mixed(value) &+ step))
  }
}
