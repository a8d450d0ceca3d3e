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
  /// Someone had seen enough, and there are more rows.
  private(set) var isCutShort = false

  private let workbook: Workbook

  init(
    _ bytes: [UInt8],
    of workbook: Workbook,
    sheet: Workbook.Sheet,
    name: String,
    _ context: ReadingContext
  ) throws(Diagnostic) {
    self.workbook = workbook
    let events = XMLEvents(bytes, part: sheet.path, of: name)
    var rowNumber = -1
    var column = -1
    var row = Row(number: 0, cells: [])
    var hasEnough = false
    while let event = try events.next() {
      switch event {
      case .start("row"):
        rowNumber = events.attribute("r").flatMap(Int.init).map { $0 - 1 } ?? rowNumber + 1
        column = -1
        row = Row(number: rowNumber, cells: [])
      case .end("row"):
        if !row.cells.isEmpty {
          if hasEnough {
            isCutShort = true
            return
          }
          rows.append(row)
        }
        if rowNumber % 1_024 == 0 {
          try context.report(Progress("reading \(name)", done: events.position, of: bytes.count))
          hasEnough = context.enough.isCancelled
        }
      case .start("c"):
        column = events.attribute("r").flatMap(Self.column) ?? column + 1
        if let cell = try cell(events) { row.cells.append((column, cell)) }
      case .start("mergeCell"):
        if let range = events.attribute("ref") { mergedRanges.append(range) }
      default: break
      }
    }
  }

  /// From the cell's start to its end.
  private func cell(_ events: XMLEvents) throws(Diagnostic) -> SheetCell? {
    let type = events.attribute("t")
    let style = events.attribute("s").flatMap(Int.init)
    var value: String?
    var isValue = false
    var inline: String?
    while let event = try events.next(), event != .end("c") {
      switch event {
      case .start("v"): isValue = true
      case .end("v"): isValue = false
      case .text(let text) where isValue: value = (value ?? "") + text
      case .start("is"): inline = try SharedTexts.text(in: "is", events)
      default: break
      }
    }
    if let inline { return .text(inline) }
    guard let value else { return nil }
    if type == "s" {
      guard let place = Int(value), workbook.sharedTexts.indices.contains(place) else {
        throw events.fault("the shared text \(value), which isn't there")
      }
      return .text(workbook.sharedTexts[place])
    }
    return meaning(type, style, value)
  }

  private func meaning(_ type: String?, _ style: Int?, _ value: String) -> SheetCell {
    switch type {
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
