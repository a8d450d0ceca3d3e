import Diagnostics
import Language

/// An Excel workbook: its sheets by name, its shared texts and the formats of its cells.
struct Workbook {
  struct Sheet {
    var name: String
    var isVisible: Bool
    /// The part that holds it.
    var path: String
  }

  let sheets: [Sheet]
  let sharedTexts: [String]
  /// What the numbers of a style mean, by the style's place.
  let numberForms: [NumberForm]
  /// Days are counted from 1904 and not from 1900.
  let countsFrom1904: Bool

  private let archive: ZipArchive
  private let name: String

  init(_ archive: ZipArchive, name: String) throws(Diagnostic) {
    self.archive = archive
    self.name = name
    guard let root = try Self.events("xl/workbook.xml", in: archive, name) else {
      let what =
        try archive.hasPart("content.xml")
        ? "an OpenDocument file, expected an Excel workbook (.xlsx)"
        : archive.hasPart("xl/workbook.bin")
          ? "a binary Excel workbook (.xlsb), expected an .xlsx"
          : "a zip file without an Excel workbook in it"
      throw Diagnostic(.data, "'\(name)' is \(what)", subject: name)
    }
    let targets =
      try Self.events("xl/_rels/workbook.xml.rels", in: archive, name)
      .map(Self.targets) ?? [:]
    var sheets: [Sheet] = []
    var countsFrom1904 = false
    while let event = try root.next() {
      switch event {
      case .start("workbookPr"):
        let flag = root.attribute("date1904")
        countsFrom1904 = flag == "1" || flag == "true"
      case .start("sheet"):
        guard let sheet = root.attribute("name"), let id = root.attribute("r:id"),
          let path = targets[id]
        else { continue }
        let state = root.attribute("state")
        sheets.append(
          Sheet(name: sheet, isVisible: state == nil || state == "visible", path: path)
        )
      default: break
      }
    }
    self.sheets = sheets
    self.countsFrom1904 = countsFrom1904
    sharedTexts =
      try Self.events("xl/sharedStrings.xml", in: archive, name).map(SharedTexts.read) ?? []
    numberForms = try Self.events("xl/styles.xml", in: archive, name).map(NumberForm.read) ?? []
  }

  func bytes(of sheet: Sheet) throws(Diagnostic) -> [UInt8] {
    guard let bytes = try archive.part(sheet.path) else {
      throw Diagnostic(
        .data,
        "'\(name)' has no part '\(sheet.path)' for its sheet '\(sheet.name)'",
        subject: name
      )
    }
    return bytes
  }

  /// Nil when there is no such part.
  private static func events(
    _ part: String,
    in archive: ZipArchive,
    _ name: String
  ) throws(Diagnostic) -> XMLEvents? {
    try archive.part(part).map { XMLEvents($0, part: part, of: name) }
  }

  /// Parts by their ids.
  private static func targets(_ events: XMLEvents) throws(Diagnostic) -> [String: String] {
    var targets: [String: String] = [:]
    while let event = try events.next() {
      guard event == .start("Relationship"), let id = events.attribute("Id"),
        let target = events.attribute("Target")
      else { continue }
      targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
    }
    return targets
  }
}
