/// A quick look at a cell, which turns away most that can be neither number, date nor boolean.
enum CellLook {
  /// The first three letters of what may stand in such a cell, as 15 bits.
  private static let words: Set<UInt16> = {
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    let others = ["tru", "fal"] + Currency.codeWords
    return Set((months + others).map { key(Array($0.utf8)) })
  }()

  private static func key(_ letters: [UInt8]) -> UInt16 {
    letters.prefix(3).reduce(0) { $0 << 5 | UInt16($1 & 31) }
  }

  /// False only when the cell is no number, date or boolean however people write them.
  static func mayBeValue(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard count <= 64 else { return false }
    var index = 0
    while index < count {
      let byte = unsafe start[index]
      let letter = byte | 0x20
      guard byte < 0x80, letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") else {
        if byte == UInt8(ascii: "_") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "\"") {
          return false
        }
        index += 1
        continue
      }
      var end = index + 1
      var key = UInt16(byte & 31)
      while end < count {
        let next = unsafe start[end]
        guard next < 0x80, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next | 0x20) else {
          break
        }
        if end - index < 3 { key = key << 5 | UInt16(next & 31) }
        end += 1
      }
      switch end - index {
      case 1:
        // An exponent, the T and Z of a time, or before a sign of more than one byte.
        let isMark =
          letter == UInt8(ascii: "e") || letter == UInt8(ascii: "t")
          || letter == UInt8(ascii: "z") || letter == UInt8(ascii: "k")
        let next = unsafe end < count ? start[end] : 0
        if !isMark, next != UInt8(ascii: "$") { return false }
      case 2:
        let second = unsafe start[end - 1] | 0x20
        let next = unsafe end < count ? start[end] : 0
        let isHalf = second == UInt8(ascii: "m") || second == UInt8(ascii: "r")
        if !isHalf, next != UInt8(ascii: "$") { return false }
      default: if !words.contains(key) { return false }
      }
      index = end
    }
    return true
  }
}
