import Language

extension Evaluator {
  func compare(_ sign: Expression.Comparison, _ a: Computed, _ b: Computed) -> [Truth] {
    switch (a, b) {
    case (.constant(.missing), _), (_, .constant(.missing)):
      return Array(repeating: .missing, count: count)
    case (.instants, _), (_, .instants), (.constant(.datetime), _), (_, .constant(.datetime)):
      let (x, y) = (a.instants(count: count), b.instants(count: count))
      return (0..<count).map {
        x.validity?[$0] ?? true && y.validity?[$0] ?? true
          ? Truth(sign.holds(x.values[$0], y.values[$0])) : .missing
      }
    case (.category, _), (.texts, _), (.constant(.text), _), (_, .category), (_, .texts),
      (_, .constant(.text)):
      return compareTexts(sign, a, b)
    default: return compareNumbers(sign, a, b)
    }
  }

  private func compareNumbers(
    _ sign: Expression.Comparison,
    _ a: Computed,
    _ b: Computed
  ) -> [Truth] {
    if let x = a.whole, let y = b.whole {
      var truths = (0..<count).map {
        x.isMissing(at: $0) || y.isMissing(at: $0)
          ? Truth.missing : Truth(sign.holds(x.values[$0], y.values[$0]))
      }
      for row in [x.overflow.keys, y.overflow.keys].joined() where truths[row] != .missing {
        truths[row] = Truth(sign.holds(x.double(at: row), y.double(at: row)))
      }
      return truths
    }
    let x = a.doubles(count: count)
    let y = b.doubles(count: count)
    return (0..<count).map {
      x[$0].isNaN || y[$0].isNaN ? .missing : Truth(sign.holds(x[$0], y[$0]))
    }
  }

  /// A number beside a text counts as its own text.
  private func compareTexts(
    _ sign: Expression.Comparison,
    _ a: Computed,
    _ b: Computed
  ) -> [Truth] {
    if case .constant = b, let text = b.text(at: 0) {
      return mapTexts(a, missing: .missing) { Truth(sign.holds($0, text)) }
    }
    if case .constant = a, let text = a.text(at: 0) {
      return mapTexts(b, missing: .missing) { Truth(sign.holds(text, $0)) }
    }
    return (0..<count).map {
      guard let x = a.text(at: $0), let y = b.text(at: $0) else { return .missing }
      return Truth(sign.holds(x, y))
    }
  }

  /// One answer a row; each level of a category is asked once.
  func mapTexts<Result>(
    _ operand: Computed,
    missing: Result,
    _ answer: (String) -> Result
  ) -> [Result] {
    switch operand {
    case .category(let categories):
      let answers = categories.levels.map(answer)
      return categories.codes.map {
        $0 == Categories.missingCode ? missing : answers[Int($0)]
      }
    case .constant(.text(let text)): return Array(repeating: answer(text), count: count)
    default: return (0..<count).map { operand.text(at: $0).map(answer) ?? missing }
    }
  }
}

extension Expression.Comparison {
  fileprivate func holds<Element: Comparable>(_ a: Element, _ b: Element) -> Bool {
    switch self {
    case .equal: a == b
    case .unequal: a != b
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    }
  }

  /// Texts by Unicode scalar.
  fileprivate func holds(_ a: String, _ b: String) -> Bool {
    switch self {
    case .equal: ScalarOrder.areSame(a, b)
    case .unequal: !ScalarOrder.areSame(a, b)
    case .less: ScalarOrder.precedes(a, b)
    case .lessOrEqual: !ScalarOrder.precedes(b, a)
    case .greater: ScalarOrder.precedes(b, a)
    case .greaterOrEqual: !ScalarOrder.precedes(a, b)
    }
  }
}
