/// One key as it was pressed.
///
/// Letters come as the character typed, so Shift is not a modifier of theirs; Ctrl makes them
/// lower case.
package struct Key: Hashable, Sendable {
  package enum Code: Hashable, Sendable {
    case character(Character)
    case enter, tab, backspace, escape
    case up, down, left, right
    case home, end, pageUp, pageDown, insert, delete
    /// F1 is `function(1)`.
    case function(Int)
  }

  package struct Modifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let shift = Modifiers(rawValue: 1)
    package static let alt = Modifiers(rawValue: 2)
    package static let control = Modifiers(rawValue: 4)
  }

  package var code: Code
  package var modifiers: Modifiers

  package init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  package static func character(_ character: Character) -> Key { Key(.character(character)) }
  package static func control(_ character: Character) -> Key {
    Key(.character(character), .control)
  }
  package static func alt(_ character: Character) -> Key { Key(.character(character), .alt) }
  package static func function(_ number: Int) -> Key { Key(.function(number)) }

  package static let enter = Key(.enter)
  package static let tab = Key(.tab)
  package static let backTab = Key(.tab, .shift)
  package static let backspace = Key(.backspace)
  package static let escape = Key(.escape)
  package static let up = Key(.up)
  package static let down = Key(.down)
  package static let left = Key(.left)
  package static let right = Key(.right)
  package static let home = Key(.home)
  package static let end = Key(.end)
  package static let pageUp = Key(.pageUp)
  package static let pageDown = Key(.pageDown)
  package static let insert = Key(.insert)
  package static let delete = Key(.delete)

  /// The character to insert when the key is one that types text.
  package var text: Character? {
    guard modifiers.isEmpty, case .character(let character) = code else { return nil }
    return character
  }
}

extension Key: CustomStringConvertible {
  /// As a footer names it: `q`, `Ctrl-P`, `Alt-Enter`, `PgUp`, `F1`, `Space`.
  package var description: String {
    var words: [String] = []
    if modifiers.contains(.control) { words.append("Ctrl") }
    if modifiers.contains(.alt) { words.append("Alt") }
    if modifiers.contains(.shift) { words.append("Shift") }
    let isPlain = words.isEmpty
    switch code {
    case .character(" "): words.append("Space")
    case .character(let character):
      words.append(isPlain ? String(character) : character.uppercased())
    case .enter: words.append("Enter")
    case .tab: words.append("Tab")
    case .backspace: words.append("Backspace")
    case .escape: words.append("Esc")
    case .up: words.append("Up")
    case .down: words.append("Down")
    case .left: words.append("Left")
    case .right: words.append("Right")
    case .home: words.append("Home")
    case .end: words.append("End")
    case .pageUp: words.append("PgUp")
    case .pageDown: words.append("PgDn")
    case .insert: words.append("Ins")
    case .delete: words.append("Del")
    case .function(let number): words.append("F\(number)")
    }
    return words.joined(separator: "-")
  }
}
