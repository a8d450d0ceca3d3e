import Kernels
import Testing

struct StableHashTests {
  @Test func `text hashes as FNV-1a through SplitMix64`() {
    #expect(StableHash.hash(of: "") == StableHash.mixed(0xCBF2_9CE4_8422_2325))
    #expect(StableHash.hash(of: "a") == StableHash.mixed(0xAF63_DC4C_8601_EC8C))
  }

  @Test func `the mixer is SplitMix64's`() {
    // The first output of SplitMix64 seeded with 1234567 (Vigna's splitmix64.c).
    #expect(StableHash.mixed(1_234_567 &+ 0x9E37_79B9_7F4A_7C15) == 6_457_827_717_110_365_317)
  }

  @Test func `row hashes spread evenly`() {
    let low = (0..<100_000).count { stableHash(seed: Seed(3), row: $0) < UInt64.max / 10 }
    #expect((9_700...10_300).contains(low))
    #expect(stableHash(seed: Seed(3), row: 5) != stableHash(seed: Seed(4), row: 5))
  }
}
