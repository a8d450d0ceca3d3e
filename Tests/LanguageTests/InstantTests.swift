import Language
import Testing

@Suite struct InstantTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("2024-02-29", 19782 * 86_400_000_000), ("1969-12-31T23:59:59Z", -1_000_000),
    ("2000-03-01 00:00", 951_868_800_000_000), ("1975-06-27T06:00:00Z", 173_080_800_000_000),
    ("2024-01-31T12:30:00.25+02:00", 1_706_697_000_250_000), ("2012/01/05", 1_325_721_600_000_000),
    ("0001-01-01", -62_135_596_800_000_000),
  ])
  func `reads ISO 8601`(text: String, microseconds: Int64) {
    #expect(Instant(text)?.microseconds == microseconds)
  }

  @Test(arguments: [
    "", "2024", "2024-1-1", "2024-02-30", "2023-02-29", "2024-13-01", "2024-01-01T25:00",
    "2024-01-01x", "2024-01-01T10:00:00.", "2024-01/01", "24-01-01",
  ])
  func `refuses anything else`(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test func `every day of eight centuries comes back`() {
    for day in stride(from: -150_000, through: 150_000, by: 1) {
      let instant = Instant(microseconds: Int64(day) * Instant.microsecondsPerDay)
      #expect(Instant(instant.fields) == instant)
      #expect(Instant(instant.text) == instant)
    }
  }

  @Test func `weekdays are ISO 8601's`() {
    #expect(Instant("2026-11-22")?.weekday == 7)
    #expect(Instant("1969-12-29")?.weekday == 1)
  }
}
