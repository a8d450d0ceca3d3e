import Language

/// Decides which columns of texts are numbers or dates as people write them.
///
/// A column is one only when all its cells are, in one reading; a reading that could be another one
/// is never taken without a word.
struct PeopleReading {
  enum Verdict: Sendable, Equatable {
    case texts
    case numbers(decimalComma: Bool)
    case dates(UInt8)
  }

  private let options: ReadingOptions
  /// Columns whose own cells leave no doubt, by convention.
  private var hasCertainComma = false
  private var hasCertainPoint = false
  private var hasCertainDay = false
  private var hasCertainMonth = false

  init(_ evidence: [TextEvidence?], options: ReadingOptions) {
    self.options = options
    for case let evidence? in evidence where evidence.isComplete && evidence.count > 0 {
      let (point, comma) = fits(evidence)
      if comma, !point { hasCertainComma = true }
      if point, !comma, evidence.numbers.hasComma { hasCertainPoint = true }
      let dates = evidence.dates
      let (day, month) = (dates.dayCount == evidence.count, dates.monthCount == evidence.count)
      if dates.hasOrder, day != month {
        if day { hasCertainDay = true } else { hasCertainMonth = true }
      }
    }
  }

  /// Whether a decimal comma is certain for the file, and no point.
  var followsComma: Bool { hasCertainComma && !hasCertainPoint && options.decimal == nil }

  private var toldComma: Bool? {
    if let decimal = options.decimal { return decimal == "," }
    switch options.thousands {
    case ","?: return false
    case "."?: return true
    default: return nil
    }
  }

  /// Whether all cells are numbers under each convention.
  private func fits(_ evidence: TextEvidence) -> (point: Bool, comma: Bool) {
    let numbers = evidence.numbers
    return (
      numbers.pointCount == evidence.count && toldComma != true,
      numbers.commaCount == evidence.count && toldComma != false
    )
  }

  func verdict(_ name: String, _ evidence: TextEvidence) -> (Verdict, warnings: [String]) {
    guard evidence.count > 0, !evidence.hasDigits else { return (.texts, []) }
    if evidence.isComplete {
      if evidence.numbers.fits.count == evidence.count { return numbers(name, evidence) }
      if evidence.dates.fits.count == evidence.count { return dates(name, evidence) }
    }
    return (.texts, nearMiss(name, evidence).map { [$0] } ?? [])
  }

  // MARK: - Numbers

