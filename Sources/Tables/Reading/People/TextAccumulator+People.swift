import Language

extension TextAccumulator {
  /// What one text comes to.
  private struct Reading {
    var double = Double.nan
    var integer: Int64?
    var isMissing = true
  }

  /// The column as numbers, whole where all are; all texts are some under the convention.
  func numberColumn(named name: String, decimalComma: Bool) -> Column {
    var readings: [Reading] = []
    var isWhole = true
    let slots = hasCodes ? interner.count : count
    readings = [Reading](repeating: Reading(), count: slots)
    unsafe forEachText { row, start, length, _ in
      let bytes = unsafe UnsafeBufferPointer(start: start, count: length)
      guard let value = unsafe PeopleNumber(bytes)?.value(decimalComma: decimalComma) else {
        return true
      }
      var reading = Reading()
      reading.isMissing = false
      (reading.integer, reading.double) = value
      if reading.integer == nil { isWhole = false }
      readings[hasCodes ? Int(codes[row]) : row] = reading
      return true
    }
    var doubles: [Double] = []
    var integers = IntegerRun()
    var valid = BitRun()
    var hasMissing = false
    doubles.reserveCapacity(isWhole ? 0 : count)
    var wholes: [Int64] = []
    for row in 0..<count {
      let reading = reading(readings, row)
      hasMissing = hasMissing || reading.isMissing
      valid.append(repeating: !reading.isMissing, count: 1)
      if isWhole { wholes.append(reading.integer ?? 0) } else { doubles.append(reading.double) }
    }
    if isWhole {
      integers.append(wholes[...])
      let validity = hasMissing ? Bits(words: valid.words, count: count) : nil
      return Column(name, canonical: .integers(integers.packed), validity: validity)
    }
    return ColumnAccumulator.column(name, doubles, [:], hasMissing: hasMissing)
  }

  private func reading(_ readings: [Reading], _ row: Int) -> Reading {
    guard hasCodes else { return readings[row] }
    return codes[row] == Categories.missingCode ? Reading() : readings[Int(codes[row])]
  }

  /// The column as datetimes; all texts are dates in the order.
  func dateColumn(named name: String, _ order: PeopleDate.Orders) -> Column {
    var instants = [Int64?](repeating: nil, count: hasCodes ? interner.count : count)
    unsafe forEachText { row, start, length, _ in
      let value = unsafe PeopleDate(start, length)?.instant(order)
      instants[hasCodes ? Int(codes[row]) : row] = value
      return true
    }
    var values: [Int64] = []
    var valid = BitRun()
    var hasMissing = false
    values.reserveCapacity(count)
    for row in 0..<count {
      let slot = hasCodes ? codes[row] == Categories.missingCode ? nil : Int(codes[row]) : row
      let value = slot.flatMap { instants[$0] }
      values.append(value ?? 0)
      valid.append(repeating: value != nil, count: 1)
      hasMissing = hasMissing || value == nil
    }
    let validity = hasMissing ? Bits(words: valid.words, count: count) : nil
    return Column(name, canonical: .instants(Instants(values)), validity: validity)
  }
}
