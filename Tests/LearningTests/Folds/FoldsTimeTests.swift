import Learning
import Testing

struct FoldsTimeTests {
  @Test func `the newest rows stand last`() {
    let times = [5, 1, 9, 3, 7, 2, 8, 4, 6, 10].map { Double($0) }
    let parts = Folds.timeParts(times, shares: [60, 20, 20])
    #expect(parts == times.map { $0 <= 6 ? 0 : $0 <= 8 ? 1 : 2 })
  }

  @Test func `equal times stay together`() {
    let parts = Folds.timeParts([1, 1, 1, 1, 2, 2, 3, 3, 3, 3], shares: [0.5, 0.5])
    #expect(parts[4] == parts[5])
    #expect(parts == [0, 0, 0, 0, 0, 0, 1, 1, 1, 1])
  }

  @Test func `a group stands whole at its first time`() {
    let parts = Folds.timeParts(
      [1, 9, 2, 3, 4, 8],
      shares: [0.5, 0.5],
      groups: [0, 0, 1, 2, 2, 3]
    )
    #expect(parts == [0, 0, 0, 1, 1, 1])
  }

  @Test func `each fold is fitted on what came before`() {
    let times = (0..<12).map { Double($0) }
    let folds = Folds.timeFolds(times, folds: 3)
    #expect(folds.count == 3)
    #expect(folds[0] == TimeFold(training: [0, 1, 2], scored: [3, 4, 5]))
    #expect(folds[2] == TimeFold(training: Array(0..<9), scored: [9, 10, 11]))
  }

  @Test func `too few times give fewer folds`() {
    #expect(Folds.timeFolds([1, 1, 2, 2], folds: 5).count == 1)
    #expect(Folds.timeFolds([1, 1], folds: 5) == [])
    #expect(Folds.timeFolds([], folds: 5) == [])
    #expect(Folds.timeParts([.nan, 1], shares: [1, 1]) == [0, 1])
  }
}
