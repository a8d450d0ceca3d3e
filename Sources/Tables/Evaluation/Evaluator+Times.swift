import Language

extension Evaluator {
  func part(_ function: Function, of operand: Computed) -> Computed {
    let (instants, validity) = operand.instants(count: count)
    let values: [Int64] = (0..<count).map { row in
      let instant = Instant(microseconds: instants[row])
      let fields = instant.fields
      switch function {
      case .year: return Int64(fields.year)
      case .month: return Int64(fields.month)
      case .day: return Int64(fields.day)
      case .weekday: return Int64(instant.weekday)
      case .hour: return Int64(fields.hour)
      default: return Int64(fields.minute)
      }
    }
    return .whole(WholeNumbers(values: Rows(values), validity: validity))
  }

  func days(from: Computed, to: Computed) -> Computed {
    let (a, b) = (from.instants(count: count), to.instants(count: count))
    return .doubles(
      (0..<count).map { row in
        guard a.validity?[row] ?? true, b.validity?[row] ?? true else { return .nan }
        let (span, isTooLong) = b.values[row].subtractingReportingOverflow(a.values[row])
        let microseconds = isTooLong ? Double(b.values[row]) - Double(a.values[row]) : Double(span)
        return microseconds / Double(Instant.microsecondsPerDay)
      }
    )
  }
}
