import Kernels
import Language

/// Makes text that is mostly an expression of the language, over the columns of `FuzzFrame`.
struct ExpressionText {
  private var generator: RandomGenerator

  init(_ generator: RandomGenerator) { self.generator = generator }

  mutating func text() -> String {
    var text = expression(depth: generator.within(1...6))
    if generator.chance(0.2) { text = spoilt(text) }
    return text
  }

  private mutating func expression(depth: Int) -> String {
    guard depth > 0 else { return atom() }
    func operand() -> String { expression(depth: depth - 1) }
    switch generator.below(12) {
    case 0, 1, 2:
      let sign = generator.one(of: ["+", "-", "*", "/", "%", "^", " ^ -"])
      return "\(operand()) \(sign) \(operand())"
    case 3, 4:
      let sign = generator.one(of: ["=", "==", "!=", "<", "<=", ">", ">="])
      return "\(operand()) \(sign) \(operand())"
    case 5: return "\(operand()) \(generator.one(of: ["and", "or"])) \(operand())"
    case 6: return "not \(operand())"
    case 7: return "\(operand()) \(generator.one(of: ["is missing", "is not missing"]))"
    case 8:
      let list = (0..<generator.within(0...3)).map { _ in operand() }.joined(separator: ", ")
      return "\(operand()) \(generator.one(of: ["in", "not in"])) (\(list))"
    case 9: return "(\(operand()))"
    case 10: return "-\(operand())"
    default:
      let function = generator.one(of: Function.allCases)
      let count =
        generator.chance(0.9)
        ? min(function.arity.upperBound, function.arity.lowerBound + generator.below(3))
        : generator.below(5)
      let arguments = (0..<count).map { _ in operand() }.joined(separator: ", ")
      return "\(function.rawValue)(\(arguments))"
    }
  }

  private mutating func atom() -> String { generator.one(of: Self.atoms) }

  private static let atoms = [
    "n", "d", "b", "c", "t", "w", "`a b`", "nowhere", "$p", "missing", "true", "false", "yes", "0",
    "1", "-1", "2.5", "1e308", "5e-324", "9223372036854775807", "-9223372036854775808", "1e400",
    "\"\"", "\"a\"", "\"2024-01-31\"", "2024-01-31", "2024-02-30", "\"[a-z]+(x)?\"", "\"(\"",
    "\"é\\n\\\"\"", "\"(a*)*b\"", "`", "\"",
  ]

  private mutating func spoilt(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    let place = generator.below(scalars.count)
    switch generator.below(4) {
    case 0: scalars.remove(at: place)
    case 1:
      scalars.insert(generator.one(of: Array("()\"`,$#=\\é\u{301}\n\0 ".unicodeScalars)), at: place)
    case 2: scalars.removeSubrange(place...)
    default: scalars.insert(contentsOf: scalars[place...], at: place)
    }
    var spoilt = ""
    spoilt.unicodeScalars.append(contentsOf: scalars)
    return spoilt
  }
}
