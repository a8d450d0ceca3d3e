import Diagnostics
import Language
import Testing

@Suite struct ExpressionTextTests {
  @Test(arguments: [
    "a", "`a b`", "`and`", "-a", "--a", "a - b - c", "a - (b - c)", "a / b * c", "a / (b * c)",
    "(a + b) * c", "a ^ b ^ c", "(a ^ b) ^ c", "-a ^ 2", "(-a) ^ 2", "(-3) ^ 2", "2 ^ -3",
    "not a = b", "not (a and b)", "a and b or c and d", "a and (b or c)", "(a or b) is missing",
    "a is not missing", "not a is missing or b", "if(a > 1, \"x\", missing)", "a in (1, \"b\", c)",
    "a + 1 not in (1)", "f(a, b)", "true = a", "1e+300 + 0.1", "x = 2024-01-31", "$p * 2",
    "distance(a, b, c, d) % 3",
  ])
  func `prints back what it read`(text: String) throws {
    let expression = try CallParser.parseExpression(text)
    let printed = expression.text
    #expect(try CallParser.parseExpression(printed) == expression)
    if !text.hasPrefix("not a is missing") { #expect(printed == text) }
  }

  @Test func `random trees print and parse to themselves`() throws {
    var generator = SplitMix(state: 7)
    for _ in 0..<20_000 {
      let expression = randomExpression(depth: 4, &generator)
      #expect(try CallParser.parseExpression(expression.text) == expression)
    }
  }

  private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private func randomExpression(
    depth: Int,
    _ generator: inout SplitMix
  ) -> Expression {
    func next() -> Expression { randomExpression(depth: depth - 1, &generator) }
    let leaves: [Expression] = [
      .column("a"), .column("in"), .column("ü `x` \\ \"q\""), .literal(.integer(-3)),
      .literal(.number(0.5)), .literal(.text("a \"b\" \n \\")), .literal(.missing),
      .literal(.boolean(false)), .parameter("p"),
    ]
    guard depth > 0 else { return leaves.randomElement(using: &generator) ?? .column("a") }
    switch Int.random(in: 0..<10, using: &generator) {
    case 0:
      // The parser folds a sign into the number behind it.
      let operand = next()
      if case .literal(.integer) = operand { return operand }
      if case .literal(.number) = operand { return operand }
      return .negate(operand)
    case 1: return .not(next())
    case 2, 3:
      let sign = Expression.Arithmetic.allCases.randomElement(using: &generator) ?? .add
      return .arithmetic(sign, next(), next())
    case 4:
      let sign = Expression.Comparison.allCases.randomElement(using: &generator) ?? .equal
      return .comparison(sign, next(), next())
    case 5: return .and(next(), next())
    case 6: return .or(next(), next())
    case 7: return .isMissing(next())
    case 8: return .isIn(next(), [next(), next()])
    default: return .call(.if, [next(), next(), next()])
    }
  }
}
