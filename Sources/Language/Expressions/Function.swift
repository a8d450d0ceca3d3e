/// The functions of the expression language. Each gives missing for a missing operand, unless its
/// summary says otherwise.
package enum Function: String, Hashable, Sendable, CaseIterable {
  case log, log10, log1p, exp, sqrt, abs, round, floor, ceil, min, max, minmax, clamp
  case coalesce, `if`
  case concat, lower, upper, trim, replace, extract, contains, starts, length, word, number, date
  case year, month, day, weekday, hour, minute, days
  case distance

  /// The names of its arguments; for a function that takes any number, of the first ones.
  package var parameters: [String] {
    switch self {
    case .log, .log10, .log1p, .exp, .sqrt, .abs, .floor, .ceil: ["x"]
    case .round: ["x", "digits"]
    case .min, .max, .coalesce, .concat: ["a", "b"]
    case .minmax, .clamp: ["x", "low", "high"]
    case .if: ["condition", "then", "otherwise"]
    case .lower, .upper, .trim, .length, .number, .date: ["text"]
    case .replace: ["text", "old", "new"]
    case .extract: ["text", "pattern"]
    case .contains, .starts: ["text", "part"]
    case .word: ["text", "n"]
    case .year, .month, .day, .weekday, .hour, .minute: ["date"]
    case .days: ["from", "to"]
    case .distance: ["latitude1", "longitude1", "latitude2", "longitude2"]
    }
  }

  /// How many arguments it takes.
  package var arity: ClosedRange<Int> {
    switch self {
    case .min, .max, .coalesce, .concat: 1...64
    case .round: 1...2
    default: parameters.count...parameters.count
    }
  }

  package var summary: String {
    switch self {
    case .log: "natural logarithm; missing for x ≤ 0"
    case .log10: "decimal logarithm; missing for x ≤ 0"
    case .log1p: "log(1 + x), exact near 0; missing for x ≤ −1"
    case .exp: "e to the power of x"
    case .sqrt: "square root; missing for x < 0"
    case .abs: "size without sign"
    case .round: "nearest number with so many digits after the point (0); halves away from zero"
    case .floor: "largest whole number ≤ x"
    case .ceil: "smallest whole number ≥ x"
    case .min: "smallest of its arguments"
    case .max: "largest of its arguments"
    case .minmax: "(x − low) / (high − low)"
    case .clamp: "x, but not below low nor above high"
    case .coalesce: "its first argument that isn't missing"
    case .if: "then where the condition is true, otherwise where it is false or missing"
    case .concat: "texts joined"
    case .lower: "in small letters"
    case .upper: "in capitals"
    case .trim: "without blanks at both ends"
    case .replace: "every occurrence of old replaced by new"
    case .extract: "first match of a regular expression, or of its first group; else missing"
    case .contains: "true if the text holds the part"
    case .starts: "true if the text begins with the part"
    case .length: "number of characters"
    case .word: "the n-th word, counted from 1, from the end if negative; missing if there is none"
    case .number: "the text read as a number; missing if it isn't one"
    case .date: "the text read as a date; missing if it isn't one"
    case .year: "year of a date"
    case .month: "month, 1 to 12"
    case .day: "day of the month, 1 to 31"
    case .weekday: "1 for Monday to 7 for Sunday"
    case .hour: "hour, 0 to 23 (UTC)"
    case .minute: "minute, 0 to 59"
    case .days: "days between two dates, with fractions"
    case .distance: "kilometres on the great circle between two places in degrees"
    }
  }
}
