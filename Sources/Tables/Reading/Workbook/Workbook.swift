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
    guard let root = try archive.part("xl/workbook.xml") else {
      let what =
        archive.hasPart("content.xml")
        ? "an OpenDocument file, expected an Excel workbook (.xlsx)"
        : archive.hasPart("xl/workbook.bin")
          ? "a binary Excel workbook (.xlsb), expected an .xlsx"
          : "a zip file without an Excel workbook in it"
      throw Diagnostic(.data, "'\(name)' is \(what)", subject: name)
    }
    let targets = try Self.targets(archive.part("xl/_rels/workbook.xml.rels") ?? [], name)
    var sheets: [Sheet] = []
    var countsFrom1904 = false
    try Self.scan(root, "xl/workbook.xml", name) { (scanner, tag) throws(XMLScanner.Fault) in
      switch tag {
      case "workbookPr":
        let flag = try scanner.attribute("date1904")
        countsFrom1904 = flag == "1" || flag == "true"
      case "sheet":
        guard let sheet = try scanner.attribute("name"), let id = try scanner.attribute("r:id"),
          let path = targets[id]
        else { return }
        let state = try scanner.attribute("state")
        sheets.append(
          Sheet(name: sheet, isVisible: state == nil || state == "visible", path: path)
        )
      default: break
      }
    }
    self.sheets = sheets
    self.countsFrom1904 = countsFrom1904
    sharedTexts = try SharedTexts.read(archive.part("xl/sharedStrings.xml") ?? [], name)
    numberForms = try NumberForm.read(archive.part("xl/styles.xml") ?? [], name)
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

  /// Parts by their ids.
  private static func targets(
    _ bytes: [UInt8],
    _ name: String
  ) throws(Diagnostic) -> [String: String] {
    var targets: [String: String] = [:]
    try scan(bytes, "xl/_rels/workbook.xml.rels", name) { (scanner, tag) throws(XMLScanner.Fault) in
      guard tag == "Relationship", let id = try scanner.attribute("Id"),
        let target = try scanner.attribute("Target")
      else { return }
      targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
    }
    return targets
  }

  /// Calls `body` with each opening tag.
  static func scan(
    _ bytes: [UInt8],
    _ part: String,
    _ name: String,
    _ body: (_ scanner: XMLScanner, _ tag: String) throws(XMLScanner.Fault) -> Void
  ) throws(Diagnostic) {
    var scanner = XMLScanner(bytes)
    do throws(XMLScanner.Fault) {
      while let token = try scanner.next() {
        if case .start(let tag, _) = token { try body(scanner, tag) }
      }
    } catch {
      throw .brokenPart(part, error, at: scanner.position, in: name)
    }
  }
}

extension Diagnostic {
  static func brokenPart(
    _ part: String,
    _ fault: XMLScanner.Fault,
    at position: Int,
    in name: String
  ) -> Diagnostic {
    Diagnostic(
      .data,
      "'\(name)' is damaged: \(fault.message), in '\(part)' at byte \(position + 1)",
      subject: name
    )
  }
}
