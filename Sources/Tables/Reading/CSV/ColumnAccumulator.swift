import Language

/// Collects one column from its parts, in the order of the rows.
///
/// When texts turn up among numbers, the rows before have to be read once more, as texts.
struct ColumnAccumulator: Sendable {
  let forced: ColumnKind?
  private(set) var mode: ColumnPart.Mode
  private(set) var count = 0
  private(set) var integers = IntegerRun()
  /// Of the instants in `integers`: the finest unit so far.
  private(set) var unit = Instants.Unit.days
  private(set) var doubles: [Double] = []
  /// Some doubles are NaN.
  private(set) var hasMissing = false
  private(set) var booleans = BitRun()
  var texts: TextAccumulator
  /// Where the texts begin: rows before have to be read as texts yet.
  var firstTextRow = 0
  /// Which rows have a value, for whole numbers, booleans and instants; nil = all.
  private(set) var valid: BitRun?
  private(set) var unreadable: [Int: String] = [:]
  private var hasQuotedBlank = false
  /// The points of all its decimals may stand between thousands.
  private(set) var mayBeGrouped = true
  /// Whole numbers among doubles that no double holds.
  private(set) var rounded = RowTally()
  private(set) var cutTimes = RowTally()
  private(set) var hasOffset = false
  private(set) var plainTimes = RowTally()

  init(forced: ColumnKind?, mode: ColumnPart.Mode = .undecided) {
    self.forced = forced
    self.mode = mode
    let isDictionary: Bool? =
      switch forced {
      case .text?: false
      case .category?: true
      default: nil
      }
    texts = TextAccumulator(isDictionary: isDictionary)
  }

  /// Bytes that it takes.
  var byteCount: Int {
    doubles.count * 8 + integers.byteCount + count / 4 + texts.byteCount
  }

  /// What the next cells are likely to be.
  var expectation: ColumnPart.Mode {
    mode.isTextual ? (texts.hasCodes ? .codes : .texts) : mode
  }

  /// - Parameters:
  ///   - worker: whose interner gave the part's codes.
  ///   - rows: so many of the part's.
  mutating func append(_ part: ColumnPart, worker: Int, first rows: Int) {
    let isQuoted = hasQuotedBlank
    if part.hasQuotedBlank { hasQuotedBlank = true }
    switch (mode, part.mode) {
    case (_, .undecided): appendMissing(rows, isQuoted: part.hasQuotedBlank)
    case (.undecided, let found):
      mode = found
      if found.isTextual {
        if isQuoted {
          firstTextRow = count
        } else {
          texts.appendMissing(count)
        }
      } else {
        let earlier = count
        count = 0
        appendMissing(earlier, isQuoted: false)
      }
      appendSame(part, worker: worker, first: rows)
    case (.integers, .doubles):
      becomeDoubles()
      appendSame(part, worker: worker, first: rows)
    case (.doubles, .integers): appendAsDoubles(part, first: rows)
    case (let old, let found) where old == found || old.isTextual && found.isTextual:
      appendSame(part, worker: worker, first: rows)
    case (let old, let found):
      if old.isTextual || !found.isTextual {
        becomeTexts(from: count + rows)
      } else {
        becomeTexts(from: count)
        texts.append(part, worker: worker, first: rows)
      }
      count += rows
    }
  }

  private mutating func appendSame(_ part: ColumnPart, worker: Int, first rows: Int) {
    if part.mode.isTextual {
      texts.append(part, worker: worker, first: rows)
      count += rows
      return
    }
    for (row, text) in part.unreadable where row < rows { unreadable[count + row] = text }
    rounded.add(part.rounded, from: count)
    cutTimes.add(part.cutTimes, from: count)
    plainTimes.add(part.plainTimes, from: count)
    hasOffset = hasOffset || part.hasOffset
    mayBeGrouped = mayBeGrouped && part.mayBeGrouped
    switch mode {
    case .doubles:
      Self.append(part.doubles, first: rows, to: &doubles)
      hasMissing = hasMissing || part.hasMissing
    case .integers:
      integers.append(part.integers[..<rows])
      noteValidity(part.valid, rows)
    case .instants:
      appendInstants(part, first: rows)
      noteValidity(part.valid, rows)
    case .booleans:
      booleans.append(part.booleans, count: rows)
      noteValidity(part.valid, rows)
    case .undecided, .codes, .texts: break
    }
    count += rows
  }

