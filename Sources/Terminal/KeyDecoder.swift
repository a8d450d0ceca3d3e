package import Canvas

/// Turns the bytes a terminal sends into keys, mouse events and pastes.
///
/// A pure state machine: bytes may come cut anywhere, and what it doesn't know is swallowed whole
/// instead of being typed. An escape byte alone is a key only when nothing follows: the caller
/// waits `escapeDelay` while `isWaiting` and then calls `timeout`.
package struct KeyDecoder: Sendable {
  private enum State {
    case ground
    /// Inside a character: bytes still to come, bits so far, the least value of that length.
    case character(remaining: Int, value: UInt32, least: UInt32)
    case escape
    /// After ESC [: the parameter and intermediate bytes so far.
    case control([UInt8])
    /// After ESC O: digits so far.
    case single([UInt8])
    /// A command string after ESC and its introducer, ended by BEL or ESC \.
    case string(UInt8, isEmpty: Bool, afterEscape: Bool)
    /// Bytes of an old mouse report or of a Linux console's function key.
    case skipping(Int)
    case consoleFunction
    case paste([UInt8])
  }

  /// How long a lone escape byte waits for more, in milliseconds.
  package static let escapeDelay = 25
  private static let longestSequence = 64
  private static let longestPaste = 64 << 20
  private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

  private var state = State.ground
  /// Whether the character being read came after an escape byte.
  private var isAlt = false

  package init() {}

  /// Whether the bytes so far are a key of their own if no more come soon.
  package var isWaiting: Bool {
    switch state {
    case .escape, .string: true
    case .control(let bytes), .single(let bytes): bytes.isEmpty
    default: false
    }
  }

  package mutating func feed(_ bytes: some Sequence<UInt8>) -> [Input] {
    var found: [Input] = []
    for byte in bytes { feed(byte, &found) }
    return found
  }

  /// Nothing more came: the escape byte was a key.
  package mutating func timeout() -> [Input] {
    guard isWaiting else { return [] }
    defer { state = .ground }
    switch state {
    case .control: return [.key(.alt("["))]
    case .single: return [.key(.alt("O"))]
    case .string(let first, let isEmpty, _):
      return isEmpty ? [.key(Key(Self.code(UInt32(first)), .alt))] : []
    default: return [.key(.escape)]
    }
  }

  private mutating func feed(_ byte: UInt8, _ found: inout [Input]) {
    switch state {
    case .ground: ground(byte, &found)
    case .character(let remaining, let value, let least):
      character(byte, remaining, value, least, &found)
    case .escape: escape(byte, &found)
    case .control(let bytes): control(byte, bytes, &found)
    case .single(let bytes): single(byte, bytes, &found)
    case .string(let first, _, let afterEscape):
      let isEnd = byte == 0x07 || (afterEscape && byte == UInt8(ascii: "\\"))
      state = isEnd ? .ground : .string(first, isEmpty: false, afterEscape: byte == 0x1B)
    case .skipping(let count): state = count > 1 ? .skipping(count - 1) : .ground
    case .consoleFunction:
      state = .ground
      if (0x41...0x45).contains(byte) { found.append(.key(.function(Int(byte) - 0x40))) }
    case .paste(var bytes):
      // Released first: else every byte would copy the text so far.
      state = .ground
      bytes.append(byte)
      let isEnd = byte == UInt8(ascii: "~") && bytes.suffix(6).elementsEqual(Self.pasteEnd)
      if isEnd || bytes.count >= Self.longestPaste {
        found.append(.paste(Self.pasted(isEnd ? bytes.dropLast(6) : bytes[...])))
      } else {
        state = .paste(bytes)
      }
    }
  }

  private mutating func ground(_ byte: UInt8, _ found: inout [Input]) {
    isAlt = false
    if byte == 0x1B {
      state = .escape
    } else {
      plain(byte, &found)
    }
  }

  private mutating func escape(_ byte: UInt8, _ found: inout [Input]) {
    state = .ground
    switch byte {
    case 0x1B:
      found.append(.key(.escape))
      state = .escape
    case UInt8(ascii: "["): state = .control([])
    case UInt8(ascii: "O"): state = .single([])
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      // Answers to questions we don't ask; typed by hand with Alt they come alone.
      state = .string(byte, isEmpty: true, afterEscape: false)
    default:
      isAlt = true
      plain(byte, &found)
    }
  }

  /// A byte outside any sequence: a control key or the beginning of a character.
  private mutating func plain(_ byte: UInt8, _ found: inout [Input]) {
    state = .ground
    switch byte {
    case 0x00: add(.character(" "), .control, &found)
    case 0x08, 0x7F: add(.backspace, [], &found)
    case 0x09: add(.tab, [], &found)
    case 0x0D: add(.enter, [], &found)
    case 0x1B: state = .escape
    case 0x01...0x1A: add(Self.code(UInt32(byte) + 0x60), .control, &found)
    case 0x1C...0x1F: add(Self.code(UInt32(byte) + 0x40), .control, &found)
    case 0x20..<0x7F: add(Self.code(UInt32(byte)), [], &found)
    case 0xC2...0xDF:
      state = .character(remaining: 1, value: UInt32(byte & 0x1F), least: 0x80)
    case 0xE0...0xEF:
      state = .character(remaining: 2, value: UInt32(byte & 0x0F), least: 0x800)
    case 0xF0...0xF4:
      state = .character(remaining: 3, value: UInt32(byte & 0x07), least: 0x1_0000)
    default: add(.character("\u{FFFD}"), [], &found)
    }
  }

  private mutating func character(
    _ byte: UInt8,
    _ remaining: Int,
    _ value: UInt32,
    _ least: UInt32,
    _ found: inout [Input]
  ) {
    guard byte & 0xC0 == 0x80 else {
      add(.character("\u{FFFD}"), [], &found)
      ground(byte, &found)
      return
    }
    let value = value << 6 | UInt32(byte & 0x3F)
    if remaining > 1 {
      state = .character(remaining: remaining - 1, value: value, least: least)
      return
    }
    state = .ground
    guard value >= least, let scalar = Unicode.Scalar(value) else {
      add(.character("\u{FFFD}"), [], &found)
      return
    }
    // The second set of controls is nobody's key.
    if value >= 0xA0 { add(.character(Character(scalar)), [], &found) }
  }

  private mutating func add(
    _ code: Key.Code,
    _ modifiers: Key.Modifiers,
    _ found: inout [Input]
  ) {
    found.append(.key(Key(code, isAlt ? modifiers.union(.alt) : modifiers)))
    isAlt = false
  }

  static func code(_ value: UInt32) -> Key.Code {
    .character(Unicode.Scalar(value).map { Character($0) } ?? "\u{FFFD}")
  }

  private mutating func control(_ byte: UInt8, _ bytes: [UInt8], _ found: inout [Input]) {
    switch byte {
    case 0x20...0x3F:
      // Too long for any sequence: what follows is swallowed up to its last byte.
      state = .control(bytes.count < Self.longestSequence ? bytes + [byte] : bytes)
    case UInt8(ascii: "[") where bytes.isEmpty: state = .consoleFunction
    case UInt8(ascii: "M") where bytes.isEmpty: state = .skipping(3)
    case 0x40...0x7E:
      state = .ground
      let sequence = ControlSequence(parameters: bytes, final: byte)
      if sequence.beginsPaste {
        state = .paste([])
      } else if let input = sequence.input {
        found.append(input)
      }
    default: ground(byte, &found)
    }
  }

  private mutating func single(_ byte: UInt8, _ bytes: [UInt8], _ found: inout [Input]) {
    switch byte {
    case 0x30...0x39 where bytes.count < Self.longestSequence: state = .single(bytes + [byte])
    case 0x40...0x7E:
      state = .ground
      let sequence = ControlSequence(parameters: bytes, final: byte)
      if let input = sequence.keypadInput ?? sequence.input { found.append(input) }
    default: ground(byte, &found)
    }
  }

  /// Line ends become line feeds; other controls, which could not have been typed, are left out.
  private static func pasted(_ bytes: ArraySlice<UInt8>) -> String {
    var text = ""
    var last: Unicode.Scalar = " "
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\r": text += "\n"
      case "\n": if last != "\r" { text += "\n" }
      case "\t": text += "\t"
      default:
        if scalar.value >= 0x20, !(0x7F..<0xA0).contains(scalar.value) {
          text.unicodeScalars.append(scalar)
        }
      }
      last = scalar
    }
    return text
  }
}
