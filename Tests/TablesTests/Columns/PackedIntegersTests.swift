import Tables
import Testing

@Suite struct PackedIntegersTests {
  private static let extremes: [[Int64]] = [
    [], [0], [-128, 127], [-129], [128], [-32_768, 32_767], [32_768], [-32_769],
    [Int64(Int32.min), Int64(Int32.max)], [Int64(Int32.max) + 1], [.min, .max, 0],
  ]

  @Test(arguments: extremes)
  func `numbers come back as they were`(_ numbers: [Int64]) {
    let packed = PackedIntegers(numbers)
    #expect(Array(packed) == numbers)
    #expect(packed.array == numbers)
    #expect(packed.doubles(validity: nil) == numbers.map(Double.init))
  }

  @Test func `the width is the smallest that holds all`() {
    func width(_ numbers: [Int64]) -> Int {
      switch PackedIntegers(numbers).storage {
      case .int8: 8
      case .int16: 16
      case .int32: 32
      case .int64: 64
      }
    }
    #expect(Self.extremes.map(width) == [8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64])
  }

  @Test func `rows taken out are packed anew, so that equal numbers are equal`() {
    let packed = PackedIntegers([1, 1_000_000, 2] as [Int64])
    #expect(packed.rows(at: [0, 2]) == PackedIntegers([1, 2] as [Int64]))
    #expect(PackedIntegers([7] as [Int32]) == PackedIntegers([7] as [Int64]))
  }

  @Test func `a row that is not valid is not a number`() {
    let doubles = PackedIntegers([1, 0, 3] as [Int8])
      .doubles(times: 10, validity: Validity([true, false, true]))
    #expect(doubles[0] == 10)
    #expect(doubles[1].isNaN)
    #expect(doubles[2] == 30)
  }
}
