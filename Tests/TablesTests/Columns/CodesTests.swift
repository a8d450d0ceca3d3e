import Tables
import Testing

@Suite struct CodesTests {
  @Test(arguments: [0, 1, 255, 256, 65_535, 65_536])
  func `codes come back as they were at every width`(_ levelCount: Int) {
    let places = [UInt32](0..<UInt32(levelCount)) + [Categories.missingCode]
    let codes = Codes(places, levelCount: levelCount)
    #expect(Array(codes) == places)
    #expect(codes.counts(levelCount: levelCount) == Array(repeating: 1, count: levelCount))
    #expect(codes.validity?.setCount == levelCount)
  }

  @Test func `what is no place of a level is missing`() {
    #expect(
      Array(Codes([0, 7, 1], levelCount: 2)) == [0, Categories.missingCode, 1]
    )
  }

  @Test func `no validity where every row has a level`() {
    #expect(Codes([0, 0, 1], levelCount: 2).validity == nil)
  }
}
