import Kernels
import Learning
import Testing

struct FoldsTests {
  let rows = Array(0..<1000)

  @Test func `parts have their shares and the order of rows doesn't matter`() {
    let parts = Folds.parts(rowNumbers: rows, shares: [60, 20, 20], seed: Seed(7))
    #expect((0..<3).map { part in parts.count { $0 == part } } == [600, 200, 200])
    let backwards = Folds.parts(
      rowNumbers: rows.reversed(),
      shares: [60, 20, 20],
      seed: Seed(7)
    )
    #expect(backwards == parts.reversed())
    #expect(parts != Folds.parts(rowNumbers: rows, shares: [60, 20, 20], seed: Seed(8)))
  }

  @Test func `each class is divided in the same proportions`() {
    let strata = rows.map { $0 % 10 == 0 ? 2 : $0 % 3 == 0 ? 1 : 0 }
    let parts = Folds.parts(rowNumbers: rows, shares: [0.7, 0.3], seed: Seed(1), strata: strata)
    for known in 0..<3 {
      let members = rows.filter { strata[$0] == known }
      let first = members.count { parts[$0] == 0 }
      #expect(abs(Double(first) - 0.7 * Double(members.count)) <= 1)
    }
    #expect(parts.count { $0 == 0 } == 700)
  }

  @Test func `odd rows of many small classes spread over all folds`() {
    let strata = rows.map { $0 / 3 }
    let folds = Folds.folds(rowNumbers: rows, folds: 5, seed: Seed(1), strata: strata)[0]
    #expect((0..<5).allSatisfy { fold in folds.count { $0 == fold } == 200 })
  }

  @Test func `a class with one member lands in the largest part`() {
    let parts = Folds.parts(
      rowNumbers: [1, 2, 3, 4],
      shares: [60, 20, 20],
      seed: Seed(0),
      strata: [0, 1, 2, 3]
    )
    #expect(parts.count { $0 == 0 } >= 2)
  }

  @Test func `groups stay whole, near their shares, whatever they are called`() {
    let groups = rows.map { $0 / 7 }
    let parts = Folds.parts(
      rowNumbers: rows,
      shares: [60, 20, 20],
      seed: Seed(7),
      groups: groups
    )
    for group in 0..<142 { #expect(Set(parts[group * 7..<group * 7 + 7]).count == 1) }
    let sizes = (0..<3).map { part in parts.count { $0 == part } }
    #expect(abs(sizes[0] - 600) <= 7 && abs(sizes[1] - 200) <= 7 && abs(sizes[2] - 200) <= 7)
    let renamed = Folds.parts(
      rowNumbers: rows,
      shares: [60, 20, 20],
      seed: Seed(7),
      groups: groups.map { 5000 - $0 }
    )
    #expect(renamed == parts)
  }

  @Test func `groups keep classes in proportion too`() {
    let groups = rows.map { $0 / 4 }
    let strata = rows.map { $0 / 4 % 4 == 0 ? 1 : 0 }
    let folds = Folds.folds(
      rowNumbers: rows,
      folds: 5,
      seed: Seed(3),
      strata: strata,
      groups: groups
    )[0]
    for fold in 0..<5 {
      let rare = rows.count { folds[$0] == fold && strata[$0] == 1 }
      #expect((48...56).contains(rare))
    }
  }

  @Test func `repeats are drawn anew`() {
    let repeats = Folds.folds(rowNumbers: rows, folds: 5, repeats: 3, seed: Seed(1))
    #expect(repeats.count == 3)
    #expect(repeats[0] != repeats[1] && repeats[1] != repeats[2])
    #expect(
      repeats.allSatisfy { folds in (0..<5).allSatisfy { f in folds.count { $0 == f } == 200 } }
    )
  }

  @Test func `no rows, no shares and too many folds are harmless`() {
    #expect(Folds.parts(rowNumbers: [], shares: [1, 1], seed: Seed(0)) == [])
    #expect(Folds.parts(rowNumbers: [4, 5], shares: [], seed: Seed(0)) == [0, 0])
    #expect(Folds.parts(rowNumbers: [4, 5], shares: [0, -1, .nan], seed: Seed(0)) == [0, 0])
    #expect(Set(Folds.folds(rowNumbers: [1, 2], folds: 5, seed: Seed(0))[0]).count == 2)
    #expect(Folds.parts(rowNumbers: [4, 5], shares: [0, 1], seed: Seed(0)) == [1, 1])
  }
}
