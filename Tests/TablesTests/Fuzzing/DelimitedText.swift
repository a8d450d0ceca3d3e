import Kernels
import Tables

/// Makes delimited text as files have it: a dialect, a header, rows of like cells, and faults here
/// and there.
struct DelimitedText {
  private var generator: RandomGenerator
  private let delimiter: String
  private let quote: String
  private let lineEnd: String
  private let tidiness: Double

  private static let delimiters = [",", ";", "\t", "|", "\u{1F}", "^", "~", " ", "  "]
  private static let lineEnds = ["\n", "\n", "\r\n", "\r", "\r\r\n"]

  init(_ generator: RandomGenerator) {
    self.generator = generator
    delimiter = self.generator.one(of: Self.delimiters)
    quote = self.generator.chance(0.8) ? "\"" : "'"
    lineEnd = self.generator.one(of: Self.lineEnds)
    tidiness = self.generator.one(of: [1, 0.99, 0.9, 0.5])
  }

  mutating func bytes() -> [UInt8] {
    let columns = (0..<generator.within(1...6)).map { _ in generator.one(of: CellForm.allCases) }
    var lines: [String] = []
    if generator.chance(0.2) {
      for _ in 0..<generator.within(1...5) { lines.append(preambleLine()) }
    }
    if generator.chance(0.8) { lines.append(headerLine(columns.count)) }
    for _ in 0..<generator.within(0...30) { lines.append(row(columns)) }
    var text = lines.joined(separator: lineEnd)
    if generator.chance(0.8) { text += lineEnd }
    return encoded(text)
  }

  private mutating func preambleLine() -> String {
    generator.one(of: [
      "", "   ", "Title", "# a comment", "# a,b;c", "sep=\(delimiter)", "key\(delimiter)value",
      "2024-01-31", "\u{FEFF}", "\"", "1",
    ])
  }

  private mutating func headerLine(_ count: Int) -> String {
    let names = (0..<max(1, count + (generator.chance(0.1) ? generator.within(-2...2) : 0))).map {
      place in
      generator.chance(0.8)
        ? "c\(place)" : generator.one(of: ["", " ", "x", "2019", "#", "a\nb", "'x'", "where", "é"])
    }
    return (generator.chance(0.05) ? "#" : "")
      + names.map { quoted($0) }.joined(separator: delimiter)
  }

  private mutating func row(_ columns: [CellForm]) -> String {
    if !isTidy() {
      return generator.one(of: ["", " ", "# remark", delimiter, "\(quote)", "total", "\r", "\0"])
    }
    var cells = columns.map { quoted(cell($0)) }
    if !isTidy() { cells.append(generator.one(of: ["", "more", "1"])) }
    if !isTidy() { cells.removeLast() }
    return cells.joined(separator: delimiter)
  }

  private mutating func cell(_ form: CellForm) -> String {
    if generator.chance(0.1) { return generator.one(of: ["", "NA", "-", "null", " ", "\\N"]) }
    let form = isTidy() ? form : generator.one(of: CellForm.allCases)
    return form.text(&generator)
  }

  private mutating func quoted(_ cell: String) -> String {
    if !isTidy() {
      return generator.one(of: [quote + cell, cell + quote, "\(quote)\(cell)\(quote)x", " " + cell])
    }
    let needsQuotes = cell.unicodeScalars.contains { "\"'\n\r,;\t| ".unicodeScalars.contains($0) }
    guard needsQuotes || generator.chance(0.1) else { return cell }
    let escape = generator.chance(0.9) ? quote + quote : "\\" + quote
    return quote + cell.replacing(quote, with: escape) + quote
  }

  private mutating func isTidy() -> Bool { generator.chance(tidiness) }

  private mutating func encoded(_ text: String) -> [UInt8] {
    let choice = generator.below(20)
    switch choice {
    case 0, 1:
      var bytes: [UInt8] = generator.chance(0.5) ? [0xFF, 0xFE] : []
      for unit in text.utf16 { bytes += [UInt8(unit & 255), UInt8(unit >> 8)] }
      return bytes
    case 2:
      var bytes: [UInt8] = generator.chance(0.5) ? [0xFE, 0xFF] : []
      for unit in text.utf16 { bytes += [UInt8(unit >> 8), UInt8(unit & 255)] }
      return bytes
    case 3: return text.unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : 0x3F }
    case 4: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    default: return Array(text.utf8)
    }
  }
}
