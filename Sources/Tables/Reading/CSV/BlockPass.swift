import Diagnostics
private import Kernels
import Language
private import Synchronization

/// One reading of a text by several workers: each takes the next block and makes its parts.
final class BlockPass: Sendable {
  /// How the work is cut; what comes out doesn't depend on it.
  struct Plan: Sendable {
    var workerCount: Int
    var blockSize: Int
    var headSize = 1 << 18
  }

  private let feed: Mutex<BlockFeed>
  private let assembly: Mutex<TableAssembly>
  private let brokenText = Atomic(false)
  private let missing: [[UInt8]]
  private let point: UInt8
  private let countsReplaced: Bool
  private let plan: Plan

  /// - Parameters:
  ///   - point: what stands before decimals.
  ///   - missing: spellings of a missing cell beside the usual ones.
  ///   - countsReplaced: whether rows with U+FFFD are of interest.
  init(
    _ source: any ByteSource,
    plan: Plan,
    point: UInt8,
    missing: [[UInt8]],
    countsReplaced: Bool = false
  ) throws(Diagnostic) {
    feed = Mutex(try BlockFeed(source, blockSize: plan.blockSize))
    assembly = Mutex(TableAssembly(forced: []))
    self.plan = plan
    self.point = point
    self.countsReplaced = countsReplaced
    self.missing = missing
  }

  /// The first bytes, at least two lines if there are as many; and whether they are all.
  func head() throws(Diagnostic) -> (bytes: [UInt8], isWhole: Bool) {
    var size = max(16, plan.headSize)
    while true {
      let wanted = size
      let bytes = try feed.withLock { (feed) throws(Diagnostic) in try feed.head(wanted) }
      if bytes.count < size { return (bytes, true) }
      var lines = 0
      for byte in bytes where byte == 0x0A || byte == 0x0D { lines += 1 }
      if lines > 4 || size >= 1 << 26 { return (bytes, false) }
      size *= 2
    }
  }

  /// What a reading of all rows gave.
  struct Rows {
    var assembly: TableAssembly
    let faults: RecordFaults
    let shortfall: String?
    let isCutShort: Bool
  }

  /// Reads all rows.
  ///
  /// - Parameters:
  ///   - start: how far behind the source's beginning the table begins.
  ///   - columns: the places of the columns to make.
  ///   - assembly: for these columns, without rows yet.
  /// - Returns: nil when the text isn't UTF-8.
  func run(
    from start: Int,
    _ syntax: RecordSyntax,
    columns: [Int],
    into assembly: TableAssembly,
    rowLimit: Int,
    activity: String,
    total: Int?,
    _ context: ReadingContext
  ) throws(Diagnostic) -> Rows? {
    try feed.withLock { (feed) throws(Diagnostic) in
      try feed.skip(start)
      feed.syntax = syntax
      feed.rowLimit = rowLimit
    }
    let kinds = assembly.columns.map(\.forced)
    self.assembly.withLock { $0 = assembly }
    let isSmall = (total ?? .max) <= plan.blockSize
    _ = try ChunkRunner.run(isSmall ? 1 : plan.workerCount) { (worker) throws(Diagnostic) in
      do throws(Diagnostic) {
        try work(as: worker, columns, kinds, syntax, activity: activity, total: total, context)
      } catch {
        feed.withLock { $0.isStopped = true }
        throw error
      }
    }
    if brokenText.load(ordering: .relaxed) { return nil }
    let result = self.assembly.withLock { assembly in
      var taken = TableAssembly(forced: [])
      swap(&taken, &assembly)
      return taken
    }
    return feed.withLock { feed in
      Rows(
        assembly: result,
        faults: feed.faults,
        shortfall: feed.shortfall,
        isCutShort: feed.isCutShort
      )
    }
  }

