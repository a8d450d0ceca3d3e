import Diagnostics
import Language
import Tables

/// What has to hold for the front parts of one file, each longer than the one before.
///
/// Whatever is found out about a part on its own may differ from what the whole file says (its
/// delimiter, its header, its kinds): a part is read once as it stands, which must give an error or
/// own up to the cut; and once as the whole was read, all cells as texts, to compare rows.
struct CutLaw {
  private let file: String
  private let bytes: [UInt8]
  private let options: ReadingOptions
  private let told: ReadingOptions
  private let encoding: TextEncoding
  private let whole: LoadedTable?
  private(set) var breaches: [String] = []
  /// So many rows of the whole were in the longest part so far.
  private var wholeRows = 0

  init(file: String, bytes: [UInt8], whole: LoadedTable, options: ReadingOptions) {
    self.file = file
    self.bytes = bytes
    self.options = options
    var told = options
    told.delimiter = whole.dialect?.delimiter
    told.header = whole.dialect?.header
    told.encoding = whole.dialect?.encoding
    if told.quote == nil { told.quote = whole.dialect?.quote.map { .mark($0) } ?? .absent }
    for name in whole.frame.names { told.kinds[name] = .text }
    self.told = told
    encoding = whole.dialect?.encoding ?? .utf8
    self.whole = try? CSVReader(told).read(bytes, path: file)
  }

  mutating func check(cutAt place: Int) {
    let part = Array(bytes[..<place])
    do throws(Diagnostic) {
      let table = try CSVReader(options).read(part, path: file)
      if !endsLine(part), options.rowLimit == nil, table.warnings.isEmpty {
        breaches.append("\(file) cut at \(place): no word of it, \(table.frame.rowCount) rows")
      }
    } catch {
      if error.kind != .data { breaches.append("\(file) cut at \(place): \(error.message)") }
    }
    guard let whole, let table = try? CSVReader(told).read(part, path: file),
      table.frame.names == whole.frame.names
    else { return }
    compare(table, whole, place)
  }

  private mutating func compare(_ part: LoadedTable, _ whole: LoadedTable, _ place: Int) {
    let most = min(part.frame.rowCount, whole.frame.rowCount)
    let same = (0..<most).first { part.frame.row(at: $0) != whole.frame.row(at: $0) } ?? most
    // A quote where the part ends may make one cell of several rows; that the last line has no end
    // excuses the last row alone.
    let isNoteOfEnd = { (warning: String) in warning.contains("without a line end") }
    let isExplained =
      bytes[place - 1] == UInt8(ascii: "\"")
      || part.warnings.contains { !isNoteOfEnd($0) && !whole.warnings.contains($0) }
    if same < wholeRows, !isExplained {
      breaches.append("\(file) cut at \(place): row \(same + 1) was read before, is lost again")
    }
    let last = part.frame.rowCount - 1
    if same < last, !isExplained {
      breaches.append("\(file) cut at \(place): row \(same + 1) is another one, no word of it")
    }
    // A CR at the very end may be the half of a CRLF.
    let isHalf = bytes[place - 1] == 0x0D
    if same == last, !isHalf, !isExplained, !part.warnings.contains(where: isNoteOfEnd) {
      breaches.append("\(file) cut at \(place): the last row is another one, no word of it")
    }
    // What stands in a line that isn't whole may look like the row by chance.
    wholeRows = max(wholeRows, endsLine(Array(bytes[..<place])) ? same : min(same, last))
  }

  /// Whether nothing of a row is cut off.
  private func endsLine(_ part: [UInt8]) -> Bool {
    switch encoding {
    case .utf16LittleEndian:
      part.count % 2 == 0 && part.last == 0 && isLineEnd(part[part.count - 2])
    case .utf16BigEndian:
      part.count % 2 == 0 && part[part.count - 2] == 0 && isLineEnd(part[part.count - 1])
    default: isNoRow(part[((part.lastIndex(where: isLineEnd) ?? -1) + 1)...])
    }
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// Blanks, or a comment by a mark that was told.
  private func isNoRow(_ line: ArraySlice<UInt8>) -> Bool {
    if case .mark(let mark)? = options.comment, line.first == UInt8(mark.value) { return true }
    return line.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
