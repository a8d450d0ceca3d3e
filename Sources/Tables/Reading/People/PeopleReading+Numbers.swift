import Language

extension PeopleReading {
  func numbers(
    _ name: String,
    _ evidence: TextEvidence
  ) -> (Verdict, warnings: [String]) {
    let numbers = evidence.numbers
    if let warning = mixture(name, evidence) { return (.texts, [warning]) }
    if numbers.percentCount > 0, options.readsPercent == false { return (.texts, []) }
    if !numbers.currencies.isEmpty || numbers.hasBrackets, options.readsCurrency == false {
      return (.texts, [])
    }
    let (comma, notes) = comma(name, numbers, fits(evidence))
    switch comma {
    case .contradictory:
      return (
        .texts,
        [
          "column '\(name)' is kept as text: its numbers are written in two ways, "
            + "\(Self.pair(numbers)) (number=\(Words.quotedName(name)) reads those with a point "
            + "before decimals)"
        ]
      )
    case .open:
      return (
        .texts,
        [
          "column '\(name)' is kept as text: its commas may stand before decimals or between "
            + "thousands (decimal=\",\" or thousands=\",\" says which)"
        ]
      )
    case .known(let isDecimal):
      let convention = NumberConvention(decimalComma: isDecimal)
      return (
        .numbers(convention),
        notes + self.notes(name, numbers, convention, otherwise: "texts")
      )
    }
  }

  /// Whether a comma stands before decimals.
  enum Comma {
    case known(Bool)
    case contradictory
    /// It may stand between thousands just as well.
    case open
  }

  func comma(
    _ name: String,
    _ numbers: NumberEvidence,
    _ fits: (point: Bool, comma: Bool)
  ) -> (Comma, warnings: [String]) {
    switch fits {
    case (false, false): return (.contradictory, [])
    case (true, false): return (.known(false), [])
    case (false, true): return (.known(true), [])
    case (true, true):
      guard numbers.hasAmbiguousComma || numbers.hasAmbiguousPoint, toldComma == nil else {
        return (.known(toldComma ?? false), [])
      }
      guard hasCertainComma != hasCertainPoint || !numbers.hasAmbiguousComma else {
        return (.open, [])
      }
      let isDecimal = hasCertainComma && !hasCertainPoint
      guard numbers.hasAmbiguousComma || isDecimal else { return (.known(false), []) }
      let mark = isDecimal == numbers.hasAmbiguousComma ? "decimal" : "thousands"
      let sign = numbers.hasAmbiguousComma ? "," : "."
      let other = mark == "decimal" ? "thousands" : "decimal"
      let warning =
        "column '\(name)': '\(sign)' is taken for the \(mark) mark, as elsewhere in the file "
        + "(\(other)=\"\(sign)\" says otherwise)"
      return (.known(isDecimal), [warning])
    }
  }

  /// The first number of each way.
  static func pair(_ numbers: NumberEvidence) -> String {
    [numbers.firstPoint, numbers.firstComma].compactMap { $0.map { "'\($0)'" } }
      .joined(separator: " and ")
  }

  /// What makes the numbers of a column unlike each other.
  private func mixture(_ name: String, _ evidence: TextEvidence) -> String? {
    let numbers = evidence.numbers
    if numbers.currencies.count > 1 {
      let list = numbers.currencies.prefix(5).joined(separator: " and ")
      return "column '\(name)' is kept as text: its amounts are in several currencies, \(list)"
    }
    if numbers.percentCount > 0, numbers.percentCount < evidence.count {
      return "column '\(name)' is kept as text: \(numbers.percentCount) of its \(evidence.count) "
        + "numbers have a % and the others don't"
    }
    return nil
  }

  /// - Parameter otherwise: as what the cells would be kept.
  func notes(
    _ name: String,
    _ numbers: NumberEvidence,
    _ convention: NumberConvention,
    otherwise: String
  ) -> [String] {
    var notes: [String] = []
    if numbers.percentCount > 0, convention.readsPercent {
      notes.append(
        "column '\(name)': percentages, read as fractions (percent=no keeps them as \(otherwise))"
      )
    }
    if !numbers.currencies.isEmpty, convention.readsCurrency {
      let list = numbers.currencies.prefix(5).joined(separator: " and ")
      notes.append(
        "column '\(name)': amounts in \(list), read as numbers "
          + "(currency=no keeps them as \(otherwise))"
      )
    } else if numbers.hasBrackets, convention.readsBrackets {
      notes.append(
        "column '\(name)': numbers in brackets, read as negative "
          + "(currency=no keeps them as \(otherwise))"
      )
    }
    if numbers.hasMinusBehind {
      notes.append(
        "column '\(name)': a minus behind a number, read as its sign "
          + "(text=\(Words.quotedName(name)) keeps them as texts)"
      )
    }
    return notes
  }
}