  private func work(
    as worker: Int,
    _ columns: [Int],
    _ forced: [ColumnKind?],
    _ syntax: RecordSyntax,
    activity: String,
    total: Int?,
    _ context: ReadingContext
  ) throws(Diagnostic) {
    var block = Block()
    var converter = PartConverter(forced: forced)
    while true {
      let hasMore = try feed.withLock { (feed) throws(Diagnostic) in
        if feed.rowCount > 0, context.enough.isCancelled { try feed.cutShort() }
        let hasMore = try feed.next(&block)
        if hasMore {
          try context.report(
            Progress(activity, done: feed.position, of: total, unit: .bytes)
          )
        }
        return hasMore
      }
      guard hasMore else { return }
      let expectations = assembly.withLock { $0.expectations }
      guard
        let section = section(
          of: block,
          columns,
          expectations,
          syntax,
          by: &converter,
          worker: worker
        )
      else {
        brokenText.store(true, ordering: .relaxed)
        feed.withLock { $0.isStopped = true }
        return
      }
      let (size, share, rowCount) = assembly.withLock { assembly in
        assembly.add(section)
        let size = context.memoryLimit == nil ? 0 : assembly.byteCount
        return (size, assembly.share, assembly.rowCount)
      }
      if let limit = context.memoryLimit {
        // Early on a part says little about the whole.
        let whole = share.map { $0 > 0.1 ? Int(Double(size) / $0) : size } ?? size
        guard size <= limit, whole / 4 * 3 <= limit else {
          throw .tooLarge(activity, needed: max(size, whole), limit: limit, rowCount: rowCount)
        }
      }
    }
  }

  /// Nil when the text isn't UTF-8.
  private func section(
    of block: borrowing Block,
    _ columns: [Int],
    _ expectations: [ColumnPart.Mode],
    _ syntax: RecordSyntax,
    by converter: inout PartConverter,
    worker: Int
  ) -> TableAssembly.Section? {
    unsafe block.bytes.withUnsafeBufferPointer { bytes in
      unsafe block.cells.withUnsafeBufferPointer { cells in
        guard let base = bytes.baseAddress, let places = cells.baseAddress else { return nil }
        // The text stands between two paddings, the places of a column `rowCapacity` apart.
        let text = unsafe base + Block.padding
        guard unsafe BlockText.isValid(text, block.byteCount) else { return nil }
        var parts: [ColumnPart] = []
        parts.reserveCapacity(columns.count)
        for (place, column) in columns.enumerated() {
          let run = unsafe CellRun(
            text: text,
            places: places + column * block.rowCapacity,
            count: block.rowCount,
            quote: syntax.quote,
            hasBackslashes: syntax.hasBackslashes,
            point: point,
            missing: missing
          )
          parts.append(unsafe converter.part(run, column: place, mode: expectations[place]))
        }
        var (zeros, replaced, uncut) = (RowTally(), RowTally(), RowTally())
        if unsafe BlockText.hasZero(text, block.byteCount) {
          zeros = unsafe Self.rows(text, places, block, syntax) { unsafe BlockText.hasZero($0, $1) }
        }
        if countsReplaced {
          replaced = unsafe Self.rows(text, places, block, syntax) {
            unsafe BlockText.hasReplacement($0, $1)
          }
        }
        if syntax.delimiter == RecordSyntax.none {
          uncut = unsafe Self.rows(text, places, block, syntax) {
            unsafe UnsafeBufferPointer(start: $0, count: $1).contains(UInt8(ascii: ","))
          }
        }
        return TableAssembly.Section(
          number: block.number,
          rowCount: block.rowCount,
          worker: worker,
          share: block.share,
          parts: parts,
          zeroBytes: zeros,
          replaced: replaced,
          uncut: uncut
        )
      }
    }
  }

  /// The rows that have a cell with something in it.
  private static func rows(
    _ text: UnsafePointer<UInt8>,
    _ places: UnsafePointer<UInt64>,
    _ block: borrowing Block,
    _ syntax: RecordSyntax,
    _ isMeant: (UnsafePointer<UInt8>, Int) -> Bool
  ) -> RowTally {
    var rows = RowTally()
    for row in 0..<block.rowCount {
      for column in 0..<syntax.width {
        let place = unsafe places[column * block.rowCapacity + row]
        let start = unsafe text + CellPlace.start(place)
        if unsafe isMeant(start, CellPlace.length(place)) { rows.add(row) }
      }
    }
    return rows
  }
}

extension Diagnostic {
  fileprivate static func tooLarge(
    _ activity: String,
    needed: Int,
    limit: Int,
    rowCount: Int
  ) -> Diagnostic {
    Diagnostic(
      .data,
      "\(activity): the table needs about \(needed >> 20) MiB of memory, expected at most "
        + "\(limit >> 20) MiB; \(rowCount) rows were read",
      try: "rows=\(max(1, rowCount / 2))"
    )
  }
}
