import Kernels
import Tables

/// How many different texts there are, and the most frequent one, the first by scalar of those that
/// tie.
struct TextCounts {
  let distinct: Int
  /// Nil without a text, as is `topCount`.
  let top: String?
  let topCount: Int?

  /// Texts are told apart by hashes, found on all cores; then each is held against the first of its
  /// hash, and if two differ after all, all are compared as texts.
  init(of texts: Texts, validity: Validity?) {
    let hashes = Self.hashes(of: texts, validity: validity)
    let ordered = OrderedCodes(of: hashes.span)
    var counts = [Int](repeating: 0, count: ordered.distinct.count)
    var firsts = [Int](repeating: 0, count: ordered.distinct.count)
    for (row, code) in ordered.codes.enumerated() {
      if counts[Int(code)] == 0 { firsts[Int(code)] = row }
      counts[Int(code)] += 1
    }
    if ordered.distinct.last == Self.missing {
      counts.removeLast()
      firsts.removeLast()
    }
    guard Self.areSame(texts, ordered.codes, firsts) else {
      self.init(interning: texts, validity: validity)
      return
    }
    self.init(counts: counts) { texts.bytes[texts.range(at: firsts[$0])] }
  }

  private init(interning texts: Texts, validity: Validity?) {
    var interner = Interner()
    var counts: [Int] = []
    for row in texts.indices where validity?[row] ?? true {
      let code = Int(texts.withBytes(at: row) { interner.code(of: $0) })
      if code == counts.count { counts.append(0) }
      counts[code] += 1
    }
    let known = interner.texts
    self.init(counts: counts) { known.bytes[known.range(at: $0)] }
  }

  private init(counts: [Int], text: (Int) -> ArraySlice<UInt8>) {
    distinct = counts.count
    topCount = counts.max()
    var best: ArraySlice<UInt8>?
    for code in counts.indices where counts[code] == topCount {
      let text = text(code)
      if best.map({ text.lexicographicallyPrecedes($0) }) ?? true { best = text }
    }
    top = best.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The hash of a row without a text; no text has it.
  private static let missing = UInt64.max

  /// FNV-1a, mixed.
  private static func hashes(of texts: Texts, validity: Validity?) -> [UInt64] {
    ChunkRunner.written(rows: texts.count) { rows, hashes in
      for row in rows {
        let hash = texts.withBytes(at: row) { bytes in
          var hash: UInt64 = 0xcbf2_9ce4_8422_2325
          for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
          return StableHash.mixed(hash)
        }
        hashes[row - rows.lowerBound] = min(hash, missing - 1)
      }
      validity?.forEachClear(in: rows) { hashes[$0 - rows.lowerBound] = missing }
    }
  }

  /// Whether every row has the text of the first row of its code; a code beyond is missing.
  private static func areSame(_ texts: Texts, _ codes: [UInt32], _ firsts: [Int]) -> Bool {
    let parts = ChunkRunner.parts(of: codes.span) { part, start in
      for index in part.indices where part[index] < firsts.count {
        let first = firsts[Int(part[index])]
        guard first != start + index else { continue }
        let (mine, known) = (texts.range(at: start + index), texts.range(at: first))
        guard mine.count == known.count else { return false }
        for offset in 0..<mine.count
        where texts.bytes[mine.lowerBound + offset] != texts.bytes[known.lowerBound + offset] {
          return false
        }
      }
      return true
    }
    return parts.allSatisfy { $0 }
  }
}
