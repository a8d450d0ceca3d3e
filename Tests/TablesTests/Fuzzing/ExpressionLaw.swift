import Diagnostics
import Language
import Tables

/// What has to hold for whatever text is taken for an expression: an error, or an expression that
/// prints as it reads and has a value, missing or not, in every row.
enum ExpressionLaw {
  static func fault(of text: String) -> String? {
    guard let expression = try? CallParser.parseExpression(text) else { return nil }
    do throws(Diagnostic) {
      let again = try CallParser.parseExpression(expression.text)
      if again != expression { return "'\(expression.text)' reads as '\(again.text)'" }
    } catch {
      return "'\(expression.text)', printed by an expression, doesn't read: \(error.message)"
    }
    guard let column = try? frame.evaluate(expression, named: "x").column else { return nil }
    if column.count != frame.rowCount { return "'\(text)' has \(column.count) rows" }
    for row in 0..<frame.rowCount {
      guard let alone = try? frame.rows(at: [row]).evaluate(expression, named: "x").column
      else { return "'\(text)' has no value in row \(row + 1) alone" }
      // A row alone may keep whole what other rows make a double.
      let (a, b) = (column.value(at: row), alone.value(at: 0))
      if a != b, a.double == nil || a.double != b.double {
        return "'\(text)' is \(a) in row \(row + 1), alone \(b)"
      }
    }
    return nil
  }

  /// A column of each kind, extremes and missing values among them.
  static let frame: Frame = {
    let when = ["2024-02-29", nil, "1969-12-31T23:59:59.5Z", "0001-01-01", "9999-12-31"]
    let columns = [
      Column("n", integers: [.max, .min, nil, 0, 7]),
      Column("d", doubles: [.greatestFiniteMagnitude, .nan, -0.0, .leastNonzeroMagnitude, 2.5]),
      Column("b", booleans: [true, nil, false, true, false]),
      Column("c", categories: ["a", "b", nil, "", "a"]),
      Column("t", texts: ["12", "é", nil, "aaaaaaaaaaaaaaaaaaaaaaaaaaaac", "2024-01-31"]),
      Column("w", instants: when.map { $0.flatMap { Instant($0) } }),
      Column("a b", integers: [1, 2, 3, 4, 5]),
    ]
    guard let frame = try? Frame(columns) else { preconditionFailure("names are unique") }
    return frame
  }()
}
