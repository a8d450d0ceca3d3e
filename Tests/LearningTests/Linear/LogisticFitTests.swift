import Diagnostics
import Foundation
import Kernels
import Learning
import Testing

struct LogisticFitTests {
  @Test func `coefficients agree with a fully converged reference to 1e-6`() throws {
    let oracle = try LearningOracle.shared.get()
    for known in oracle.logistic {
      let classes = try #require(oracle.classes[known.classes])
      let fit = try LogisticFit(
        oracle.matrix(known.design),
        classes: classes,
        classCount: (classes.max() ?? 0) + 1,
        weights: known.weighted ? oracle.weights : nil,
        options: LogisticOptions(strength: known.strength)
      )
      let name: Comment = "\(known.classes) \(known.strength ?? 0), \(fit.iterations) steps"
      #expect(fit.converged && !fit.separated, name)
      #expect(fit.iterations < 30, name)
      #expect(
        largestDifference(Array(fit.coefficients.joined()), Array(known.coefficients.joined()))
          < 1e-6,
        name
      )
      #expect(largestDifference(fit.intercepts, known.intercepts) < 1e-6, name)
    }
  }

  @Test func `many columns converge to the same minimum by conjugate gradients`() throws {
    // 600 columns that each stand for one of 600 rows, beside two that matter: past the size at
    // which second derivatives are kept. The optimum is where the slope of the loss is zero.
    var random = RandomGenerator(seed: Seed(1))
    let rowCount = 600
    var columns = [[Double]](repeating: [], count: 2)
    var classes: [Int] = []
    for _ in 0..<rowCount {
      let (a, b) = (random.normal(), random.normal())
      columns[0].append(1e4 * a)
      columns[1].append(1e-3 * b)
      classes.append(a - b + random.normal() > 0 ? 1 : 0)
    }
    for row in 0..<rowCount { columns.append((0..<rowCount).map { $0 == row ? 1 : 0 }) }
    let design = Matrix(columns: columns)
    let fit = try LogisticFit(design, classes: classes, classCount: 2)
    #expect(fit.converged)
    let scores = design.times(fit.coefficients[0]).map { $0 + fit.intercepts[0] }
    let residuals = zip(scores, classes).map { 1 / (1 + exp(-$0)) - Double($1) }
    let slopes = zip(design.times(residuals, transposed: true), fit.coefficients[0])
      .map { $0 + $1 }
    #expect(abs(residuals.reduce(0, +)) < 1e-7)
    #expect(abs(slopes[0]) < 1e-3 && abs(slopes[1]) < 1e-9)
    #expect(slopes.dropFirst(2).allSatisfy { abs($0) < 1e-7 })
  }

  @Test func `divided classes are flagged when nothing holds the coefficients`() throws {
    let design = Matrix(columns: [[1, 2, 3, 7, 8, 9]])
    let classes = [0, 0, 0, 1, 1, 1]
    let free = LogisticOptions(strength: nil)
    let fit = try LogisticFit(design, classes: classes, classCount: 2, options: free)
    #expect(fit.separated)
    #expect(fit.coefficients[0][0].isFinite)
    #expect(try !LogisticFit(design, classes: classes, classCount: 2).separated)

    let oracle = try LearningOracle.shared.get()
    let species = try #require(oracle.classes["species"])
    let penguins = try LogisticFit(
      oracle.matrix("penguins"),
      classes: species,
      classCount: 3,
      options: free
    )
    #expect(penguins.separated)
  }

  @Test func `nearly divided classes are flagged too`() throws {
    // The value 5 stands in both classes: the likelihood has a limit but the slope has none.
    let fit = try LogisticFit(
      Matrix(columns: [[1, 2, 5, 5, 8, 9]]),
      classes: [0, 0, 0, 1, 1, 1],
      classCount: 2,
      options: LogisticOptions(strength: nil)
    )
    #expect(fit.separated)
  }

  @Test func `levels that depend on each other leave predictions determined`() throws {
    let oracle = try LearningOracle.shared.get()
    let risk = try #require(oracle.classes["risk"])
    let columns = try #require(oracle.designs["deficient"])
    let free = LogisticOptions(strength: nil)
    let all = Matrix(columns: columns)
    let some = Matrix(columns: Array(columns[1...2] + columns[4...]))
    let whole = try LogisticFit(all, classes: risk, classCount: 2, options: free)
    let full = try LogisticFit(some, classes: risk, classCount: 2, options: free)
    #expect(whole.converged && !whole.separated)
    let a = all.times(whole.coefficients[0]).map { $0 + whole.intercepts[0] }
    let b = some.times(full.coefficients[0]).map { $0 + full.intercepts[0] }
    #expect(zip(a, b).allSatisfy { abs($0 - $1) < 1e-8 })
  }

  @Test func `absent classes get no probability`() throws {
    let design = Matrix(columns: [[1, 2, 3, 4]])
    let fit = try LogisticFit(design, classes: [0, 2, 0, 2], classCount: 3)
    #expect(fit.intercepts[1] == LogisticFit.absent)
    let two = try LogisticFit(design, classes: [0, 1, 0, 1], classCount: 2)
    #expect(
      abs(fit.coefficients[2][0] - fit.coefficients[0][0] - two.coefficients[0][0]) < 1e-12
    )
    let one = try LogisticFit(design, classes: [1, 1, 1, 1], classCount: 2)
    #expect(one.intercepts == [-LogisticFit.absent] && one.coefficients == [[0]])
  }

  @Test func `no columns leave the log odds`() throws {
    let fit = try LogisticFit(
      Matrix(rowCount: 4, columnCount: 0),
      classes: [1, 1, 1, 0],
      classCount: 2
    )
    #expect(abs(fit.intercepts[0] - log(3)) < 1e-12)
  }

  @Test func `it stops when told to and reports every step`() throws {
    let cancellation = Cancellation()
    cancellation.cancel()
    let error = #expect(throws: Diagnostic.self) {
      try LogisticFit(
        Matrix(columns: [[1, 2, 3]]),
        classes: [0, 1, 0],
        classCount: 2,
        report: Report { (_) throws(Diagnostic) in try cancellation.check() }
      )
    }
    #expect(error == .cancelled)
  }
}
