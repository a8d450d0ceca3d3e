import Language

extension PartConverter {
  /// Notes a row without a value; false when the cell has one of another kind.
  @inline(never)
  private static func note(
    _ cells: CellRun,
    _ row: Int,
    isForced: Bool,
    _ part: inout ColumnPart,
    _ scratch: inout [UInt8]
  ) -> Bool {
    let isMissing = unsafe cells.withCell(row, &scratch) { start, count, isQuoted in
      if unsafe CellText.isMissing(start, count) {
        if isQuoted { part.hasQuotedBlank = true }
        return true
      }
      if !isQuoted, unsafe cells.isMissing(start, count) { return true }
      if isForced {
        let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
        unsafe part.unreadable.append((row, String(decoding: bytes, as: UTF8.self)))
      }
      return isForced
    }
    guard isMissing else { return false }
    if part.valid.isEmpty {
      part.valid = [UInt64](repeating: .max, count: (part.count + 63) / 64)
    }
    part.valid[row >> 6] &= ~(1 << UInt64(row & 63))
    return true
  }

  static func integers(
    _ cells: CellRun,
    isForced: Bool,
    _ scratch: inout [UInt8]
  ) -> ColumnPart? {
    var part = ColumnPart()
    part.mode = .integers
    part.count = unsafe cells.count
    let checksMissing = unsafe !cells.missing.isEmpty
    var isWhole = true
    part.integers = unsafe [Int64](unsafeUninitializedCapacity: cells.count) { output, count in
      unsafe NumberScan.with(point: cells.point) { numbers in
        let (text, places, rows) = unsafe (cells.text, cells.places, cells.count)
        for row in 0..<rows {
          let place = unsafe places[row]
          // `row` is below the capacity.
          if CellPlace.isPlain(place), !checksMissing,
            let value = unsafe numbers.shortWhole(
              text + CellPlace.start(place),
              CellPlace.length(place)
            )
          {
            unsafe output[row] = value
            continue
          }
          var isNumber = false
          let value = unsafe cells.withCell(row, &scratch) { start, length, isQuoted -> Int64? in
            if !isQuoted, checksMissing, unsafe cells.isMissing(start, length) { return nil }
            let bounds = unsafe CellText.trimmed(start, length)
            let body = unsafe start + bounds.lowerBound
            let shape = unsafe numbers.slow(body, bounds.count).shape
            isNumber = shape != .none
            guard shape == .whole || shape == .digits && isForced else { return nil }
            return unsafe NumberText.whole(body, bounds.count)
          }
          unsafe output[row] = value ?? 0
          if value != nil { continue }
          // A number that isn't whole makes doubles of all.
          if unsafe isNumber || !note(cells, row, isForced: isForced, &part, &scratch) {
            isWhole = false
            return
          }
        }
        count = rows
      }
    }
    return isWhole ? part : nil
  }

  static func doubles(
    _ cells: CellRun,
    isForced: Bool,
    _ scratch: inout [UInt8]
  ) -> ColumnPart? {
    var part = ColumnPart()
    part.mode = .doubles
    part.count = unsafe cells.count
    let checksMissing = unsafe !cells.missing.isEmpty
    var isNumeric = true
    var mayBeGrouped = true
    part.doubles = unsafe [Double](unsafeUninitializedCapacity: cells.count) { output, count in
      unsafe NumberScan.with(point: cells.point) { numbers in
        let (text, places, rows) = unsafe (cells.text, cells.places, cells.count)
        for row in 0..<rows {
          let place = unsafe places[row]
          let length = CellPlace.length(place)
          if CellPlace.isPlain(place), length > 0, !checksMissing {
            let start = unsafe text + CellPlace.start(place)
            let (value, shape) = unsafe numbers.double(start, length)
            if shape == .decimal {
              if mayBeGrouped { mayBeGrouped = unsafe numbers.mayBeGrouped(start, length) }
              // `row` is below the capacity.
              unsafe output[row] = value
              continue
            }
            if shape == .whole {
              if value.magnitude >= 0x1p53 { part.rounded.add(row) }
              unsafe output[row] = value
              continue
            }
          }
          let value = unsafe cells.withCell(row, &scratch) { start, length, isQuoted -> Double? in
            if !isQuoted, checksMissing, unsafe cells.isMissing(start, length) { return nil }
            let bounds = unsafe CellText.trimmed(start, length)
            let (value, shape) = unsafe numbers.slow(start + bounds.lowerBound, bounds.count)
            switch shape {
            case .none: return nil
            case .digits where !isForced: return nil
            case .whole, .digits: if value.magnitude >= 0x1p53 { part.rounded.add(row) }
            case .decimal:
              if mayBeGrouped {
                mayBeGrouped = unsafe numbers.mayBeGrouped(start + bounds.lowerBound, bounds.count)
              }
            }
            return value
          }
          unsafe output[row] = value ?? .nan
          if value != nil { continue }
          if unsafe !note(cells, row, isForced: isForced, &part, &scratch) {
            isNumeric = false
            return
          }
        }
        count = rows
      }
    }
    part.hasMissing = !part.valid.isEmpty
    part.valid = []
    part.mayBeGrouped = mayBeGrouped
    return isNumeric ? part : nil
  }

