import Language

/// Makes parts from the cells of blocks, for one worker.
struct PartConverter {
  /// Told beforehand; what can't be read so is kept as unreadable.
  let forced: [ColumnKind?]
  private var interners: [CellInterner]
  /// Columns with more distinct texts than a category may have.
  private var hasManyTexts: [Bool]
  private var scratch: [UInt8] = []

  init(forced: [ColumnKind?]) {
    self.forced = forced
    interners = forced.map { _ in CellInterner() }
    hasManyTexts = forced.map { _ in false }
  }

  /// The cells of a column, kept as `mode` if all of them can be, else in the least general way in
  /// which they can.
  mutating func part(_ cells: CellRun, column: Int, mode: ColumnPart.Mode) -> ColumnPart {
    var mode = mode
    if mode == .undecided {
      guard let found = unsafe firstMode(cells, forced: forced[column]) else {
        return unsafe emptyPart(cells)
      }
      mode = found
    }
    let isForced = forced[column] != nil
    switch mode {
    case .undecided: break
    case .integers:
      if let part = unsafe PartConverter.integers(cells, isForced: isForced, &scratch) {
        return part
      }
      fallthrough
    case .doubles:
      if let part = unsafe PartConverter.doubles(cells, isForced: isForced, &scratch) {
        return part
      }
    case .booleans:
      if let part = unsafe PartConverter.booleans(cells, isForced: isForced, &scratch) {
        return part
      }
    case .instants:
      if let part = unsafe PartConverter.instants(cells, isForced: isForced, &scratch) {
        return part
      }
    case .codes, .texts: break
    }
    if mode != .texts, !hasManyTexts[column], let part = unsafe codes(cells, column: column) {
      return part
    }
    return unsafe PartConverter.texts(cells, &scratch)
  }

  private func firstMode(_ cells: CellRun, forced: ColumnKind?) -> ColumnPart.Mode? {
    switch forced {
    case .text?: return .texts
    case .category?: return .codes
    case .number?: return .integers
    case .boolean?: return .booleans
    case .datetime?: return .instants
    case nil: break
    }
    var scratch: [UInt8] = []
    for row in unsafe 0..<cells.count {
      let form = unsafe cells.withCell(row, &scratch) { start, count, isQuoted in
        unsafe NumberScan.with(point: cells.point) { numbers in
          if !isQuoted, unsafe cells.isMissing(start, count) { return CellText.Form.missing }
          return unsafe CellText.form(start, count, numbers)
        }
      }
      switch form {
      case .missing: continue
      case .integer: return .integers
      case .decimal: return .doubles
      case .boolean: return .booleans
      case .datetime: return .instants
      case .digits, .text: return .codes
      }
    }
    return nil
  }

  private func emptyPart(_ cells: CellRun) -> ColumnPart {
    var part = ColumnPart()
    part.count = unsafe cells.count
    for row in unsafe 0..<cells.count where unsafe cells.places[row] & CellPlace.quoted != 0 {
      part.hasQuotedBlank = true
    }
    return part
  }

  /// Nil when there are more distinct texts than a category may have.
  private mutating func codes(_ cells: CellRun, column: Int) -> ColumnPart? {
    let most = forced[column] == .category ? Int.max : ColumnPart.mostLevels
    var part = ColumnPart()
    part.mode = .codes
    part.count = unsafe cells.count
    // Accumulated in a local: a member of a member would be looked up in every turn.
    var interner = CellInterner()
    swap(&interner, &interners[column])
    var scratch: [UInt8] = []
    swap(&scratch, &self.scratch)
    defer {
      swap(&interner, &interners[column])
      swap(&scratch, &self.scratch)
    }
    var isTooMuch = false
    part.codes = unsafe [UInt32](unsafeUninitializedCapacity: cells.count) { output, count in
      for row in unsafe 0..<cells.count {
        // `row` is below the capacity.
        unsafe output[row] = unsafe cells.withCell(row, &scratch) { start, length, isQuoted in
          if !isQuoted, unsafe cells.isMissing(start, length) {
            return Categories.missingCode
          }
          return unsafe interner.code(start, length)
        }
        if interner.count > most {
          isTooMuch = true
          return
        }
      }
      count = unsafe cells.count
    }
    if isTooMuch {
      hasManyTexts[column] = true
      return nil
    }
    part.newTexts = interner.newTexts()
    return part
  }
}

extension ColumnPart {
  /// A column is a category when it has at most this many distinct values, and each stands in two
  /// rows on average; else it is text.
  static let mostLevels = 1_000
}
