/// Copying through the terminal.
package enum Clipboard {
  /// Terminals drop longer ones, some without a word.
  package static let longestText = 74_000

  /// The sequence OSC 52 with the text in base 64; a text too long is cut at a character.
  package static func sequence(copying text: String) -> [UInt8] {
    var bytes = Array(text.utf8.prefix(longestText))
    // A character cut in half loses its first bytes too.
    if bytes.count < text.utf8.count {
      while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
      if let last = bytes.last, last >= 0x80 { bytes.removeLast() }
    }
    return Array("\u{1B}]52;c;".utf8) + base64(bytes) + [0x07]
  }

  package static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
      for place in 0..<4 {
        let letter = Int(bits >> (18 - 6 * UInt32(place)) & 63)
        text.append(place <= group.count ? letters[letter] : UInt8(ascii: "="))
      }
    }
    return text
  }
}
