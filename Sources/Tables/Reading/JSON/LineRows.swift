/// The rows of a run of whole lines.
struct LineRows: Sendable {
  private(set) var table = ObjectTable()
  private(set) var lineCount = 0
  /// The first, and where it is; the rows before it are in the table.
  private(set) var fault: (fault: JSONScanner.Fault, position: Int)?
  /// The fault is in a line that nothing ends.
  private(set) var isInLastLine = false

  init(_ block: [UInt8]) {
    let bytes = block.span
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      let line = bytes.extracting(start..<end)
      var scanner = JSONScanner()
      if scanner.peek(line) != nil {
        do throws(JSONScanner.Fault) {
          try table.appendRow(&scanner, line)
          if scanner.peek(line) != nil {
            throw scanner.expected("the line's end behind an object", line)
          }
        } catch {
          fault = (error, start + scanner.position)
          isInLastLine = end == bytes.count
          return
        }
      }
      lineCount += 1
      start = end + 1
    }
  }
}
