/// Collects the texts of a column: as codes while few are distinct, else one behind the other.
struct TextAccumulator: Sendable {
  /// However many distinct texts there are, or never by codes; nil = by what comes.
  let isDictionary: Bool?
  private(set) var count = 0
  private(set) var hasCodes: Bool
  /// While `hasCodes`.
  private(set) var codes: [UInt32] = []
  private(set) var interner = Interner()
  /// For each worker, what its numbers are here.
  private var places: [[UInt32]] = []
  /// Else.
  private(set) var texts = Texts()
  /// Nil while all rows have a value.
  private(set) var valid: BitRun?

  init(isDictionary: Bool?) {
    self.isDictionary = isDictionary
    hasCodes = isDictionary ?? true
  }

  /// Bytes that they take.
  var byteCount: Int {
    codes.count * 4 + texts.bytes.count + texts.count * 4 + interner.texts.bytes.count
  }

  mutating func appendMissing(_ count: Int) {
    guard count > 0 else { return }
    noteValidity([], count: count, isMissing: true)
    if hasCodes {
      codes.append(contentsOf: repeatElement(Categories.missingCode, count: count))
    } else {
      texts.appendEmpty(count)
    }
    self.count += count
  }

  /// - Parameter worker: whose interner gave the part's codes.
  mutating func append(_ part: ColumnPart, worker: Int, first rows: Int) {
    learn(part.newTexts, worker: worker)
    guard rows > 0 else { return }
    if part.mode == .codes {
      if isDictionary == nil, interner.count > ColumnPart.mostLevels { leaveCodes() }
      if hasCodes {
        append(codes: part.codes[..<rows], worker)
      } else {
        decode(part.codes[..<rows], worker)
      }
    } else {
      if hasCodes { leaveCodes() }
      noteValidity(part.valid, count: rows, isMissing: false)
      append(part.texts, first: rows)
    }
    count += rows
  }

  private mutating func learn(_ texts: TextRun, worker: Int) {
    while places.count <= worker { places.append([]) }
    var start = 0
    for end in texts.ends {
      places[worker].append(interner.code(of: texts.bytes.span.extracting(start..<Int(end))))
      start = Int(end)
    }
  }

  private mutating func append(codes added: ArraySlice<UInt32>, _ worker: Int) {
    let places = places[worker]
    codes.reserveCapacity(codes.count + added.count)
    for code in added {
      codes.append(code == Categories.missingCode ? code : places[Int(code)])
    }
  }

  private mutating func append(_ added: TextRun, first rows: Int) {
    let end = rows == 0 ? 0 : Int(added.ends[rows - 1])
    texts.append(bytes: added.bytes[..<end], ends: added.ends[..<rows])
  }

  private mutating func noteValidity(_ words: [UInt64], count added: Int, isMissing: Bool) {
    // Codes say themselves which rows are missing.
    guard !hasCodes else { return }
    if valid == nil {
      guard isMissing || !words.isEmpty else { return }
      var bits = BitRun()
      bits.append(repeating: true, count: count)
      valid = bits
    }
    if isMissing || words.isEmpty {
      valid?.append(repeating: !isMissing, count: added)
    } else {
      valid?.append(words, count: added)
    }
  }

  /// From now on texts stand one behind the other, and so do those so far.
  mutating func leaveCodes() {
    guard hasCodes else { return }
    hasCodes = false
    let old = codes
    codes = []
    let total = count
    count = 0
    decode(old[...], nil)
    count = total
  }

  /// - Parameter worker: nil when the codes are this accumulator's own.
  private mutating func decode(_ added: ArraySlice<UInt32>, _ worker: Int?) {
    let places = worker.map { self.places[$0] }
    var words = [UInt64](repeating: .max, count: (added.count + 63) / 64)
    var hasMissing = false
    for (row, code) in added.enumerated() {
      if code == Categories.missingCode {
        hasMissing = true
        words[row >> 6] &= ~(1 << UInt64(row & 63))
        texts.appendEmpty(1)
      } else {
        let place = Int(places?[Int(code)] ?? code)
        interner.texts.withBytes(at: place) { texts.append($0) }
      }
    }
    noteValidity(hasMissing ? words : [], count: added.count, isMissing: false)
  }

  /// With the rows of another one behind.
  mutating func append(_ other: TextAccumulator) {
    guard other.count > 0 else { return }
    if hasCodes, other.hasCodes {
      let places = other.interner.texts.indices.map { index in
        other.interner.texts.withBytes(at: index) { interner.code(of: $0) }
      }
      for code in other.codes {
        codes.append(code == Categories.missingCode ? code : places[Int(code)])
      }
      count += other.count
      if isDictionary == nil, interner.count > ColumnPart.mostLevels { leaveCodes() }
      return
    }
    leaveCodes()
    var other = other
    other.leaveCodes()
    noteValidity(other.valid?.words ?? [], count: other.count, isMissing: false)
    texts.append(contentsOf: other.texts)
    count += other.count
  }

  /// Keeps what workers' numbers stand for: they don't tell it twice.
  mutating func removeRows() {
    count = 0
    codes = []
    texts = Texts()
    valid = nil
  }

  mutating func reserve(rows: Int, share: Double) {
    if hasCodes {
      codes.reserveCapacity(rows)
    } else {
      let byteCount = Int(Double(texts.bytes.count) / share * 1.03) + 4096
      texts.reserve(count: rows, byteCount: byteCount)
    }
  }

  /// Calls `body` with each text, the first row that has it and how many have it, until it says no.
  ///
  /// Sixteen bytes behind a text can be read.
  borrowing func forEachText(
    _ body: (_ row: Int, _ start: UnsafePointer<UInt8>, _ count: Int, _ weight: Int) -> Bool
  ) {
    let all = hasCodes ? interner.texts : texts
    var weights: [(first: Int, count: Int)] = []
    // By rows: a dictionary's order depends on who met its texts first.
    var order: [Int] = []
    if hasCodes {
      weights = [(first: Int, count: Int)](repeating: (-1, 0), count: all.count)
      for (row, code) in codes.enumerated() where code != Categories.missingCode {
        let place = Int(code)
        if weights[place].count == 0 { weights[place].first = row }
        weights[place].count += 1
      }
      order = weights.indices.filter { weights[$0].count > 0 }
        .sorted { weights[$0].first < weights[$1].first }
    }
    // The texts' own bytes can't be read beyond their end: the last ones are copied.
    var scratch: [UInt8] = []
    unsafe all.bytes.withUnsafeBufferPointer { bytes in
      for turn in 0..<(hasCodes ? order.count : all.count) {
        let place = hasCodes ? order[turn] : turn
        if !hasCodes, let valid, valid.words[place >> 6] >> UInt64(place & 63) & 1 == 0 { continue }
        let (row, weight) = hasCodes ? weights[place] : (place, 1)
        let range = all.range(at: place)
        var goesOn = true
        if let base = bytes.baseAddress, range.upperBound + 16 <= bytes.count {
          goesOn = unsafe body(row, base + range.lowerBound, range.count, weight)
        } else {
          scratch.removeAll(keepingCapacity: true)
          unsafe scratch.append(contentsOf: bytes[range])
          scratch.append(contentsOf: repeatElement(0, count: 16))
          unsafe scratch.withUnsafeBufferPointer { copy in
            guard let base = copy.baseAddress else { return }
            goesOn = unsafe body(row, base, range.count, weight)
          }
        }
        if !goesOn { return }
      }
    }
  }
}
