import Diagnostics

/// What a cell's number means, by its format.
enum NumberForm: Hashable, Sendable {
  case number
  case datetime

  /// By the places of the cells' styles.
  static func read(_ events: XMLEvents) throws(Diagnostic) -> [NumberForm] {
    var codes: [String: String] = [:]
    var forms: [NumberForm] = []
    var isInCellFormats = false
    while let event = try events.next() {
      switch event {
      case .start("numFmt"):
        if let id = events.attribute("numFmtId"), let code = events.attribute("formatCode") {
          codes[id] = code
        }
      case .start("cellXfs"): isInCellFormats = true
      case .end("cellXfs"): isInCellFormats = false
      case .start("xf") where isInCellFormats:
        let id = events.attribute("numFmtId") ?? "0"
        forms.append(codes[id].map(form(ofCode:)) ?? form(ofBuiltIn: Int(id) ?? 0))
      default: break
      }
    }
    return forms
  }

  /// The formats that every workbook has without saying so; 46 is a span of time.
  private static func form(ofBuiltIn id: Int) -> NumberForm {
    switch id {
    case 14...22, 27...36, 45, 47, 50...58: .datetime
    default: .number
    }
  }

  /// A date's or time's, by its letters: those in quotes, behind a backslash and in brackets are
  /// no part of it. `[h]` is a span of time, a number of days.
  static func form(ofCode code: String) -> NumberForm {
    var isQuoted = false
    var isInBrackets = false
    var bracket = ""
    var isSkipped = false
    for scalar in code.lowercased().unicodeScalars {
      if isSkipped {
        isSkipped = false
        continue
      }
      switch scalar {
      case "\"": isQuoted.toggle()
      case _ where isQuoted: break
      case "\\", "_", "*": isSkipped = true
      case "[":
        isInBrackets = true
        bracket = ""
      case "]":
        isInBrackets = false
        if !bracket.isEmpty, bracket.allSatisfy({ "hms".contains($0) }) { return .number }
      case _ where isInBrackets: bracket.unicodeScalars.append(scalar)
      case "y", "d", "h", "s", "m": return .datetime
      // What follows is for negative numbers.
      case ";": return .number
      default: break
      }
    }
    return .number
  }
}
