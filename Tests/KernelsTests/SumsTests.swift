import Kernels
import Testing

struct SumsTests {
  @Test func `many small parts add up to the exact sum within 4 ulps`() {
    let total = sum(of: [Double](repeating: 0.1, count: 1_000_000))
    #expect(abs(total - 100_000) <= 4 * (100_000.0).ulp)
  }

  @Test func `nothing sums to zero and has no mean`() {
    #expect(sum(of: [] as [Double]) == 0)
    #expect(mean(of: [] as [Double]).isNaN)
  }

  @Test func `the mean of huge numbers is finite`() {
    #expect(mean(of: [Double](repeating: 1e308, count: 1000)).isFinite)
    #expect(abs(mean(of: [1.5e308, 1.7e308]) / 1.6e308 - 1) < 1e-15)
  }

  @Test func `infinities spread`() {
    #expect(mean(of: [1, .infinity]) == .infinity)
    #expect(mean(of: [-.infinity, .infinity]).isNaN)
  }
}
