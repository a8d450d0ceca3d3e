import Tables
import Testing

@Suite struct BitsTests {
  @Test(arguments: [0, 1, 63, 64, 65, 200])
  func `bits beyond the last row are clear`(_ count: Int) {
    let words = [UInt64](repeating: .max, count: (count + 63) / 64)
    #expect(Bits(words: words, count: count) == Bits(repeating: true, count: count))
    #expect(Bits(words: words, count: count).setCount == count)
  }

  @Test func `the clear rows are told in order`() {
    let bits = Bits(count: 130) { $0 != 0 && $0 != 64 && $0 != 129 }
    var clear: [Int] = []
    bits.forEachClear { clear.append($0) }
    #expect(clear == [0, 64, 129])
  }
}
