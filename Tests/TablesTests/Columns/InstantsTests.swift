import Tables
import Testing

@Suite struct InstantsTests {
  private let day: Int64 = 86_400_000_000

  @Test func `the unit is the coarsest that loses nothing`() {
    #expect(Instants([0, day, -3 * day]).unit == .days)
    #expect(Instants([day + 1_000_000]).unit == .seconds)
    #expect(Instants([day + 1]).unit == .microseconds)
    #expect(Instants([]).unit == .days)
  }

  @Test func `microseconds come back as they were`() {
    for microseconds in [[0, day, -day], [5_000_000, -1_000_000], [.max, .min, 1]] as [[Int64]] {
      #expect(Array(Instants(microseconds)) == microseconds)
    }
  }

  @Test func `however they were made, equal times are equal`() {
    let days = Instants([0, 2], in: .days)
    #expect(days == Instants([0, 2 * day]))
    #expect(Instants([0, 1, 2 * day]).rows(at: [0, 2]) == days)
    #expect(days.rows(at: [1]) == Instants([2 * day]))
    #expect(Instants([86_400], in: .seconds) == Instants([day]))
  }
}