  private static func append<Value>(_ values: [Value], first rows: Int, to all: inout [Value]) {
    if rows == values.count {
      all.append(contentsOf: values)
    } else {
      all.append(contentsOf: values[..<rows])
    }
  }

  /// All ticks are of the finest unit that any part needs.
  private mutating func appendInstants(_ part: ColumnPart, first rows: Int) {
    if part.unit.rawValue < unit.rawValue {
      let factor = unit.rawValue / part.unit.rawValue
      unit = part.unit
      var finer = IntegerRun()
      finer.append(integers.packed.array.map { $0 * factor }[...])
      integers = finer
    }
    let factor = part.unit.rawValue / unit.rawValue
    if factor == 1 {
      integers.append(part.integers[..<rows])
    } else {
      integers.append(part.integers[..<rows].map { $0 * factor }[...])
    }
  }

  private mutating func noteValidity(_ words: [UInt64], _ rows: Int) {
    if valid == nil, words.isEmpty { return }
    beginValidity()
    if words.isEmpty {
      valid?.append(repeating: true, count: rows)
    } else {
      valid?.append(words, count: rows)
    }
  }

  private mutating func beginValidity() {
    guard valid == nil else { return }
    var bits = BitRun()
    bits.append(repeating: true, count: count)
    valid = bits
  }

  private mutating func appendMissing(_ rows: Int, isQuoted: Bool) {
    guard rows > 0 else { return }
    switch mode {
    case .undecided: break
    case .doubles:
      doubles.append(contentsOf: repeatElement(.nan, count: rows))
      hasMissing = true
    case .integers, .instants:
      noteMissing(rows)
      integers.append(repeating: 0, count: rows)
    case .booleans:
      noteMissing(rows)
      booleans.append(repeating: false, count: rows)
    case .codes, .texts:
      if isQuoted { becomeTexts(from: count + rows) } else { texts.appendMissing(rows) }
    }
    count += rows
  }

  private mutating func noteMissing(_ rows: Int) {
    beginValidity()
    valid?.append(repeating: false, count: rows)
  }

  private mutating func becomeDoubles() {
    mode = .doubles
    for (row, value) in integers.packed.array.enumerated() {
      let double = Double(value)
      if double.magnitude >= 0x1p53 { rounded.add(row) }
      doubles.append(double)
    }
    if let valid {
      hasMissing = true
      for row in doubles.indices where valid.words[row >> 6] >> UInt64(row & 63) & 1 == 0 {
        doubles[row] = .nan
      }
    }
    integers = IntegerRun()
    valid = nil
  }

  private mutating func appendAsDoubles(_ part: ColumnPart, first rows: Int) {
    hasMissing = hasMissing || !part.valid.isEmpty
    for (row, text) in part.unreadable where row < rows { unreadable[count + row] = text }
    for row in 0..<rows {
      let isValid = part.valid.isEmpty || part.valid[row >> 6] >> UInt64(row & 63) & 1 == 1
      let double = isValid ? Double(part.integers[row]) : .nan
      if double.magnitude >= 0x1p53 { rounded.add(count + row) }
      doubles.append(double)
    }
    count += rows
  }

  /// At the end: quoted cells that would be no value beside numbers are texts where there are none.
  mutating func settle() {
    if mode == .undecided, hasQuotedBlank { becomeTexts(from: count) }
  }

  /// Lets go of what there is; texts come from `row` on.
  mutating func becomeTexts(from row: Int) {
    mode = .texts
    texts.removeRows()
    firstTextRow = row
    integers = IntegerRun()
    doubles = []
    booleans = BitRun()
    valid = nil
    unreadable = [:]
    (rounded, cutTimes, plainTimes) = (RowTally(), RowTally(), RowTally())
  }

  /// Room for so many rows, of which a share is there.
  mutating func reserve(rows: Int, share: Double) {
    switch mode {
    case .doubles:
      doubles.reserveCapacity(rows)
      HugePages.advise(&doubles)
    case .integers, .instants: integers.reserve(rows)
    case .codes, .texts: texts.reserve(rows: rows, share: share)
    case .undecided, .booleans: break
    }
  }
}
