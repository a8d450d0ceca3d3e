internal import Canvas

/// What a sequence after ESC [ or ESC O means, from its parameters and its last byte.
struct ControlSequence {
  /// The first of each parameter's parts; absent ones are 0.
  private let numbers: [Int]
  /// The parts after a colon of the second parameter: the kind of event in extended keys.
  private let eventKind: Int
  private let prefix: UInt8?
  private let final: UInt8

  init(parameters: [UInt8], final: UInt8) {
    self.final = final
    let isPrivate = parameters.first.map { (0x3C...0x3F).contains($0) } ?? false
    prefix = isPrivate ? parameters.first : nil
    let digits = parameters.drop { (0x3C...0x3F).contains($0) }
    let fields =
      (digits.isEmpty
      ? [] : digits.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false))
      .map { $0.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false) }
    numbers = fields.map { $0.first.map(Self.number) ?? 0 }
    eventKind = fields.count > 1 && fields[1].count > 1 ? Self.number(fields[1][1]) : 0
  }

  /// Digits read up to a million; anything else counts as 0.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.reduce(0) { value, byte in
      (0x30...0x39).contains(byte) ? min(value * 10 + Int(byte - 0x30), 1_000_000) : 0
    }
  }

  private func number(_ place: Int) -> Int { place < numbers.count ? numbers[place] : 0 }

  var beginsPaste: Bool { final == UInt8(ascii: "~") && prefix == nil && number(0) == 200 }

  /// Nil for a sequence that means nothing to us.
  var input: Input? {
    if prefix == UInt8(ascii: "<") { return mouse.map { .mouse($0) } }
    guard prefix == nil else { return nil }
    // A key let go, reported by terminals that were told to.
    if eventKind == 3 { return nil }
    switch final {
    case UInt8(ascii: "I") where numbers.isEmpty: return .focus(true)
    case UInt8(ascii: "O") where numbers.isEmpty: return .focus(false)
    case UInt8(ascii: "Z"): return .key(.backTab)
    case UInt8(ascii: "~"):
      if number(0) == 27 { return character(number(2), modifiers(number(1))).map { .key($0) } }
      return Self.numbered[number(0)].map { .key(Key($0, modifiers(number(1)))) }
    case UInt8(ascii: "u"): return character(number(0), modifiers(number(1))).map { .key($0) }
    default:
      // ESC O 5 C has its modifiers first.
      let wanted = numbers.count == 1 ? number(0) : number(1)
      return Self.lettered[final].map { .key(Key($0, modifiers(wanted))) }
    }
  }

  /// Keys of the number block, which send ESC O and a letter.
  var keypadInput: Input? {
    switch final {
    case UInt8(ascii: "M"): .key(.enter)
    case UInt8(ascii: "I"): .key(.tab)
    case UInt8(ascii: "X"): .key(.character("="))
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      .key(Key(KeyDecoder.code(UInt32(final) - 0x40)))
    default: nil
    }
  }

  private static let lettered: [UInt8: Key.Code] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right,
    UInt8(ascii: "D"): .left, UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end,
    UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2),
    UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
  ]

  private static let numbered: [Int: Key.Code] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]

  private func modifiers(_ number: Int) -> Key.Modifiers {
    guard number > 1 else { return [] }
    return Key.Modifiers(rawValue: UInt8((number - 1) & 7))
  }

  /// An extended key: a character by its number, with modifiers.
  private func character(_ value: Int, _ modifiers: Key.Modifiers) -> Key? {
    switch value {
    case 9: return Key(.tab, modifiers)
    case 13: return Key(.enter, modifiers)
    case 27: return Key(.escape, modifiers)
    case 8, 127: return Key(.backspace, modifiers)
    // Private numbers of keys that aren't characters.
    case ..<0x20, 0x80..<0xA0, 0xE000...0xF8FF: return nil
    default:
      guard let scalar = Unicode.Scalar(UInt32(value)) else { return nil }
      let typed = Character(scalar)
      if modifiers.contains(.control) || modifiers.contains(.alt) {
        let lower = typed.lowercased()
        return Key(.character(lower.count == 1 ? Character(lower) : typed), modifiers)
      }
      let upper = typed.uppercased()
      return modifiers.contains(.shift) && upper.count == 1
        ? .character(Character(upper)) : .character(typed)
    }
  }

  private var mouse: MouseEvent? {
    guard numbers.count == 3, number(1) > 0, number(2) > 0 else { return nil }
    let code = number(0)
    let point = Point(number(1) - 1, number(2) - 1)
    var modifiers: Key.Modifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    let isRelease = final == UInt8(ascii: "m")
    guard isRelease || final == UInt8(ascii: "M") else { return nil }
    if code & 64 != 0 {
      if isRelease { return nil }
      let wheels: [MouseEvent.Action] = [.wheelUp, .wheelDown, .wheelLeft, .wheelRight]
      return MouseEvent(wheels[code & 3], at: point, modifiers)
    }
    let buttons: [MouseEvent.Button] = [.left, .middle, .right]
    // 3 is a move without a button, 128 and more are buttons nobody has.
    guard code & 3 < 3, code < 128 else { return nil }
    let button = buttons[code & 3]
    let isDrag = code & 32 != 0
    return MouseEvent(
      isRelease ? .release(button) : isDrag ? .drag(button) : .press(button),
      at: point,
      modifiers
    )
  }
}