  static func booleans(
    _ cells: CellRun,
    isForced: Bool,
    _ scratch: inout [UInt8]
  ) -> ColumnPart? {
    var part = ColumnPart()
    part.mode = .booleans
    part.count = unsafe cells.count
    var isBoolean = true
    part.booleans = [UInt64](repeating: 0, count: (part.count + 63) / 64)
    for row in unsafe 0..<cells.count {
      let flag = unsafe cells.withCell(row, &scratch) { start, length, isQuoted in
        unsafe !isQuoted && !cells.missing.isEmpty && cells.isMissing(start, length)
          ? nil : unsafe CellText.boolean(start, length)
      }
      if let flag {
        if flag { part.booleans[row >> 6] |= 1 << UInt64(row & 63) }
      } else if unsafe !note(cells, row, isForced: isForced, &part, &scratch) {
        isBoolean = false
        break
      }
    }
    return isBoolean ? part : nil
  }

  static func instants(
    _ cells: CellRun,
    isForced: Bool,
    _ scratch: inout [UInt8]
  ) -> ColumnPart? {
    var part = ColumnPart()
    part.mode = .instants
    part.count = unsafe cells.count
    var isInstant = true
    part.integers = unsafe [Int64](unsafeUninitializedCapacity: cells.count) { output, count in
      for row in unsafe 0..<cells.count {
        let value = unsafe cells.withCell(row, &scratch) { start, length, isQuoted -> Int64? in
          if !isQuoted, unsafe !cells.missing.isEmpty,
            unsafe cells.isMissing(start, length)
          {
            return nil
          }
          var scan = unsafe InstantScan(start, length)
          if let value = unsafe scan.iso() {
            if unsafe scan.place > 0 {
              unsafe Self.note(scan, row, &part)
            } else if length > 10 {
              part.plainTimes.add(row)
            }
            return value
          }
          let bounds = unsafe CellText.trimmed(start, length)
          guard bounds.count < length else { return nil }
          unsafe scan = unsafe InstantScan(start + bounds.lowerBound, bounds.count)
          let value = unsafe scan.iso()
          if value != nil { unsafe Self.note(scan, row, &part) }
          return value
        }
        // `row` is below the capacity.
        unsafe output[row] = value ?? 0
        if value != nil { continue }
        if unsafe !note(cells, row, isForced: isForced, &part, &scratch) {
          isInstant = false
          return
        }
      }
      count = unsafe cells.count
    }
    guard isInstant else { return nil }
    part.unit =
      part.integers.allSatisfy { $0 % Instants.Unit.days.rawValue == 0 }
      ? .days
      : part.integers.allSatisfy { $0 % Instants.Unit.seconds.rawValue == 0 }
        ? .seconds
        : .microseconds
    if part.unit == .days {
      for row in part.integers.indices { part.integers[row] /= Instants.Unit.days.rawValue }
    } else if part.unit == .seconds {
      for row in part.integers.indices { part.integers[row] /= Instants.Unit.seconds.rawValue }
    }
    return part
  }

  /// What there is to tell of a time that isn't in plain form.
  private static func note(_ scan: InstantScan, _ row: Int, _ part: inout ColumnPart) {
    if unsafe scan.isCut { part.cutTimes.add(row) }
    if unsafe scan.hasOffset { part.hasOffset = true }
    if unsafe !scan.hasOffset, unsafe scan.count > 10 { part.plainTimes.add(row) }
  }

  static func texts(_ cells: CellRun, _ scratch: inout [UInt8]) -> ColumnPart {
    var part = ColumnPart()
    part.mode = .texts
    part.count = unsafe cells.count
    var total = 0
    for row in unsafe 0..<cells.count { total += unsafe CellPlace.length(cells.places[row]) }
    var end = 0
    var missing: [Int] = []
    part.texts.bytes = unsafe [UInt8](unsafeUninitializedCapacity: total) { output, used in
      part.texts.ends = unsafe [UInt32](unsafeUninitializedCapacity: cells.count) { ends, count in
        for row in unsafe 0..<cells.count {
          unsafe cells.withCell(row, &scratch) { start, length, isQuoted in
            if !isQuoted, unsafe cells.isMissing(start, length) {
              missing.append(row)
            } else {
              // A cell's text is no longer than its place, so all fit into `total`.
              for index in 0..<length { unsafe output[end + index] = start[index] }
              end += length
            }
          }
          unsafe ends[row] = UInt32(truncatingIfNeeded: end)
        }
        count = unsafe cells.count
      }
      used = end
    }
    if !missing.isEmpty {
      part.valid = [UInt64](repeating: .max, count: (part.count + 63) / 64)
      for row in missing { part.valid[row >> 6] &= ~(1 << UInt64(row & 63)) }
    }
    return part
  }
}
