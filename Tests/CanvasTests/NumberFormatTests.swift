import Canvas
import Testing

struct NumberFormatTests {
  @Test(arguments: [
    (0, "0"), (-0.0, "0"), (1, "1"), (-12, "-12"), (1_234_567, "1234567"), (3271.258, "3271"),
    (45678.9, "45679"), (999_999.5, "1000000"), (0.046512, "0.04651"), (0.5, "0.5"),
    (2.675, "2.675"), (1.0 / 3, "0.3333"), (123.456, "123.5"), (0.00012345, "0.0001235"),
    (0.000012345, "1.235e-5"), (12_345_678, "1.235e7"), (6.02e23, "6.02e23"), (-1e-300, "-1e-300"),
    (9.9996, "10"), (999.96, "1000"), (.leastNonzeroMagnitude, "5e-324"),
    (1.7976931348623157e308, "1.798e308"),
    (.nan, "–"), (.infinity, "inf"), (-.infinity, "-inf"), (-0.00004, "-4e-5"),
  ]) func `numbers show four significant digits`(value: Double, text: String) {
    #expect(NumberFormat.number(value) == text)
  }

  @Test func `a fixed number of decimals rounds halves away from zero and has no negative zero`() {
    #expect(NumberFormat.fixed(2.675, decimals: 2) == "2.68")
    #expect(NumberFormat.fixed(-0.004, decimals: 2) == "0.00")
    #expect(NumberFormat.fixed(-0.5, decimals: 0) == "-1")
    #expect(NumberFormat.fixed(0.05, decimals: 0) == "0")
    #expect(NumberFormat.fixed(99.995, decimals: 2) == "100.00")
    #expect(NumberFormat.fixed(1e21, decimals: 1) == "1000000000000000000000.0")
    #expect(NumberFormat.fixed(1.5, decimals: -3) == "2")
  }

  @Test func `one column has one number of decimals`() {
    #expect(NumberFormat.column([1, 22.5, 0.25]) == ["1.00", "22.50", "0.25"])
    #expect(NumberFormat.column([1, 2, 300]) == ["1", "2", "300"])
    #expect(NumberFormat.column([4175.25, 3.5, .nan]) == ["4175", "4", "–"])
    #expect(NumberFormat.column([1e9, 0.001]) == ["1e9", "0.001"])
    #expect(NumberFormat.column([0, 0]) == ["0", "0"])
    #expect(NumberFormat.column([]) == [])
  }

  @Test func `counts have their thousands apart`() {
    #expect(NumberFormat.count(0) == "0")
    #expect(NumberFormat.count(999) == "999")
    #expect(NumberFormat.count(1_234_567) == "1,234,567")
    #expect(NumberFormat.count(-1000) == "-1,000")
    #expect(NumberFormat.count(.min) == "-9,223,372,036,854,775,808")
    #expect(NumberFormat.count(1, "row") == "1 row")
    #expect(NumberFormat.count(2, "entry", plural: "entries") == "2 entries")
  }

  @Test func `shares, times and sizes have their units`() {
    #expect(NumberFormat.percent(0.4567) == "45.7%")
    #expect(NumberFormat.percent(0.00001) == "<0.1%")
    #expect(NumberFormat.percent(0.99999) == ">99.9%")
    #expect(NumberFormat.percent(0) == "0.0%")
    #expect(NumberFormat.percent(1) == "100.0%")
    #expect(NumberFormat.duration(0.00042) == "0.4 ms")
    #expect(NumberFormat.duration(0.25) == "250 ms")
    #expect(NumberFormat.duration(0.00996) == "10 ms")
    #expect(NumberFormat.duration(0.9996) == "1.00 s")
    #expect(NumberFormat.duration(3.254) == "3.25 s")
    #expect(NumberFormat.duration(59.96) == "1 min 0 s")
    #expect(NumberFormat.duration(3840) == "1 h 4 min")
    #expect(NumberFormat.duration(.infinity) == "–")
    #expect(NumberFormat.bytes(812) == "812 B")
    #expect(NumberFormat.bytes(1_500_000) == "1.5 MB")
    #expect(NumberFormat.bytes(999_999) == "1 MB")
  }

  @Test func `a time below a minute takes at most six columns`() {
    for step in 0..<60_000 {
      let seconds = Double(step) * 0.000_999
      #expect(NumberFormat.duration(seconds).count <= 6, "\(seconds)")
    }
  }
}
