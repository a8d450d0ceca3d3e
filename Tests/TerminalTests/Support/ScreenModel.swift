import Canvas

/// What a terminal would show after the bytes it was sent.
///
/// It knows what curses sends for the usual terminals; every sequence it doesn't know is kept in
/// `unknown`, which tests expect to be empty.
struct ScreenModel {
  struct Cell: Equatable {
    /// Empty for the second half of a wide character.
    var text = " "
    var style = Style()
  }

  struct Style: Equatable {
    var foreground: Int?
    var background: Int?
    /// The SGR codes set: 1 bold, 2 dim, 3 italic, 4 underlined, 7 reversed.
    var attributes: Set<Int> = []
  }

  private(set) var columns: Int
  private(set) var rows: Int
  private(set) var cells: [[Cell]]
  private(set) var unknown: [String] = []
  private(set) var isAlternate = false
  private(set) var showsCursor = true
  private(set) var cursor = (row: 0, column: 0)
  /// The private modes that are on, such as 2004 for bracketed paste.
  private(set) var modes: Set<Int> = []
  /// Command strings as they came, such as `52;c;…`.
  private(set) var commands: [String] = []

  private var style = Style()
  private var region: ClosedRange<Int>
  private var main: [[Cell]] = []
  private var saved = (row: 0, column: 0, style: Style())
  private var wrapsNext = false
  /// Whether G0 and G1 are the line drawing set, and which of them is in use.
  private var drawsLines = [false, false]
  private var characterSet = 0
  private var lastCharacter = " "
  private var state = State.ground
  private var partial: [UInt8] = []

