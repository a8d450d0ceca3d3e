import Diagnostics
import Kernels

/// Newton's method with a line search on a ``LogisticProblem``.
///
/// With few parameters a step solves the full system by Cholesky; with many, conjugate gradients
/// solve it as far as needed (Nocedal & Wright, *Numerical Optimization*, 2nd ed., section 7.1).
struct LogisticSearch {
  let problem: LogisticProblem
  let options: LogisticOptions
  let report: Report

  struct Result {
    var parameters: [Double]
    var iterations: Int
    var converged: Bool
    var separated: Bool
  }

  /// Up to this many parameters the second derivatives are kept as a matrix.
  private static let mostDirect = 500
  /// A step that is promised to lower the loss by less than this, relative to it, is the last.
  private static let tolerance = 1e-12

  func run() throws(Diagnostic) -> Result {
    let isDirect = problem.parameterCount <= Self.mostDirect
    let isFree = options.strength == nil
    let weightSum = problem.weights.map { sum(of: $0) } ?? Double(problem.design.rowCount)
    var result = Result(
      parameters: [Double](repeating: 0, count: problem.parameterCount),
      iterations: 0,
      converged: false,
      separated: false
    )
    var lastPromise = Double.infinity
    let report = report
    var current = try problem.evaluation(at: result.parameters, wantsHessian: isDirect) {
      () throws(Diagnostic) in try report(Progress("logistic", done: 0, of: nil))
    }
    while result.iterations < options.maximumIterations {
      let progress = Progress("logistic", done: result.iterations, of: nil)
      try report(progress)
      let check = { @Sendable () throws(Diagnostic) in try report(progress) }
      if isFree, current.margin > 0 {
        // A plane divides the classes: there is no largest likelihood.
        result.separated = true
        if current.loss <= 1e-6 * weightSum { return result }
      }
      guard
        let step = isDirect
          ? directStep(current)
          : try conjugateStep(current, at: result.parameters, check: check)
      else { return result }
      let promise = -dot(step, current.gradient)
      guard promise > 0 else {
        result.converged = promise == 0
        return result
      }
      result.iterations += 1
      let isLast = promise <= Self.tolerance * (1 + current.loss)
      guard
        let next = try searched(
          along: step,
          from: current,
          at: &result.parameters,
          promise: promise,
          takesAny: isLast,
          wantsHessian: isDirect,
          check: check
        )
      else {
        result.converged = isLast
        return result
      }
      current = next
      if isLast {
        result.converged = true
        // Newton's steps shrink ever faster towards a minimum, but evenly towards infinity.
        if isFree, isDirect, promise > 0.02 * lastPromise { result.separated = true }
        return result
      }
      lastPromise = promise
    }
    return result
  }

  /// Moves along `step`, halving it until the loss falls enough; nil when it never does.
  private func searched(
    along step: [Double],
    from current: LogisticProblem.Evaluation,
    at parameters: inout [Double],
    promise: Double,
    takesAny: Bool,
    wantsHessian: Bool,
    check: @Sendable () throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> LogisticProblem.Evaluation? {
    var length = 1.0
    for _ in 0..<40 {
      let trial = zip(parameters, step).map { $0 + length * $1 }
      let next = try problem.evaluation(at: trial, wantsHessian: wantsHessian, check: check)
      let falls = next.loss <= current.loss - 1e-4 * length * promise
      if falls || (takesAny && next.loss.isFinite) {
        parameters = trial
        return next
      }
      length /= 2
    }
    return nil
  }

  private func directStep(_ current: LogisticProblem.Evaluation) -> [Double]? {
    guard var hessian = current.hessian else { return nil }
    let (width, blocks) = (problem.width, problem.blockCount)
    if blocks > 1 {
      // Adding the same to every class changes no probability: such directions get a curvature, so
      // that steps leave them alone.
      for j in 0..<width {
        let sum = (0..<blocks).reduce(0.0) { $0 + current.curvature[$1 * width + j] }
        let curvature = sum / Double(blocks * blocks)
        for k in 0..<blocks {
          for l in 0..<blocks { hessian[k * width + j, l * width + j] += curvature }
        }
      }
    }
    let right = current.gradient.map { -$0 }
    var damping = 1e-11
    while damping < 1 {
      var damped = hessian
      for index in right.indices {
        let curvature = hessian[index, index]
        damped[index, index] = curvature > 0 ? curvature * (1 + damping) : 1
      }
      if let step = damped.solvedByCholesky(right) { return step }
      damping *= 100
    }
    return nil
  }

  /// Conjugate gradients, each parameter scaled by its curvature.
  private func conjugateStep(
    _ current: LogisticProblem.Evaluation,
    at parameters: [Double],
    check: @Sendable () throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> [Double]? {
    let scale = current.curvature.map { $0 > 0 ? 1 / $0 : 1 }
    var step = [Double](repeating: 0, count: scale.count)
    var residual = current.gradient.map { -$0 }
    var scaled = zip(residual, scale).map { $0 * $1 }
    var direction = scaled
    var power = dot(residual, scaled)
    guard power > 0 else { return step }
    let start = power
    let share = min(0.01, (start / (1 + current.loss)).squareRoot())
    for _ in 0..<max(50, 2 * scale.count) {
      let image = try problem.curvature(along: direction, at: parameters, check: check)
      let bend = dot(direction, image)
      guard bend > 0 else { break }
      let length = power / bend
      for index in step.indices {
        step[index] += length * direction[index]
        residual[index] -= length * image[index]
        scaled[index] = residual[index] * scale[index]
      }
      let next = dot(residual, scaled)
      if next <= share * share * start { break }
      for index in direction.indices {
        direction[index] = scaled[index] + next / power * direction[index]
      }
      power = next
    }
    return step
  }
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
  var total = 0.0
  for index in a.indices { total += a[index] * b[index] }
  return total
}
