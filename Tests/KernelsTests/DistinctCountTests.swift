import Kernels
import Testing

@Suite struct DistinctCountTests {
  @Test func `both zeros are one value`() {
    #expect(distinctCount(of: [0, -0.0, 1]) == 2)
    #expect(distinctCount(of: []) == 0)
  }

  @Test(arguments: [1, 100, 5000, 200_003])
  func `as many as a set holds, few or many`(different: Int) {
    var generator = RandomGenerator(seed: Seed(3))
    let values = (0..<300_000).map { _ in
      Double(Int(generator.next() % UInt64(different))) * 0.125 - 100
    }
    #expect(distinctCount(of: values) == Set(values).count)
  }
}
