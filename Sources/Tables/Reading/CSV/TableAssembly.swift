import Diagnostics
import Language

/// Puts the parts of blocks together, in the order of the blocks.
struct TableAssembly: Sendable {
  /// A block's columns, whose parts a worker made.
  struct Section: Sendable {
    let number: Int
    let rowCount: Int
    let worker: Int
    let share: Double?
    let parts: [ColumnPart]
    let zeroBytes: RowTally
    let replaced: RowTally
    let uncut: RowTally
  }

  private(set) var columns: [ColumnAccumulator]
  private(set) var rowCount = 0
  /// Rows with a zero byte.
  private(set) var zeroBytes = RowTally()
  /// Rows with U+FFFD.
  private(set) var replaced = RowTally()
  /// Rows of a table of one column that have a comma.
  private(set) var uncut = RowTally()
  /// What each column's next cells are likely to be.
  private(set) var expectations: [ColumnPart.Mode]
  /// For each column, from where on rows aren't wanted.
  private let rowLimits: [Int]
  private var waiting: [Int: Section] = [:]
  private var nextNumber = 0
  private var reserved = 0

  init(forced: [ColumnKind?]) {
    columns = forced.map { ColumnAccumulator(forced: $0) }
    expectations = columns.map(\.expectation)
    rowLimits = forced.map { _ in .max }
  }

  /// Columns that are read as texts, up to these rows.
  init(texts forced: [ColumnKind?], rowLimits: [Int]) {
    columns = forced.map { ColumnAccumulator(forced: $0, mode: .codes) }
    expectations = columns.map(\.expectation)
    self.rowLimits = rowLimits
  }

  /// Bytes that the columns take so far.
  var byteCount: Int { columns.reduce(0) { $0 + $1.byteCount } }

  /// Which part of the source they come from, as far as known.
  private(set) var share: Double?

  /// Takes a section, which waits until those before it are there.
  mutating func add(_ section: Section) {
    waiting[section.number] = section
    while let next = waiting.removeValue(forKey: nextNumber) {
      nextNumber += 1
      append(next)
    }
  }

  private mutating func append(_ section: Section) {
    for column in columns.indices {
      let rows = min(section.rowCount, rowLimits[column] - rowCount)
      guard rows > 0 else { continue }
      columns[column].append(section.parts[column], worker: section.worker, first: rows)
      let found = columns[column].expectation
      if expectations[column] != found { expectations[column] = found }
    }
    zeroBytes.add(section.zeroBytes, from: rowCount)
    replaced.add(section.replaced, from: rowCount)
    uncut.add(section.uncut, from: rowCount)
    rowCount += section.rowCount
    share = section.share
    if let share { reserve(share: share) }
  }

  /// Asks for all the room that the columns will need, by what they took so far: memory that isn't
  /// touched costs nothing, moving costs time.
  private mutating func reserve(share: Double) {
    guard rowCount > reserved || reserved == 0, share > 0, share < 0.9 else { return }
    let expected = Double(rowCount) / share * 1.03
    guard expected < 0x1p40 else { return }
    reserved = Int(expected) + 1024
    for column in columns.indices { columns[column].reserve(rows: reserved, share: share) }
  }
}
