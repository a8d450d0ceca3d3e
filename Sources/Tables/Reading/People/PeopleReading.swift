import Language

/// Decides which columns of texts are numbers or dates as people write them.
///
/// A column is one only when all its cells are, in one reading; a reading that could be another one
/// is never taken without a word.
struct PeopleReading {
  enum Verdict: Sendable, Equatable {
    case texts
    case numbers(NumberConvention)
    /// In one order; in none where only dates are read that need none.
    case dates(PeopleDate.Orders)
  }

  let options: ReadingOptions
  /// Columns whose own cells leave no doubt, by convention.
  private(set) var hasCertainComma = false
  private(set) var hasCertainPoint = false
  private(set) var hasCertainDay = false
  private(set) var hasCertainMonth = false

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

  var toldComma: Bool? { options.hasDecimalComma }

  /// Whether all cells are numbers under each convention.
  func fits(_ evidence: TextEvidence) -> (point: Bool, comma: Bool) {
    let numbers = evidence.numbers
    return (
      numbers.pointCount == evidence.count && toldComma != true,
      numbers.commaCount == evidence.count && toldComma != false
    )
  }

  /// - Parameter told: what the column was said to be; its cells are then read as far as they leave no
  ///   doubt.
  func verdict(
    _ name: String,
    _ evidence: TextEvidence,
    told: ColumnKind? = nil
  ) -> (Verdict, warnings: [String]) {
    if let told {
      return told == .number ? toldNumbers(name, evidence) : toldDates(name, evidence)
    }
    guard evidence.count > 0, !evidence.hasDigits else { return (.texts, []) }
    if evidence.isComplete {
      if evidence.numbers.fits.count == evidence.count { return numbers(name, evidence) }
      if evidence.dates.fits.count == evidence.count { return dates(name, evidence) }
    }
    return (.texts, nearMiss(name, evidence).map { [$0] } ?? [])
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
