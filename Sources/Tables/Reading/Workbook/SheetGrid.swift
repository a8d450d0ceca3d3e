import Diagnostics
import Language

/// The filled cells of a sheet, row by row.
struct SheetGrid {
  struct Row {
    /// Counted from 0.
    var number: Int
    var cells: [(column: Int, cell: SheetCell)]
  }

  private(set) var rows: [Row] = []
  /// Such as `A1:C1`.
  private(set) var mergedRanges: [String] = []

  private let workbook: Workbook

  init(
    _ bytes: [UInt8],
    of workbook: Workbook,
    sheet: Workbook.Sheet,
    name: String,
    _ context: ReadingContext
  ) throws(Diagnostic) {
    self.workbook = workbook
    var scanner = XMLScanner(bytes)
    let fault: XMLScanner.Fault?
    var stop: Diagnostic?
    do throws(XMLScanner.Fault) {
      try read(&scanner) {
        guard stop == nil else { return }
        do throws(Diagnostic) {
          try context.report(Progress("reading \(name)", done: $0, of: bytes.count))
        } catch {
          stop = error
        }
      } isStopped: {
        stop != nil || context.enough.isCancelled
      }
      fault = nil
    } catch {
      fault = error
    }
    if let stop { throw stop }
    if let fault { throw .brokenPart(sheet.path, fault, at: scanner.position, in: name) }
  }

  private mutating func read(
    _ scanner: inout XMLScanner,
    report: (Int) -> Void,
    isStopped: () -> Bool
  ) throws(XMLScanner.Fault) {
    var rowNumber = -1
    var column = -1
    var row = Row(number: 0, cells: [])
    while let token = try scanner.next() {
      switch token {
      case .start("row", let isEmpty):
        rowNumber = try scanner.attribute("r").flatMap(Int.init).map { $0 - 1 } ?? rowNumber + 1
        column = -1
        row = Row(number: rowNumber, cells: [])
        if isEmpty { break }
      case .end("row"):
        if !row.cells.isEmpty { rows.append(row) }
        if rowNumber % 1_024 == 0 {
          report(scanner.position)
          if isStopped() { return }
        }
      case .start("c", let isEmpty):
        column = try scanner.attribute("r").flatMap(Self.column) ?? column + 1
        let type = try scanner.attribute("t")
        let style = try scanner.attribute("s").flatMap(Int.init)
        if !isEmpty, let cell = try cell(type, style, &scanner) {
          row.cells.append((column, cell))
        }
      case .start("mergeCell", _):
        if let range = try scanner.attribute("ref") { mergedRanges.append(range) }
      default: break
      }
    }
  }

  /// To the cell's end.
  private func cell(
    _ type: String?,
    _ style: Int?,
    _ scanner: inout XMLScanner
  ) throws(XMLScanner.Fault) -> SheetCell? {
    var value: String?
    var isValue = false
    var inline: String?
    while let token = try scanner.next() {
      switch token {
      case .start("v", let isEmpty): isValue = !isEmpty
      case .end("v"): isValue = false
      case .text(let text) where isValue: value = (value ?? "") + text
      case .start("is", let isEmpty):
        inline = isEmpty ? "" : try SharedTexts.text(in: "is", &scanner)
      case .end("c"):
        return try meaning(type, style, value, inline)
      default: break
      }
    }
    throw XMLScanner.Fault(message: "a cell that doesn't end")
  }

  private func meaning(
    _ type: String?,
    _ style: Int?,
    _ value: String?,
    _ inline: String?
  ) throws(XMLScanner.Fault) -> SheetCell? {
    if let inline { return .text(inline) }
    guard let value else { return nil }
    switch type {
    case "s":
      guard let place = Int(value), workbook.sharedTexts.indices.contains(place) else {
        throw XMLScanner.Fault(message: "the shared text \(value), which isn't there")
      }
      return .text(workbook.sharedTexts[place])
    case "str", "inlineStr": return .text(value)
    case "b": return .boolean(value == "1" || value == "true")
    case "e": return .error(value)
    case "d": return Instant(value).map(SheetCell.datetime) ?? .text(value)
    default:
      let bytes = Array(value.utf8)
      let isMoment =
        style.map {
          workbook.numberForms.indices.contains($0) && workbook.numberForms[$0] == .datetime
        }
        ?? false
      if !isMoment, let whole = NumberText.integer(bytes.span) { return .integer(whole) }
      guard let number = NumberText.double(bytes.span) else { return .text(value) }
      return isMoment
        ? .moment(number, countsFrom1904: workbook.countsFrom1904) : .double(number)
    }
  }

  /// The column of a place such as `AB12`, counted from 0.
  private static func column(_ place: String) -> Int? {
    var column = 0
    for byte in place.utf8 {
      guard byte >= 65, byte <= 90 else { break }
      column = column * 26 + Int(byte) - 64
    }
    return column > 0 && column <= 16_384 ? column - 1 : nil
  }

  /// Such as `AB`.
  static func letters(ofColumn column: Int) -> String {
    var (rest, letters) = (column + 1, "")
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
