/// Columns that were said to be numbers or datetimes.
extension PeopleReading {
  /// All numbers under one convention; where a cell or what stands beside it leaves a doubt, it stays
  /// unreadable.
  func toldNumbers(
    _ name: String,
    _ evidence: TextEvidence
  ) -> (Verdict, warnings: [String]) {
    let numbers = evidence.numbers
    let percentCount = numbers.percentCount
    var convention = NumberConvention()
    convention.readsPercent =
      options.readsPercent ?? (percentCount == 0 || percentCount == evidence.count)
    convention.readsCurrency = options.readsCurrency ?? (numbers.currencies.count < 2)
    convention.readsBrackets = options.readsCurrency != false
    var (comma, warnings) = comma(name, numbers, fits(evidence))
    switch comma {
    case .known(let isDecimal): convention.decimalComma = isDecimal
    case .open:
      convention.readsOpenCommas = false
      warnings.append(
        "column '\(name)': commas that may stand before decimals or between thousands, kept as "
          + "unreadable (decimal=\",\" or thousands=\",\" says which)"
      )
    case .contradictory:
      convention.decimalComma = toldComma ?? false
      convention.readsOpenCommas = toldComma != nil
      if toldComma == nil {
        warnings.append(
          "column '\(name)': its numbers are written in two ways, \(Self.pair(numbers)), those with "
            + "a point before decimals are read (decimal=\",\" reads the others)"
        )
      }
    }
    if !convention.readsPercent, options.readsPercent == nil {
      warnings.append(
        "column '\(name)': \(percentCount) of its \(evidence.count) numbers have a % and the others "
          + "don't: those are kept as unreadable (percent=yes reads them as fractions)"
      )
    }
    if !convention.readsCurrency, options.readsCurrency == nil {
      let list = numbers.currencies.prefix(5).joined(separator: " and ")
      warnings.append(
        "column '\(name)': amounts in several currencies, \(list), kept as unreadable "
          + "(currency=yes reads them)"
      )
    }
    return (
      .numbers(convention),
      warnings + notes(name, numbers, convention, otherwise: "unreadable")
    )
  }

  /// All dates in one order, and those that need none.
  func toldDates(
    _ name: String,
    _ evidence: TextEvidence
  ) -> (Verdict, warnings: [String]) {
    let notes = notes(name, evidence.dates)
    guard evidence.count > 0 else { return (.dates([]), notes) }
    let (order, warnings) = order(name, evidence)
    switch (order, options.dateOrder) {
    case (.known(let order), _): return (.dates(order), warnings + notes)
    case (_, .dayMonthYear?): return (.dates(.dayFirst), notes)
    case (_, .monthDayYear?): return (.dates(.monthFirst), notes)
    case (_, .yearMonthDay?): return (.dates(.yearFirst), notes)
    case (.contradictory, nil):
      let warning =
        "column '\(name)': dates that contradict each other, some with the day first and some not, "
        + "kept as unreadable (dates=dmy or dates=mdy reads those that fit)"
      return (.dates([]), [warning] + notes)
    case (.open, nil):
      let warning =
        "column '\(name)': dates that may have the day or the month first, kept as unreadable "
        + "(dates=dmy or dates=mdy says which)"
      return (.dates([]), [warning] + notes)
    }
  }
}
