import Kernels
import Testing

struct MomentsTests {
  @Test func `moments agree with extended precision to 1e-12`() throws {
    for column in try Oracle.load().columns {
      let moments = Moments(of: column.values)
      // A mean of 1e9 leaves seven digits to the deviations, and skewness near 0 cancels.
      let tolerance = column.name == "offset" ? 1e-7 : 1e-12
      #expect(agree(moments.mean, column.mean, 1e-12), "\(column.name)")
      #expect(agree(moments.standardDeviation, column.sd, tolerance), "\(column.name)")
      #expect(abs(moments.skewness - column.skewness) < tolerance, "\(column.name)")
      #expect(agree(moments.kurtosis, column.kurtosis, tolerance), "\(column.name)")
    }
  }

  @Test func `too few values leave moments undefined`() {
    #expect(Moments(of: []).mean.isNaN)
    #expect(Moments(of: [3]).mean == 3)
    #expect(Moments(of: [3]).standardDeviation.isNaN)
    #expect(Moments(of: [3, 4]).skewness.isNaN)
    #expect(Moments(of: [3, 4, 6]).kurtosis.isNaN)
  }

  @Test func `a constant column has no spread and no shape`() {
    let moments = Moments(of: [0.1, 0.1, 0.1, 0.1, 0.1])
    #expect(moments.mean == 0.1)
    #expect(moments.standardDeviation == 0)
    #expect(moments.skewness.isNaN)
  }

  @Test func `an infinity leaves only the extremes`() {
    let moments = Moments(of: [1, 2, .infinity])
    #expect(moments.minimum == 1)
    #expect(moments.maximum == .infinity)
    #expect(moments.standardDeviation.isNaN)
  }

  @Test func `the smallest numbers keep their spread`() {
    let least = Double.leastNonzeroMagnitude
    #expect(Moments(of: [0, least, 2 * least]).standardDeviation == least)
  }
}
