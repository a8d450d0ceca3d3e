package import Diagnostics

/// A text with a cursor, edited by keys.
package struct LineEditor: Hashable, Sendable {
  package private(set) var characters: [Character] = []
  /// Between characters: 0 to their count.
  package private(set) var cursor = 0
  private var killed: [Character] = []

  package init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  package var text: String {
    get { String(characters) }
    set {
      characters = Array(newValue)
      cursor = characters.count
    }
  }

  package var isEmpty: Bool { characters.isEmpty }

  package var textBeforeCursor: String { String(characters[..<cursor]) }

  /// The cursor counted in scalars.
  package var cursorInScalars: Int {
    characters[..<cursor].reduce(0) { $0 + $1.unicodeScalars.count }
  }

  package mutating func insert(_ text: String) {
    // Joined anew: a combining mark typed alone belongs to the character before it.
    let before = Array(String(characters[..<cursor]) + text)
    characters = Array(String(before) + String(characters[cursor...]))
    cursor = min(before.count, characters.count)
  }

  /// Puts `text` in the place of a span of scalars and the cursor behind it.
  package mutating func replace(_ span: Span, with text: String) {
    let scalars = Array(String(characters).unicodeScalars)
    let start = min(span.start, scalars.count)
    let end = min(max(span.end, start), scalars.count)
    let before = Self.string(scalars[..<start]) + text
    characters = Array(before + Self.string(scalars[end...]))
    cursor = min(before.count, characters.count)
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }

  /// Performs an editing action; false for any other.
  package mutating func perform(_ action: KeyAction) -> Bool {
    switch action {
    case .moveLeft: cursor = max(0, cursor - 1)
    case .moveRight: cursor = min(characters.count, cursor + 1)
    case .wordLeft: cursor = wordStart
    case .wordRight: cursor = wordEnd
    case .lineStart: cursor = 0
    case .lineEnd: cursor = characters.count
    case .deleteBack: remove(max(0, cursor - 1)..<cursor)
    case .deleteForward: remove(cursor..<min(characters.count, cursor + 1))
    case .deleteWordBack: kill(wordStart..<cursor)
    case .deleteWordForward: kill(cursor..<wordEnd)
    case .killToStart: kill(0..<cursor)
    case .killToEnd: kill(cursor..<characters.count)
    case .yank: insert(String(killed))
    default: return false
    }
    return true
  }

  private mutating func remove(_ range: Range<Int>) {
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  private mutating func kill(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    killed = Array(characters[range])
    remove(range)
  }

  private func isPartOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  private var wordStart: Int {
    var place = cursor
    while place > 0, !isPartOfWord(characters[place - 1]) { place -= 1 }
    while place > 0, isPartOfWord(characters[place - 1]) { place -= 1 }
    return place
  }

  private var wordEnd: Int {
    var place = cursor
    while place < characters.count, !isPartOfWord(characters[place]) { place += 1 }
    while place < characters.count, isPartOfWord(characters[place]) { place += 1 }
    return place
  }
}
