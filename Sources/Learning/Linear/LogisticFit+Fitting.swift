package import Diagnostics
package import Kernels

extension LogisticFit {
  /// Logistic regression by Newton's method, to full convergence whatever the columns' units.
  ///
  /// Minimises C Σ w loss + ½‖b‖², intercepts free, as scikit-learn's LogisticRegression does; with
  /// more than two classes the loss is that of the softmax.
  ///
  /// - Parameters:
  ///   - design: n × p predictors, every entry finite, n at least 1.
  ///   - classes: the class of each row, in 0..<classCount; not every class needs a row.
  ///   - classCount: 1 or more.
  ///   - weights: nil when all rows weigh 1.
  ///   - options: the penalty and when to stop.
  ///   - report: called once for each iteration, and within to see whether to stop.
  /// - Throws: ``Diagnostic`` of kind `.data`, `.numeric` or `.usage` when there is nothing to learn
  ///   from.
  package init(
    _ design: Matrix,
    classes: [Int],
    classCount: Int,
    weights: [Double]? = nil,
    options: LogisticOptions = LogisticOptions(),
    report: Report = .silent
  ) throws(Diagnostic) {
    let n = design.rowCount
    precondition(classes.count == n, "one class for each row")
    precondition(classes.allSatisfy { (0..<classCount).contains($0) }, "classes lie in range")
    try design.checkFit(target: [], weights: weights)
    if let strength = options.strength {
      guard strength > 0, strength.isFinite else {
        throw Diagnostic(.usage, "c is \(strength), expected a number above 0")
      }
    }
    let present = Set(classes.indices.lazy.filter { weights?[$0] ?? 1 > 0 }.map { classes[$0] })
      .sorted()
    let standard = StandardDesign(design)
    let penalties = standard.scales.map { scale in
      options.strength.map { 1 / $0 / scale / scale } ?? 0
    }
    guard penalties.allSatisfy(\.isFinite) else {
      throw Diagnostic(.numeric, "a column's values are too small to be penalised: scale it first")
    }
    var place = [Int](repeating: 0, count: classCount)
    for (index, known) in present.enumerated() { place[known] = index }
    let problem = LogisticProblem(
      design: standard,
      classes: classes.map { place[$0] },
      blockCount: present.count > 2 ? present.count : 1,
      weights: weights,
      penalties: penalties + [0]
    )
    let result =
      present.count > 1
      ? try LogisticSearch(problem: problem, options: options, report: report).run()
      : LogisticSearch.Result(
        parameters: [Double](repeating: 0, count: problem.parameterCount),
        iterations: 0,
        converged: true,
        separated: false
      )

    self.classCount = classCount
    iterations = result.iterations
    converged = result.converged
    separated = result.separated
    let blocks = problem.plainBlocks(result.parameters)
    (coefficients, intercepts) = Self.placed(
      blocks,
      present: present,
      classCount: classCount,
      width: design.columnCount
    )
  }

  /// Puts the rows found for the classes that are present where all classes expect them.
  private static func placed(
    _ blocks: [(coefficients: [Double], intercept: Double)],
    present: [Int],
    classCount: Int,
    width: Int
  ) -> ([[Double]], [Double]) {
    let zeros = [Double](repeating: 0, count: width)
    if classCount <= 2 {
      let intercept =
        present.count == 2 ? blocks[0].intercept : present == [1] ? -absent : absent
      return ([present.count == 2 ? blocks[0].coefficients : zeros], [intercept])
    }
    var coefficients = [[Double]](repeating: zeros, count: classCount)
    var intercepts = [Double](repeating: absent, count: classCount)
    if present.count == 2 {
      // Log odds d of two classes are scores -d/2 and d/2.
      for (known, sign) in zip(present, [-0.5, 0.5]) {
        coefficients[known] = blocks[0].coefficients.map { sign * $0 }
        intercepts[known] = sign * blocks[0].intercept
      }
    } else {
      for (index, known) in present.enumerated() {
        coefficients[known] = present.count > 1 ? blocks[index].coefficients : zeros
        intercepts[known] = present.count > 1 ? blocks[index].intercept : 0
      }
    }
    return (coefficients, intercepts)
  }
}

extension LogisticProblem {
  /// Standardised parameters in the columns' own units.
  fileprivate func plainBlocks(
    _ parameters: [Double]
  ) -> [(coefficients: [Double], intercept: Double)] {
    (0..<blockCount).map { block in
      let own = parameters[block * width..<(block + 1) * width]
      let coefficients = zip(own, design.scales).map { $0 / $1 }
      let shift = sum(of: zip(coefficients, design.means).map { $0 * $1 })
      return (coefficients, own[own.endIndex - 1] - shift)
    }
  }
}
