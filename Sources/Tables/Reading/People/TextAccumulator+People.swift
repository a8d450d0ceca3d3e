import Language

extension TextAccumulator {
  /// What one text comes to.
  private struct Reading {
    var integer: Int64?
    var double = Double.nan
    var isMissing = true

    /// One in plain digits, a leading zero and digits beyond Int64 included.
    static func plain(_ cell: UnsafeBufferPointer<UInt8>, point: UInt8) -> Reading? {
      guard let start = cell.baseAddress else { return nil }
      let bounds = unsafe CellText.trimmed(start, cell.count)
      let body = unsafe start + bounds.lowerBound
      let (value, shape) = unsafe NumberScan.with(point: point) {
        unsafe $0.slow(body, bounds.count)
      }
      guard shape != .none else { return nil }
      let whole = unsafe NumberText.whole(body, bounds.count)
      return Reading(integer: whole, double: value, isMissing: false)
    }
  }

  /// The column as numbers, whole where all are.
  ///
  /// - Parameter isTold: what is no number under the convention is kept as unreadable; else there is
  ///   no such text.
  func numberColumn(
    named name: String,
    _ convention: NumberConvention,
    isTold: Bool
  ) -> (column: Column, warnings: [String]) {
    var misfits: [Int: String] = [:]
    var isWhole = true
    let slots = hasCodes ? interner.count : count
    var readings = [Reading](repeating: Reading(), count: slots)
    unsafe forEachText { row, start, length, _ in
      let bytes = unsafe UnsafeBufferPointer(start: start, count: length)
      let slot = hasCodes ? Int(codes[row]) : row
      let form = unsafe PeopleNumber.plainForm(start, length)
      if form == .whole || form == .decimal && !convention.decimalComma,
        let plain = unsafe Reading.plain(bytes, point: convention.point)
      {
        readings[slot] = plain
      } else if let value = unsafe PeopleNumber(bytes).flatMap(convention.value(of:)) {
        readings[slot] = Reading(integer: value.whole, double: value.double, isMissing: false)
      } else if isTold, unsafe !CellText.isMissing(start, length) {
        guard let plain = unsafe Reading.plain(bytes, point: convention.point) else {
          misfits[slot] = unsafe String(decoding: bytes, as: UTF8.self)
          return true
        }
        readings[slot] = plain
      } else {
        return true
      }
      if readings[slot].integer == nil { isWhole = false }
      return true
    }
    if readings.allSatisfy(\.isMissing) { isWhole = false }
    var doubles: [Double] = []
    var integers = IntegerRun()
    var valid = BitRun()
    var hasMissing = false
    doubles.reserveCapacity(isWhole ? 0 : count)
    var wholes: [Int64] = []
    var rounded = RowTally()
    for row in 0..<count {
      let reading = reading(readings, row)
      hasMissing = hasMissing || reading.isMissing
      valid.append(repeating: !reading.isMissing, count: 1)
      if isWhole {
        wholes.append(reading.integer ?? 0)
      } else {
        if reading.integer != nil, reading.double.magnitude >= 0x1p53 { rounded.add(row) }
        doubles.append(reading.double)
      }
    }
    let unreadable = unreadable(misfits)
    let warnings = [
      ColumnAccumulator.rounding(name, rounded),
      ColumnAccumulator.misfits(name, unreadable, .number),
    ].compactMap(\.self)
    if isWhole {
      integers.append(wholes[...])
      let validity = hasMissing ? Bits(words: valid.words, count: count) : nil
      let data = ColumnData.integers(integers.packed)
      let column = Column(name, canonical: data, validity: validity, unreadable: unreadable)
      return (column, warnings)
    }
    return (
      ColumnAccumulator.column(name, doubles, unreadable, hasMissing: hasMissing), warnings
    )
  }

  private func reading(_ readings: [Reading], _ row: Int) -> Reading {
    slot(row).map { readings[$0] } ?? Reading()
  }

  /// Where what its text comes to stands; nil for a missing one.
  private func slot(_ row: Int) -> Int? {
    guard hasCodes else { return row }
    return codes[row] == Categories.missingCode ? nil : Int(codes[row])
  }

  /// By rows.
  private func unreadable(_ misfits: [Int: String]) -> [Int: String] {
    guard hasCodes, !misfits.isEmpty else { return misfits }
    var unreadable: [Int: String] = [:]
    for row in 0..<count {
      if let text = slot(row).flatMap({ misfits[$0] }) { unreadable[row] = text }
    }
    return unreadable
  }

  /// The column as datetimes.
  ///
  /// - Parameter isTold: what is no date in the order is kept as unreadable; else there is no such
  ///   text.
  func dateColumn(
    named name: String,
    _ order: PeopleDate.Orders,
    isTold: Bool
  ) -> (column: Column, warnings: [String]) {
    var instants = [Int64?](repeating: nil, count: hasCodes ? interner.count : count)
    var misfits: [Int: String] = [:]
    unsafe forEachText { row, start, length, _ in
      let value = unsafe PeopleDate(start, length)?.instant(order)
      let slot = hasCodes ? Int(codes[row]) : row
      instants[slot] = value
      if isTold, value == nil, unsafe !CellText.isMissing(start, length) {
        let bytes = unsafe UnsafeBufferPointer(start: start, count: length)
        misfits[slot] = unsafe String(decoding: bytes, as: UTF8.self)
      }
      return true
    }
    var values: [Int64] = []
    var valid = BitRun()
    var hasMissing = false
    values.reserveCapacity(count)
    for row in 0..<count {
      let value = slot(row).flatMap { instants[$0] }
      values.append(value ?? 0)
      valid.append(repeating: value != nil, count: 1)
      hasMissing = hasMissing || value == nil
    }
    let validity = hasMissing ? Bits(words: valid.words, count: count) : nil
    let unreadable = unreadable(misfits)
    let data = ColumnData.instants(Instants(values))
    return (
      Column(name, canonical: data, validity: validity, unreadable: unreadable),
      [ColumnAccumulator.misfits(name, unreadable, .datetime)].compactMap(\.self)
    )
  }
}
