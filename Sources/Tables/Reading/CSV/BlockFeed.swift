import Diagnostics

/// Cuts a source into blocks of whole records, one after the other.
struct BlockFeed {
  private let stream: any ByteStream
  private let sourceByteCount: Int?
  var syntax = RecordSyntax(delimiter: UInt8(ascii: ","), quote: UInt8(ascii: "\""))
  var rowLimit = Int.max
  private let blockSize: Int
  /// Bytes that have been read and are in no block yet, from `pendingStart` on.
  private var pending: [UInt8] = []
  private var pendingStart = 0
  private var isAtEnd = false
  private var blockCount = 0
  private(set) var rowCount = 0
  private(set) var faults = RecordFaults()
  private var memory = QuoteMemory()
  /// The bytes of all blocks so far.
  private var byteCount = 0
  /// No more blocks are handed out.
  var isStopped = false
  /// More could have been.
  private(set) var isCutShort = false

  init(_ source: any ByteSource, blockSize: Int) throws(Diagnostic) {
    stream = try source.open()
    sourceByteCount = source.byteCount
    self.blockSize = max(1, blockSize)
  }

  /// How far into the source reading has come.
  var position: Int { stream.position }
  var shortfall: String? { stream.shortfall }

  /// The first bytes, which stay in front; all of them when there are fewer than asked for.
  mutating func head(_ count: Int) throws(Diagnostic) -> [UInt8] {
    while pending.count < count, !isAtEnd {
      let old = pending.count
      pending.append(contentsOf: repeatElement(0, count: count - old))
      let got = try Self.fill(&pending, from: old, to: count, stream, &isAtEnd)
      pending.removeLast(count - old - got)
    }
    return pending
  }

  /// The table begins so many bytes into the source.
  mutating func skip(_ count: Int) throws(Diagnostic) {
    _ = try head(count)
    pendingStart += min(count, pending.count)
  }

  /// Hands out no more blocks, as someone has seen enough.
  mutating func cutShort() throws(Diagnostic) {
    guard !isStopped, rowCount < rowLimit else { return }
    isStopped = true
    isCutShort = try head(pendingStart + 1).count > pendingStart
  }

  /// Reads until the range is full or the source is at its end.
  private static func fill(
    _ bytes: inout [UInt8],
    from start: Int,
    to end: Int,
    _ stream: any ByteStream,
    _ isAtEnd: inout Bool
  ) throws(Diagnostic) -> Int {
    var place = start
    while place < end, !isAtEnd {
      let got = try stream.read(into: &bytes, place..<end)
      if got == 0 { isAtEnd = true }
      place += got
    }
    return place - start
  }

  /// The next block; false when there is none.
  mutating func next(_ block: inout Block) throws(Diagnostic) -> Bool {
    block.makeRoom(width: syntax.width)
    while !isStopped, rowCount < rowLimit {
      var target = blockSize
      var taken = 0
      var count = 0
      let old = (rowCount, faults)
      repeat {
        (rowCount, faults) = old
        block.makeRoom(for: target)
        let more = min(target - count, pending.count - pendingStart - taken)
        if more > 0 {
          let first = pendingStart + taken
          let place = Block.padding + count
          block.bytes.replaceSubrange(place..<place + more, with: pending[first..<first + more])
          taken += more
          count += more
        }
        if count < target {
          let first = Block.padding + count
          count += try Self.fill(
            &block.bytes,
            from: first,
            to: Block.padding + target,
            stream,
            &isAtEnd
          )
        }
        let isFinal = isAtEnd && pendingStart + taken == pending.count
        guard count > 0 else { return false }
        index(&block, count: count, isFinal: isFinal)
        if isFinal {
          guard block.byteCount > 0 else { throw .tooLong(row: rowCount) }
          break
        }
        target = max(target, count) * 2
        guard target < CellPlace.textLimit else { throw .tooLong(row: rowCount) }
      } while block.byteCount == 0
      keepRest(of: block, count: count, taken: taken)
      if block.rowCount > 0 {
        block.firstRow = old.0
        block.number = blockCount
        let behind = stream.position - (pending.count - pendingStart)
        block.share = sourceByteCount.map { Double(behind) / Double(max(1, $0)) }
        blockCount += 1
        return true
      }
    }
    return false
  }

  private mutating func index(_ block: inout Block, count: Int, isFinal: Bool) {
    let capacity = block.rowCapacity
    let (rows, consumed) = unsafe block.bytes.withUnsafeMutableBufferPointer { bytes in
      unsafe block.cells.withUnsafeMutableBufferPointer { cells in
        guard let text = bytes.baseAddress, let places = cells.baseAddress else {
          return (0, 0)
        }
        // The text has `count` bytes between two paddings, the cells `capacity` rows of all columns.
        var indexer = unsafe RecordIndexer(
          syntax,
          text: text + Block.padding,
          count: count,
          isFinal: isFinal,
          cells: places,
          rowCapacity: capacity,
          firstRow: rowCount,
          faults: faults,
          memory: memory,
          textStart: byteCount
        )
        unsafe indexer.run(maximum: rowLimit - rowCount, limit: blockSize)
        (faults, memory) = unsafe (indexer.faults, indexer.memory)
        return unsafe (indexer.rowCount, indexer.consumed)
      }
    }
    block.rowCount = rows
    block.byteCount = consumed
    rowCount += rows
  }

  /// What a block has been given beyond its last whole record comes next.
  private mutating func keepRest(of block: Block, count: Int, taken: Int) {
    byteCount += block.byteCount
    guard count > taken else {
      pendingStart += block.byteCount
      return
    }
    // More is read only when nothing is pending any more.
    let rest = Block.padding + block.byteCount..<Block.padding + count
    pending.removeAll(keepingCapacity: true)
    pending.append(contentsOf: block.bytes[rest])
    pendingStart = 0
  }
}

extension Diagnostic {
  fileprivate static func tooLong(row: Int) -> Diagnostic {
    Diagnostic(
      .data,
      "row \(row + 1) has a cell of more than 256 MiB, or is longer than 4 GiB: expected a line's end",
      try: "quote=none"
    )
  }
}
