import Diagnostics
import Kernels
import Language
import Tables
import Testing

/// What quotes open and close, against the rule spelled out, on every short text and many longer ones.
@Suite struct QuoteRuleTests {
  private static let letters = Array("\"z,\n".utf8)
  private static let columns = ["c1", "c2", "c3", "c4", "c5", "c6"]

  /// Cells as the rule says: a quote counts at a cell's start; it is closed by the first that a
  /// delimiter, a line's end or the end follows; pairs are letters; any other one inside is a
  /// letter too, until the cell has crossed a line's end, when the opening one is a letter instead.
  /// Without quotes an empty cell is missing.
  private func cells(of text: [UInt8]) -> [[String?]] {
    var rows: [[String?]] = []
    var row: [String?] = []
    var place = 0
    var isRowEnd = true
    while place < text.count || !isRowEnd {
      if let (inside, end) = quoted(text, place) {
        row.append(String(decoding: inside, as: UTF8.self))
        place = end
      } else {
        let cell = text[place...].prefix { !isEnd($0) }
        row.append(cell.isEmpty ? nil : String(decoding: cell, as: UTF8.self))
        place = cell.endIndex
      }
      isRowEnd = place >= text.count || text[place] == UInt8(ascii: "\n")
      place += 1
      if isRowEnd {
        rows.append(row)
        row = []
      }
    }
    return rows
  }

  private func quoted(_ text: [UInt8], _ open: Int) -> (inside: [UInt8], end: Int)? {
    let quote = UInt8(ascii: "\"")
    guard open < text.count, text[open] == quote else { return nil }
    var inside: [UInt8] = []
    var place = open + 1
    while place < text.count {
      if text[place] == quote {
        if place + 1 == text.count || isEnd(text[place + 1]) { return (inside, place + 1) }
        if text[place + 1] == quote {
          place += 1
        } else if inside.contains(UInt8(ascii: "\n")) {
          return nil
        }
      }
      inside.append(text[place])
      place += 1
    }
    return nil
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n")
  }

  /// All texts of so many letters.
  private func texts(_ length: Int) -> [[UInt8]] {
    (0..<length).reduce([[]]) { texts, _ in
      texts.flatMap { text in Self.letters.map { text + [$0] } }
    }
  }

  /// Longer ones, in which quotes that nothing closes meet others.
  private func longTexts(_ count: Int) -> [[UInt8]] {
    var generator = RandomGenerator(seed: Seed(11))
    return (0..<count).map { _ in
      (0..<generator.within(8...40)).map { _ in
        generator.chance(0.3) ? Self.letters[0] : generator.one(of: Self.letters)
      }
    }
  }

  private func expected(_ text: [UInt8]) -> [[String?]] {
    // Lines of nothing are no rows.
    cells(of: text).filter { $0 != [nil] }.map { row in
      Self.columns.indices.map { $0 < row.count ? row[$0] : nil }
    }
  }

  @Test(arguments: [1_000, 1, 2, 3, 5])
  func `texts have the cells of the rule, in blocks of any size`(blockSize: Int) throws {
    var options = ReadingOptions(
      delimiter: ",",
      quote: .mark("\""),
      header: false,
      kinds: Dictionary(uniqueKeysWithValues: Self.columns.map { ($0, .text) })
    )
    options.width = Self.columns.count
    options.comment = .absent
    options.skippedLineCount = 0
    var reader = CSVReader(options)
    reader.blockSize = blockSize
    reader.workerCount = 1
    for text in texts(5) + texts(6) + longTexts(10_000) {
      let expected = expected(text)
      guard case .success(let table) = reader.result(text) else {
        #expect(expected.isEmpty, "\(String(decoding: text, as: UTF8.self))")
        continue
      }
      let found = (0..<table.frame.rowCount).map { row in
        table.frame.columns.map { column -> String? in
          if case .text(let text) = column.value(at: row) { text } else { nil }
        }
      }
      if found != expected {
        Issue.record("\(String(decoding: text, as: UTF8.self).debugDescription): \(found)")
      }
    }
  }
}