  private enum State {
    case ground, escape, control(String), command(String), commandEscape(String), designate(Int)
    case hash
  }

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Self.blank(columns, rows)
    region = 0...(rows - 1)
  }

  private static func blank(_ columns: Int, _ rows: Int) -> [[Cell]] {
    Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
  }

  /// The text of a row without trailing blanks.
  func row(_ y: Int) -> String {
    guard y >= 0, y < rows else { return "" }
    var text = cells[y].map(\.text).joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  var text: String { (0..<rows).map(row).joined(separator: "\n") }

  func contains(_ part: String) -> Bool { (0..<rows).contains { row($0).contains(part) } }

  /// The style of the first character of a text, wherever it stands.
  func style(of part: String) -> Style? {
    for y in 0..<rows {
      for x in 0..<columns where cells[y][x...].map(\.text).joined().hasPrefix(part) {
        return cells[y][x].style
      }
    }
    return nil
  }

  mutating func resize(columns: Int, rows: Int) {
    func fitted(_ cells: [[Cell]]) -> [[Cell]] {
      var fitted = Self.blank(columns, rows)
      for y in 0..<min(rows, cells.count) {
        for x in 0..<min(columns, cells[y].count) { fitted[y][x] = cells[y][x] }
      }
      return fitted
    }
    cells = fitted(cells)
    main = fitted(main)
    self.columns = columns
    self.rows = rows
    region = 0...(rows - 1)
    cursor = (min(cursor.row, rows - 1), min(cursor.column, columns - 1))
  }

  mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { feed(byte) }
  }

  private mutating func feed(_ byte: UInt8) {
    let character = String(Character(Unicode.Scalar(byte)))
    switch state {
    case .ground: ground(byte)
    case .escape: escape(character)
    case .control(let text):
      if byte >= 0x40, byte <= 0x7E {
        state = .ground
        control(text, character)
      } else {
        state = .control(text + character)
      }
    case .command(let text):
      if byte == 0x07 {
        finish(command: text)
      } else {
        state = byte == 0x1B ? .commandEscape(text) : .command(text + character)
      }
    case .commandEscape(let text): finish(command: text)
    case .designate(let set):
      drawsLines[set] = character == "0"
      state = .ground
    case .hash: state = .ground
    }
  }

  private mutating func finish(command: String) {
    commands.append(command)
    state = .ground
  }

  private mutating func ground(_ byte: UInt8) {
    switch byte {
    case 0x07, 0x00: break
    case 0x08:
      cursor.column = max(0, cursor.column - 1)
      wrapsNext = false
    case 0x09: cursor.column = min(columns - 1, (cursor.column / 8 + 1) * 8)
    case 0x0A: lineFeed()
    case 0x0D:
      cursor.column = 0
      wrapsNext = false
    case 0x0E: characterSet = 1
    case 0x0F: characterSet = 0
    case 0x1B: state = .escape
    case 0x20..<0x7F:
      let plain = Unicode.Scalar(byte)
      let drawn = drawsLines[characterSet] ? Self.lineDrawing[plain] ?? plain : plain
      put(String(Character(drawn)))
    case 0x80...: collect(byte)
    default: unknown.append("control \(byte)")
    }
  }

  private static let lineDrawing: [Unicode.Scalar: Unicode.Scalar] = [
    "q": "─", "x": "│", "l": "┌", "k": "┐", "m": "└", "j": "┘", "n": "┼", "t": "├", "u": "┤",
    "v": "┴", "w": "┬",
  ]

  /// Gathers the bytes of a character outside ASCII.
  private mutating func collect(_ byte: UInt8) {
    partial.append(byte)
    guard let first = partial.first else { return }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard partial.count >= length else { return }
    let text = String(decoding: partial, as: UTF8.self)
    partial = []
    if text.contains("\u{FFFD}") { unknown.append("bytes that are no character") }
    put(text)
  }

  private mutating func put(_ text: String) {
    let width =
      text.unicodeScalars.first.map { $0.properties.isGraphemeExtend } == true
      ? 0 : displayWidth(of: text)
    guard width > 0 else {
      let column = wrapsNext ? cursor.column : max(0, cursor.column - 1)
      cells[cursor.row][column].text += text
      return
    }
    if wrapsNext || cursor.column + width > columns {
      cursor.column = 0
      lineFeed()
    }
    wrapsNext = false
    lastCharacter = text
    cells[cursor.row][cursor.column] = Cell(text: text, style: style)
    if width == 2, cursor.column + 1 < columns {
      cells[cursor.row][cursor.column + 1] = Cell(text: "", style: style)
    }
    if cursor.column + width >= columns {
      cursor.column = columns - 1
      wrapsNext = true
    } else {
      cursor.column += width
    }
  }

  private mutating func lineFeed() {
    wrapsNext = false
    if cursor.row == region.upperBound {
      scroll(from: region.lowerBound, by: 1)
    } else {
      cursor.row = min(rows - 1, cursor.row + 1)
    }
  }

  /// Moves the rows from `top` to the region's end up (or down when negative).
  private mutating func scroll(from top: Int, by count: Int) {
    let blank = Array(repeating: Cell(text: " ", style: erased), count: columns)
    for _ in 0..<min(abs(count), rows) {
      if count > 0 {
        cells.remove(at: top)
        cells.insert(blank, at: region.upperBound)
      } else {
        cells.remove(at: region.upperBound)
        cells.insert(blank, at: top)
      }
    }
  }

  /// Erasing keeps the background colour.
  private var erased: Style { Style(background: style.background) }

  private mutating func escape(_ character: String) {
    state = .ground
    switch character {
    case "[": state = .control("")
    case "]", "P", "_", "^": state = .command("")
    case "(": state = .designate(0)
    case ")": state = .designate(1)
    case "#": state = .hash
    case "7": saved = (cursor.row, cursor.column, style)
    case "8":
      cursor = (saved.row, saved.column)
      style = saved.style
    case "M":
      if cursor.row == region.lowerBound {
        scroll(from: region.lowerBound, by: -1)
      } else {
        cursor.row = max(0, cursor.row - 1)
      }
    case "D": lineFeed()
    case "E":
      cursor.column = 0
      lineFeed()
    case "=", ">", "c", "\\": break
    default: unknown.append("ESC \(character)")
    }
  }

  private mutating func control(_ text: String, _ final: String) {
    let isPrivate = text.hasPrefix("?")
    guard text.allSatisfy({ "?0123456789;".contains($0) }) else {
      // Queries and settings of newer terminals that change no cell.
      if !["!p", ">c"].contains(text + final), !text.hasPrefix(">") {
        unknown.append("CSI \(text)\(final)")
      }
      return
    }
    let numbers = text.drop { $0 == "?" }.split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }
    let count = max(1, numbers.first ?? 1)
    if isPrivate {
      setModes(numbers, final)
      return
    }
    if final != "m", final != "b" { wrapsNext = false }
    switch final {
    case "A": cursor.row = max(0, cursor.row - count)
    case "B", "e": cursor.row = min(rows - 1, cursor.row + count)
    case "C", "a": cursor.column = min(columns - 1, cursor.column + count)
    case "D": cursor.column = max(0, cursor.column - count)
    case "G", "`": cursor.column = min(columns, count) - 1
    case "d": cursor.row = min(rows, count) - 1
    case "H", "f":
      cursor.row = min(rows, count) - 1
      cursor.column = min(columns, max(1, numbers.count > 1 ? numbers[1] : 1)) - 1
    case "J": eraseScreen(numbers.first ?? 0)
    case "K": eraseRow(numbers.first ?? 0)
    case "X": erase(cursor.row, cursor.column..<min(columns, cursor.column + count))
    case "P":
      cells[cursor.row].removeSubrange(cursor.column..<min(columns, cursor.column + count))
      while cells[cursor.row].count < columns { cells[cursor.row].append(Cell(style: erased)) }
    case "@":
      let blanks = Array(repeating: Cell(style: erased), count: count)
      cells[cursor.row].insert(contentsOf: blanks, at: cursor.column)
      cells[cursor.row].removeSubrange(columns...)
    case "L": if region.contains(cursor.row) { scroll(from: cursor.row, by: -count) }
    case "M": if region.contains(cursor.row) { scroll(from: cursor.row, by: count) }
    case "S": scroll(from: region.lowerBound, by: count)
    case "T": scroll(from: region.lowerBound, by: -count)
    case "Z": cursor.column = max(0, (cursor.column - 1) / 8 * 8)
    case "b": for _ in 0..<count { put(lastCharacter) }
    case "r":
      let last = numbers.count > 1 && numbers[1] > 0 ? min(rows, numbers[1]) : rows
      region = min(count - 1, last - 1)...(last - 1)
      cursor = (0, 0)
    case "m": setStyle(numbers)
    case "h", "l", "t", "n", "c": break
    default: unknown.append("CSI \(text)\(final)")
    }
  }

  private mutating func setModes(_ numbers: [Int], _ final: String) {
    guard final == "h" || final == "l" else {
      // The Linux console sets the shape of its cursor by ?…c.
      if final != "c" { unknown.append("CSI ?\(numbers)\(final)") }
      return
    }
    let isOn = final == "h"
    for number in numbers {
      if isOn { modes.insert(number) } else { modes.remove(number) }
      switch number {
      case 25: showsCursor = isOn
      case 47, 1047, 1049:
        guard isAlternate != isOn else { continue }
        isAlternate = isOn
        if isOn {
          main = cells
          cells = Self.blank(columns, rows)
        } else {
          cells = main
        }
      case 1, 3, 4, 5, 7, 12, 1000, 1002, 1004, 1006, 1034, 2004: break
      default: unknown.append("mode \(number)")
      }
    }
  }

  private mutating func eraseScreen(_ part: Int) {
    switch part {
    case 0:
      erase(cursor.row, cursor.column..<columns)
      for y in cursor.row + 1..<max(rows, cursor.row + 1) { erase(y, 0..<columns) }
    case 1:
      erase(cursor.row, 0..<cursor.column + 1)
      for y in 0..<cursor.row { erase(y, 0..<columns) }
    default: for y in 0..<rows { erase(y, 0..<columns) }
    }
  }

  private mutating func eraseRow(_ part: Int) {
    switch part {
    case 0: erase(cursor.row, cursor.column..<columns)
    case 1: erase(cursor.row, 0..<cursor.column + 1)
    default: erase(cursor.row, 0..<columns)
    }
  }

  private mutating func erase(_ y: Int, _ range: Range<Int>) {
    for x in range { cells[y][x] = Cell(style: erased) }
  }

  private mutating func setStyle(_ numbers: [Int]) {
    var rest = (numbers.isEmpty ? [0] : numbers)[...]
    while let code = rest.popFirst() {
      switch code {
      case 0: style = Style()
      case 1, 2, 3, 4, 7: style.attributes.insert(code)
      case 5, 8: break
      case 22: style.attributes.subtract([1, 2])
      case 23, 24, 27: style.attributes.remove(code - 20)
      case 30...37: style.foreground = code - 30
      case 40...47: style.background = code - 40
      case 90...97: style.foreground = code - 82
      case 100...107: style.background = code - 92
      case 39: style.foreground = nil
      case 49: style.background = nil
      case 38 where rest.first == 5 && rest.count > 1:
        style.foreground = rest.dropFirst().first
        rest = rest.dropFirst(2)
      case 48 where rest.first == 5 && rest.count > 1:
        style.background = rest.dropFirst().first
        rest = rest.dropFirst(2)
      // The console's and the VT's own ways to change the character set.
      case 10: drawsLines[0] = false
      case 11: drawsLines[0] = true
      default: unknown.append("SGR \(code)")
      }
    }
  }
}
