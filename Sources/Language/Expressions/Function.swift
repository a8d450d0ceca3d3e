/// The functions of the expression language. Each gives missing for a missing operand, unless its
/// summary says otherwise.
///
/// Those of the last two lines look at other rows: `compute` has them, and `aggregate` those that
/// give one value a group; one argument makes `min` and `max` such functions there.
package enum Function: String, Hashable, Sendable, CaseIterable {
  case log, log10, log1p, exp, sqrt, abs, round, floor, ceil, min, max, minmax, clamp
  case coalesce, `if`
  case concat, lower, upper, trim, replace, extract, contains, starts, length, word, number, date
  case year, month, day, weekday, hour, minute, days
  case distance
  case count, distinct, sum, mean, sd, q1, median, q3, first, last
  case lag, lead, diff, rank, cumsum, cummean

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
    case .count, .distinct, .sum, .mean, .sd, .q1, .median, .q3, .first, .last, .rank, .cumsum,
      .cummean:
      ["x"]
    case .lag, .lead, .diff: ["x", "n"]
    }
  }

  /// How many arguments it takes.
  package var arity: ClosedRange<Int> {
    switch self {
    case .min, .max, .coalesce, .concat: 1...64
    case .round, .lag, .lead, .diff: 1...2
    case .count: 0...1
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
    case .count: "values of x in the group; without x its rows"
    case .distinct: "different values of x in the group"
    case .sum: "sum of x in the group; 0 without values"
    case .mean: "mean of x in the group"
    case .sd: "standard deviation of x in the group, with n − 1"
    case .q1: "lower quartile of x in the group"
    case .median: "median of x in the group"
    case .q3: "upper quartile of x in the group"
    case .first: "first value of x in the group that isn't missing"
    case .last: "last value of x in the group that isn't missing"
    case .lag: "x of the row before, or n rows before, in the group"
    case .lead: "x of the row after, or n rows after, in the group"
    case .diff: "x less the x of the row before, or n rows before; of datetimes, in days"
    case .rank: "place of x in the group from 1; equal values share their mean place"
    case .cumsum: "sum of x in the group up to this row; a missing x adds nothing"
    case .cummean: "mean of x in the group up to this row"
    }
  }
}

extension Function {
  /// Whether its value in a row depends on other rows, whatever its arguments.
  package var looksAcrossRows: Bool {
    switch self {
    case .count, .distinct, .sum, .mean, .sd, .q1, .median, .q3, .first, .last: true
    case .lag, .lead, .diff, .rank, .cumsum, .cummean: true
    default: false
    }
  }

  /// Whether, called with so many arguments where groups are known, it gives one value a group.
  package func isAggregate(argumentCount: Int) -> Bool {
    switch self {
    case .count, .distinct, .sum, .mean, .sd, .q1, .median, .q3, .first, .last: true
    case .min, .max: argumentCount == 1
    default: false
    }
  }
}
