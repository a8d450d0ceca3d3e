import Kernels
import Testing

struct SeedTests {
  @Test func `derived seeds differ by text and chunk and stay the same for ever`() {
    let seed = Seed(7).derived("train forest")
    #expect(seed == Seed(7).derived("train forest"))
    #expect(seed != Seed(7).derived("train tree"))
    #expect(seed != Seed(8).derived("train forest"))
    #expect(Set((0..<1000).map { seed.derived(chunk: $0) }).count == 1000)
    // Computed apart, in Python, from the documented formula.
    #expect(seed.value == 7_646_953_139_761_256_481)
  }
}
