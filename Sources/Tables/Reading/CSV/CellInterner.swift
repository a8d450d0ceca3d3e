/// Numbers the distinct texts that one worker meets in one column.
struct CellInterner {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  /// A text's number plus one in the low half, the high half of its hash in the other; 0 where free.
  private var slots = [UInt64](repeating: 0, count: 64)
  /// How many texts have been handed over.
  private var reported = 0

  var count: Int { ends.count }

  /// The texts that came since this was last asked for.
  mutating func newTexts() -> TextRun {
    guard reported < ends.count else { return TextRun() }
    let first = reported == 0 ? 0 : ends[reported - 1]
    let run = TextRun(
      bytes: Array(bytes[Int(first)...]),
      ends: ends[reported...].map { $0 - first }
    )
    reported = ends.count
    return run
  }

  /// The text's number; sixteen bytes behind it can be read.
  @inline(__always)
  mutating func code(_ cell: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
    let hash = unsafe Self.hash(cell, length)
    let mark = hash & 0xFFFF_FFFF_0000_0000
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let entry = slots[slot]
      if entry & 0xFFFF_FFFF_0000_0000 == mark {
        let code = UInt32(truncatingIfNeeded: entry) - 1
        if unsafe isSame(Int(code), cell, length) { return code }
      }
      slot = (slot + 1) & mask
    }
    let code = UInt32(ends.count)
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: cell, count: length))
    ends.append(UInt32(bytes.count))
    slots[slot] = mark | UInt64(code + 1)
    if ends.count * 2 > slots.count { grow() }
    return code
  }

  @inline(__always)
  private func isSame(_ code: Int, _ cell: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    let start = code == 0 ? 0 : Int(ends[code - 1])
    guard Int(ends[code]) - start == length else { return false }
    for index in 0..<length where unsafe bytes[start + index] != cell[index] { return false }
    return true
  }

  /// Eight bytes at a time, mixed by multiplication, after wyhash (Wang Yi, 2019).
  @inline(__always)
  private static func hash(_ cell: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
    var state = UInt64(truncatingIfNeeded: length) ^ 0x9E37_79B9_7F4A_7C15
    var place = 0
    while place + 8 <= length {
      let word = unsafe Words64.load(cell + place)
      state = mixed(state ^ word)
      place += 8
    }
    let rest = UInt64(length - place)
    if rest > 0 {
      let word = unsafe Words64.load(cell + place) & (UInt64.max >> (64 - 8 * rest))
      state = mixed(state ^ word)
    }
    return state
  }

  @inline(__always)
  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    bytes.append(contentsOf: repeatElement(0, count: 16))
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      for code in ends.indices {
        let start = code == 0 ? 0 : Int(ends[code - 1])
        // The sixteen bytes put behind make every text's last word readable.
        let hash = unsafe Self.hash(base + start, Int(ends[code]) - start)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(code + 1)
      }
    }
    bytes.removeLast(16)
  }
}
