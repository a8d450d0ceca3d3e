import Diagnostics
import Language

/// Computes a well-typed expression, a column at a time.
struct Evaluator {
  let frame: Frame
  let types: ExpressionTyping
  var faults = ArithmeticFaults()

  init(frame: Frame, types: ExpressionTyping) {
    self.frame = frame
    self.types = types
  }

  var count: Int { frame.rowCount }

  mutating func evaluate(_ expression: Expression) throws(Diagnostic) -> Computed {
    switch expression {
    case .literal(let value): return .constant(value)
    case .column(let name): return Computed(try frame.column(named: name))
    case .negate(.literal(.integer(let value))) where value != .min:
      return .constant(.integer(-value))
    case .negate(.literal(.number(let value))): return .constant(.number(-value))
    case .negate(let operand):
      return combine(
        .constant(.integer(0)),
        try evaluate(operand),
        whole: { $0.subtractingReportingOverflow($1) },
        double: { $0 - $1 }
      )
    case .not(let operand):
      return .truths(try evaluate(operand).truths(count: count).map(\.negated))
    case .arithmetic(let sign, let a, let b):
      return arithmetic(sign, try evaluate(a), try evaluate(b))
    case .comparison(let sign, let a, let b):
      return .truths(compare(sign, try evaluate(a), try evaluate(b)))
    case .and(let a, let b):
      return logic(try evaluate(a), try evaluate(b)) { $0.and($1) }
    case .or(let a, let b):
      return logic(try evaluate(a), try evaluate(b)) { $0.or($1) }
    case .isMissing(let operand):
      let operand = try evaluate(operand)
      return .truths((0..<count).map { Truth(operand.isMissing(at: $0)) })
    case .isIn(let operand, let choices):
      let operand = try evaluate(operand)
      var found = (0..<count).map { operand.isMissing(at: $0) ? Truth.missing : .no }
      for choice in choices {
        let isSame = compare(.equal, operand, try evaluate(choice))
        for row in found.indices { found[row] = found[row].or(isSame[row]) }
      }
      return .truths(found)
    case .call(let function, let arguments):
      return try call(function, arguments, type: types.type(of: expression))
    case .parameter, .userCall:
      // The typing throws for both.
      _ = try types.type(of: expression)
      return .constant(.missing)
    }
  }

  private func logic(_ a: Computed, _ b: Computed, _ join: (Truth, Truth) -> Truth) -> Computed {
    let a = a.truths(count: count)
    let b = b.truths(count: count)
    return .truths(a.indices.map { join(a[$0], b[$0]) })
  }

  private mutating func call(
    _ function: Function,
    _ arguments: [Expression],
    type: ExpressionType
  ) throws(Diagnostic) -> Computed {
    var operands: [Computed] = []
    for argument in arguments { operands.append(try evaluate(argument)) }
    switch function {
    case .log, .log10, .log1p, .exp, .sqrt, .abs, .floor, .ceil, .round, .minmax, .clamp,
      .distance:
      return number(function, operands)
    case .min, .max: return extreme(function, operands, type: type)
    case .if:
      return choose(operands[0].truths(count: count), operands[1], operands[2], type: type)
    case .coalesce:
      var result = operands[operands.count - 1]
      for operand in operands.dropLast().reversed() {
        let isThere = (0..<count).map { Truth(!operand.isMissing(at: $0)) }
        result = choose(isThere, operand, result, type: type)
      }
      return result
    case .concat, .lower, .upper, .trim, .replace, .extract, .word:
      return try text(function, operands, type: type)
    case .contains, .starts: return .truths(search(function, operands[0], operands[1]))
    case .length: return length(of: operands[0])
    case .number: return numberRead(from: operands[0])
    case .date: return dateRead(from: operands[0])
    case .year, .month, .day, .weekday, .hour, .minute: return part(function, of: operands[0])
    case .days: return days(from: operands[0], to: operands[1])
    case .count, .distinct, .sum, .mean, .sd, .q1, .median, .q3, .first, .last, .lag, .lead, .diff,
      .rank, .cumsum, .cummean:
      // The typing throws for these.
      return .constant(.missing)
    }
  }

  /// The second where the condition is true, else the third.
  private func choose(
    _ condition: [Truth],
    _ a: Computed,
    _ b: Computed,
    type: ExpressionType
  ) -> Computed {
    switch type {
    case .missing: return .constant(.missing)
    case .number:
      if let a = a.whole, let b = b.whole {
        var chosen = WholeNumbers(
          values: Rows(
            condition.indices.map { condition[$0] == .yes ? a.values[$0] : b.values[$0] }
          )
        )
        for row in condition.indices {
          let source = condition[row] == .yes ? a : b
          if let double = source.overflow[row] { chosen.overflow[row] = double }
        }
        chosen.validity = Validity(count: count) {
          !(condition[$0] == .yes ? a : b).isMissing(at: $0)
        }
        return .whole(chosen)
      }
      let a = a.doubles(count: count)
      let b = b.doubles(count: count)
      return .doubles(condition.indices.map { condition[$0] == .yes ? a[$0] : b[$0] })
    case .boolean:
      let a = a.truths(count: count)
      let b = b.truths(count: count)
      return .truths(condition.indices.map { condition[$0] == .yes ? a[$0] : b[$0] })
    case .datetime:
      let values = (a.instants(count: count), b.instants(count: count))
      return .instants(
        condition.indices.map {
          condition[$0] == .yes ? values.0.values[$0] : values.1.values[$0]
        },
        Validity(count: count) {
          (condition[$0] == .yes ? values.0.validity : values.1.validity)?[$0] ?? true
        }
      )
    case .category, .text:
      return Computed(
        texts: condition.indices.map { condition[$0] == .yes ? a.text(at: $0) : b.text(at: $0) },
        as: type
      )
    }
  }
}
