import Diagnostics
import Testing

@Suite struct JSONTests {
  private struct Sample: Encodable {
    var zebra = 1
    var apple: Double? = nil
    var share = 0.1
    var undefined = Double.nan
    var names = ["a", "b"]
    var inner = Inner()

    struct Inner: Encodable {
      var text: String? = nil
      var yes = true
    }
  }

  @Test func `keys keep their order and absent values are null`() {
    #expect(
      JSON(encoding: Sample()).compact
        == #"{"zebra":1,"apple":null,"share":0.1,"undefined":null,"names":["a","b"],"#
        + #""inner":{"text":null,"yes":true}}"#
    )
  }

  @Test func `control characters are escaped`() {
    #expect(JSON.string("a\"\\\n\u{1B}\u{7F}é").compact == #""a\"\\\n\u001b\u007fé""#)
  }

  @Test(arguments: [
    (0.1 + 0.2, "0.30000000000000004"), (3.0, "3"), (-0.0, "-0.0"), (1e300, "1e+300"),
  ])
  func `a number reads back to the same double`(value: Double, text: String) {
    #expect(JSON.number(value).compact == text)
    #expect(Double(JSON.number(value).compact) == value)
  }
}
