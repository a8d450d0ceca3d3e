import Kernels
import Testing

struct RandomGeneratorTests {
  @Test func `the same seed gives the same numbers`() {
    var a = RandomGenerator(seed: Seed(5))
    var b = RandomGenerator(seed: Seed(5))
    #expect((0..<100).map { _ in a.next() } == (0..<100).map { _ in b.next() })
  }

  @Test func `uniform numbers fill the unit interval`() {
    var random = RandomGenerator(seed: Seed(1))
    let moments = Moments(of: (0..<100_000).map { _ in random.uniform() })
    #expect(moments.minimum >= 0 && moments.maximum < 1)
    #expect(abs(moments.mean - 0.5) < 0.004)
    #expect(abs(moments.variance - 1.0 / 12) < 0.001)
  }

  @Test func `normal numbers have the normal's moments`() {
    var random = RandomGenerator(seed: Seed(2))
    let moments = Moments(of: (0..<100_000).map { _ in random.normal() })
    #expect(abs(moments.mean) < 0.015)
    #expect(abs(moments.standardDeviation - 1) < 0.01)
    #expect(abs(moments.skewness) < 0.04)
    #expect(abs(moments.kurtosis) < 0.08)
  }

  @Test func `bounded numbers are even and never reach the bound`() {
    var random = RandomGenerator(seed: Seed(3))
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[random.below(7)] += 1 }
    #expect(counts.allSatisfy { (9_600...10_400).contains($0) })
    #expect(random.below(1) == 0)
    #expect(random.below(0) == 0)
    #expect(random.below(-3) == 0)
  }

  @Test func `a sample holds distinct numbers and at most all of them`() {
    var random = RandomGenerator(seed: Seed(4))
    #expect(Set(random.sample(50, of: 60)).count == 50)
    #expect(random.sample(9, of: 5).sorted() == [0, 1, 2, 3, 4])
    #expect(random.sample(3, of: 0) == [])
    #expect(random.sample(-1, of: 5) == [])
  }

  @Test func `a shuffle keeps every item`() {
    var random = RandomGenerator(seed: Seed(4))
    var items = Array(0..<100)
    random.shuffle(&items)
    #expect(items != Array(0..<100))
    #expect(items.sorted() == Array(0..<100))
  }
}