  private func numbers(
    _ name: String,
    _ evidence: TextEvidence
  ) -> (Verdict, warnings: [String]) {
    let numbers = evidence.numbers
    if let warning = mixture(name, evidence) { return (.texts, [warning]) }
    if numbers.percentCount > 0, options.readsPercent == false { return (.texts, []) }
    if !numbers.currencies.isEmpty || numbers.hasBrackets, options.readsCurrency == false {
      return (.texts, [])
    }
    var warnings: [String] = []
    let (point, comma) = fits(evidence)
    let decimalComma: Bool
    switch (point, comma) {
    case (false, false):
      let pair = [numbers.firstPoint, numbers.firstComma].compactMap { $0.map { "'\($0)'" } }
      return (
        .texts,
        [
          "column '\(name)' is kept as text: its numbers are written in two ways, "
            + "\(pair.joined(separator: " and ")) (number=\(Words.quotedName(name)) reads those "
            + "that are plain)"
        ]
      )
    case (true, false): decimalComma = false
    case (false, true): decimalComma = true
    case (true, true):
      guard numbers.hasAmbiguousComma || numbers.hasAmbiguousPoint, toldComma == nil else {
        decimalComma = toldComma ?? false
        break
      }
      guard hasCertainComma != hasCertainPoint || !numbers.hasAmbiguousComma else {
        return (
          .texts,
          [
            "column '\(name)' is kept as text: its commas may stand before decimals or between "
              + "thousands (decimal=\",\" or thousands=\",\" says which)"
          ]
        )
      }
      decimalComma = hasCertainComma && !hasCertainPoint
      if numbers.hasAmbiguousComma || decimalComma {
        let mark = decimalComma == numbers.hasAmbiguousComma ? "decimal" : "thousands"
        let sign = numbers.hasAmbiguousComma ? "," : "."
        let other = mark == "decimal" ? "thousands" : "decimal"
        warnings.append(
          "column '\(name)': '\(sign)' is taken for the \(mark) mark, as elsewhere in the file "
            + "(\(other)=\"\(sign)\" says otherwise)"
        )
      }
    }
    warnings += notes(name, numbers)
    return (.numbers(decimalComma: decimalComma), warnings)
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

  private func notes(_ name: String, _ numbers: NumberEvidence) -> [String] {
    var notes: [String] = []
    if numbers.percentCount > 0 {
      notes.append(
        "column '\(name)': percentages, read as fractions (percent=no keeps them as texts)"
      )
    }
    if let currency = numbers.currencies.first {
      notes.append(
        "column '\(name)': amounts in \(currency), read as numbers (currency=no keeps them as texts)"
      )
    } else if numbers.hasBrackets {
      notes.append(
        "column '\(name)': numbers in brackets, read as negative (currency=no keeps them as texts)"
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

  // MARK: - Dates

  private func dates(_ name: String, _ evidence: TextEvidence) -> (Verdict, warnings: [String]) {
    let dates = evidence.dates
    let all = evidence.count
    var orders: [PeopleDate.Orders] = []
    if dates.dayCount == all { orders.append(.dayFirst) }
    if dates.monthCount == all { orders.append(.monthFirst) }
    if dates.yearCount == all, !dates.hasShortYear || options.dateOrder == .yearMonthDay {
      orders.append(.yearFirst)
    }
    switch options.dateOrder {
    case .dayMonthYear?: orders.removeAll { $0 == .monthFirst }
    case .monthDayYear?: orders.removeAll { $0 == .dayFirst }
    case .yearMonthDay?: if orders.contains(.yearFirst) { orders = [.yearFirst] }
    case nil: break
    }
    var warnings: [String] = []
    if orders.count > 1, dates.hasOrder, hasCertainDay != hasCertainMonth {
      let (order, other) =
        hasCertainDay ? (PeopleDate.Orders.dayFirst, "mdy") : (.monthFirst, "dmy")
      orders = [order]
      warnings.append(
        "column '\(name)': dates have the \(hasCertainDay ? "day" : "month") first, as elsewhere in the "
          + "file (dates=\(other) says otherwise)"
      )
    }
    guard let order = orders.first else {
      return (
        .texts,
        [
          "column '\(name)' is kept as text: its dates contradict each other, some have the day "
            + "first and some don't"
        ]
      )
    }
    if orders.count > 1, dates.hasOrder {
      return (
        .texts,
        [
          "column '\(name)' is kept as text: its dates may have the day or the month first "
            + "(dates=dmy or dates=mdy says which)"
        ]
      )
    }
    if dates.hasShortYear {
      warnings.append(
        "column '\(name)': years of two digits, read as 1969 to 2068 "
          + "(text=\(Words.quotedName(name)) keeps them as texts)"
      )
    }
    warnings += Self.timeNotes(
      name,
      cut: dates.cutTimes,
      isMixed: dates.hasOffset && dates.hasPlainTime
    )
    return (.dates(order.rawValue), warnings)
  }

  static func timeNotes(_ name: String, cut: RowTally, isMixed: Bool) -> [String] {
    var notes: [String] = []
    if !cut.isEmpty {
      notes.append(
        "column '\(name)', \(cut.text): times finer than a microsecond, cut off "
          + "(text=\(Words.quotedName(name)) keeps them as texts)"
      )
    }
    if isMixed {
      notes.append(
        "column '\(name)': some times say how far from UTC they are, the others are taken for UTC "
          + "(text=\(Words.quotedName(name)) keeps them as texts)"
      )
    }
    return notes
  }

  /// Said when nine cells in ten are of a kind that the others deny the column.
  private func nearMiss(_ name: String, _ evidence: TextEvidence) -> String? {
    let (numbers, dates) = (evidence.numbers, evidence.dates)
    let counts: [(Int, TextEvidence.KindCount, ColumnKind, String)] = [
      (
        max(
          toldComma == true ? 0 : numbers.pointCount,
          toldComma == false ? 0 : numbers.commaCount
        ),
        numbers.fits, .number, "numbers"
      ),
      (max(dates.dayCount, dates.monthCount, dates.yearCount), dates.fits, .datetime, "datetimes"),
      (evidence.booleans.count, evidence.booleans, .boolean, "booleans"),
    ]
    guard let best = counts.max(by: { $0.0 < $1.0 }), best.0 * 10 >= evidence.count * 9,
      best.0 < evidence.count, evidence.isComplete, let other = best.1.firstOther
    else { return nil }
    return "column '\(name)' is kept as text: \(evidence.count - best.0) of its \(evidence.count) "
      + "cells are no \(best.3), first '\(other.text)' in row \(other.row + 1) "
      + "(\(best.2.rawValue)=\(Words.quotedName(name)) keeps it as unreadable)"
  }
}
