/// Turns bytes of an encoding into UTF-8, some at a time.
struct Transcoder {
  private let encoding: TextEncoding
  /// Bytes that wait for the rest of their character.
  private var rest: [UInt8] = []
  private var isAtStart = true
  private var line = 1
  /// The first line that isn't what it should be, and how many there are.
  private(set) var brokenLines: (first: Int?, count: Int) = (nil, 0)
  private var lastBroken = 0
  private let table: [[UInt8]]

  /// Whether bytes wait for the rest of their character.
  var hasRest: Bool { !rest.isEmpty }

  init(_ encoding: TextEncoding) {
    self.encoding = encoding
    table = (0x80...0xFF).map { byte in
      let isWindows = encoding == .windows1252 && byte < 0xA0
      let value = isWindows ? TextEncoding.windows1252Scalars[byte - 0x80] : UInt32(byte)
      return Array(String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
    }
  }

  mutating func decode(_ bytes: ArraySlice<UInt8>, isLast: Bool, into output: inout [UInt8]) {
    var input = rest + bytes
    rest = []
    if isAtStart {
      guard input.count >= 3 || isLast else {
        rest = input
        return
      }
      isAtStart = false
      if TextEncoding.marked(input) == encoding { input.removeFirst(encoding == .utf8 ? 3 : 2) }
    }
    output.reserveCapacity(input.count * 2)
    switch encoding {
    case .utf8: decodeUTF8(input, isLast: isLast, into: &output)
    case .utf16LittleEndian, .utf16BigEndian: decodeUTF16(input, isLast: isLast, into: &output)
    case .windows1252, .latin1: decodeBytes(input, isLast: isLast, into: &output)
    }
  }

  private mutating func noteBroken() {
    guard lastBroken != line else { return }
    lastBroken = line
    brokenLines = (brokenLines.first ?? line, brokenLines.count + 1)
  }

  /// How many bytes the character at a place has; nil when it isn't UTF-8, 0 when more are needed.
  private func length(_ bytes: [UInt8], at place: Int) -> Int? {
    let first = bytes[place]
    if first < 0x80 { return 1 }
    let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4 else { return nil }
    for offset in 1..<count {
      guard place + offset < bytes.count else { return 0 }
      let byte = bytes[place + offset]
      guard byte & 0xC0 == 0x80 else { return nil }
      if offset == 1 {
        // No overlong forms, no surrogates, nothing beyond U+10FFFF.
        if first == 0xE0, byte < 0xA0 { return nil }
        if first == 0xED, byte > 0x9F { return nil }
        if first == 0xF0, byte < 0x90 { return nil }
        if first == 0xF4, byte > 0x8F { return nil }
      }
    }
    return count
  }

  private mutating func decodeUTF8(
    _ input: [UInt8],
    isLast: Bool,
    into output: inout [UInt8]
  ) {
    var place = 0
    while place < input.count {
      switch length(input, at: place) {
      case 0? where !isLast:
        rest = Array(input[place...])
        return
      case let count? where count > 0:
        output.append(contentsOf: input[place..<place + count])
        if input[place] == 0x0A { line += 1 }
        place += count
      default:
        noteBroken()
        output.append(contentsOf: [0xEF, 0xBF, 0xBD])
        place += 1
        // The bytes that belong to what broke off are no characters of their own.
        while place < input.count, input[place] & 0xC0 == 0x80 { place += 1 }
      }
    }
  }

  /// Notes the lines that aren't UTF-8 besides.
  private mutating func decodeBytes(
    _ input: [UInt8],
    isLast: Bool,
    into output: inout [UInt8]
  ) {
    var known = 0
    for (place, byte) in input.enumerated() {
      if byte < 0x80 {
        if byte == 0x0A { line += 1 }
        output.append(byte)
        continue
      }
      if place >= known {
        switch length(input, at: place) {
        case 0? where !isLast:
          rest = Array(input[place...])
          return
        case let count? where count > 0: known = place + count
        default:
          noteBroken()
          known = place + 1
        }
      }
      output.append(contentsOf: table[Int(byte) - 0x80])
    }
  }

  private mutating func decodeUTF16(
    _ input: [UInt8],
    isLast: Bool,
    into output: inout [UInt8]
  ) {
    var place = 0
    func unit(_ place: Int) -> UInt32 {
      encoding == .utf16LittleEndian
        ? UInt32(input[place + 1]) << 8 | UInt32(input[place])
        : UInt32(input[place]) << 8 | UInt32(input[place + 1])
    }
    while place + 1 < input.count {
      var value = unit(place)
      place += 2
      if value & 0xFC00 == 0xD800 {
        guard place + 1 < input.count || isLast else {
          rest = Array(input[(place - 2)...])
          return
        }
        if place + 1 < input.count, unit(place) & 0xFC00 == 0xDC00 {
          value = 0x10000 + ((value & 0x3FF) << 10) + (unit(place) & 0x3FF)
          place += 2
        }
      }
      if value == 0x0A { line += 1 }
      if value < 0x80 {
        output.append(UInt8(value))
      } else if let scalar = Unicode.Scalar(value) {
        output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      } else {
        noteBroken()
        output.append(contentsOf: [0xEF, 0xBF, 0xBD])
      }
    }
    if place < input.count {
      if isLast {
        noteBroken()
        output.append(contentsOf: [0xEF, 0xBF, 0xBD])
      } else {
        rest = Array(input[place...])
      }
    }
  }
}
