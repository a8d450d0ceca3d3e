import Language

extension PeopleReading {
  func dates(_ name: String, _ evidence: TextEvidence) -> (Verdict, warnings: [String]) {
    let (order, notes) = order(name, evidence)
    switch order {
    case .contradictory:
      return (
        .texts,
        [
          "column '\(name)' is kept as text: its dates contradict each other, some have the day "
            + "first and some don't"
        ]
      )
    case .open:
      return (
        .texts,
        [
          "column '\(name)' is kept as text: its dates may have the day or the month first "
            + "(dates=dmy or dates=mdy says which)"
        ]
      )
    case .known(let order):
      return (.dates(order), notes + self.notes(name, evidence.dates))
    }
  }

  enum Order {
    case known(PeopleDate.Orders)
    case contradictory
    /// Any of several.
    case open
  }

  func order(_ name: String, _ evidence: TextEvidence) -> (Order, warnings: [String]) {
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
    guard let order = orders.first else { return (.contradictory, []) }
    if orders.count > 1, dates.hasOrder { return (.open, []) }
    return (.known(order), warnings)
  }

  func notes(_ name: String, _ dates: DateEvidence) -> [String] {
    var notes: [String] = []
    if dates.hasShortYear {
      notes.append(
        "column '\(name)': years of two digits, read as 1969 to 2068 "
          + "(text=\(Words.quotedName(name)) keeps them as texts)"
      )
    }
    return notes
      + Self.timeNotes(
        name,
        cut: dates.cutTimes,
        isMixed: dates.hasOffset && dates.hasPlainTime
      )
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
}
