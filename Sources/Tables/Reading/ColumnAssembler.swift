import Language

/// Collects one column from its cells, in the order of the rows.
struct ColumnAssembler {
  private let name: String
  private let storage: KindEvidence.Storage
  /// Told beforehand: texts that can't be read so are kept; a category and a text aren't decided by
  /// their values.
  private let forced: ColumnKind?
  private var doubles: [Double] = []
  private var integers: [Int64] = []
  private var booleans: [Bool] = []
  private var missing: [Int] = []
  private var unreadable: [Int: String] = [:]
  private var texts = Texts()
  private var interner = Interner()
  private var codes: [UInt32] = []
  private var isDictionary: Bool
  private var count = 0

  /// A column is a category when it has at most this many distinct values, and each stands in two
  /// rows on average; else it is text.
  static let mostLevels = 1_000

  init(_ name: String, _ evidence: KindEvidence, forced: ColumnKind?) {
    self.name = name
    self.forced = forced
    storage =
      switch forced {
      case .number: evidence.storage == .integers ? .integers : .doubles
      case .boolean: .booleans
      case .datetime: .instants
      case .category, .text: .textual
      case nil: evidence.storage
      }
    isDictionary = forced != .text
  }

  mutating func append(
    column: Int,
    of index: FieldIndex,
    fromRecord first: Int,
    in bytes: borrowing Span<UInt8>,
    quote: UInt8
  ) {
    switch storage {
    case .integers:
      index.forEachCell(inColumn: column, fromRecord: first, of: bytes, quote: quote) {
        _,
        cell,
        _ in
        let value = NumberText.integer(cell)
        if value == nil { noteMissing(cell) }
        integers.append(value ?? 0)
        count += 1
      }
    case .doubles:
      index.forEachCell(inColumn: column, fromRecord: first, of: bytes, quote: quote) {
        _,
        cell,
        _ in
        let value = NumberText.double(cell)
        if value == nil { noteMissing(cell) }
        doubles.append(value ?? .nan)
        count += 1
      }
    case .booleans:
      index.forEachCell(inColumn: column, fromRecord: first, of: bytes, quote: quote) {
        _,
        cell,
        _ in
        let value = CellText.boolean(cell)
        if value == nil { noteMissing(cell) }
        booleans.append(value ?? false)
        count += 1
      }
    case .instants:
      index.forEachCell(inColumn: column, fromRecord: first, of: bytes, quote: quote) {
        _,
        cell,
        _ in
        let value = CellText.instant(cell)
        if value == nil { noteMissing(cell) }
        integers.append(value?.microseconds ?? 0)
        count += 1
      }
    case .textual:
      index.forEachCell(inColumn: column, fromRecord: first, of: bytes, quote: quote) {
        _,
        cell,
        isQuoted in
        appendText(cell, isQuoted: isQuoted)
      }
    }
  }

  private mutating func noteMissing(_ cell: borrowing Span<UInt8>) {
    missing.append(count)
    guard !CellText.isMissing(cell) else { return }
    var bytes: [UInt8] = []
    for index in cell.indices { bytes.append(cell[index]) }
    unreadable[count] = String(decoding: bytes, as: UTF8.self)
  }

  private mutating func appendText(_ cell: borrowing Span<UInt8>, isQuoted: Bool) {
    let isMissing = !isQuoted && CellText.isMissing(cell)
    if isMissing { missing.append(count) }
    count += 1
    guard isDictionary else {
      if isMissing { texts.append("") } else { texts.append(cell) }
      return
    }
    codes.append(isMissing ? Categories.missingCode : interner.code(of: cell))
    if forced == nil, interner.count > Self.mostLevels { leaveDictionary() }
  }

  private mutating func leaveDictionary() {
    isDictionary = false
    for code in codes {
      if code == Categories.missingCode {
        texts.append("")
      } else {
        interner.texts.withBytes(at: Int(code)) { texts.append($0) }
      }
    }
    codes = []
  }

  /// The column with all its rows; nothing can be added afterwards.
  consuming func column() -> Column {
    if storage == .textual, forced == nil, isDictionary,
      count == missing.count || interner.count * 2 > count - missing.count
    {
      leaveDictionary()
    }
    var validity: Validity?
    if !missing.isEmpty {
      var bits = Validity(repeating: true, count: count)
      for row in missing { bits[row] = false }
      validity = bits
    }
    let data: ColumnData =
      switch storage {
      case .integers: .integers(PackedIntegers(integers))
      case .doubles: .doubles(doubles)
      case .booleans: .booleans(Bits(booleans))
      case .instants: .instants(Instants(integers))
      case .textual:
        isDictionary ? .category(Categories(interner: interner, codes: codes)) : .texts(texts)
      }
    return Column(name, data, validity: validity, unreadable: unreadable)
  }
}
