import Diagnostics

/// The texts that cells name by number.
enum SharedTexts {
  static func read(_ events: XMLEvents) throws(Diagnostic) -> [String] {
    var texts: [String] = []
    while let event = try events.next() {
      if case .start("si") = event { texts.append(try text(in: "si", events)) }
    }
    return texts
  }

  /// The text of an element, to its end: of its `t` elements, those that say how it is pronounced
  /// left out.
  static func text(in element: String, _ events: XMLEvents) throws(Diagnostic) -> String {
    var text = ""
    var isInText = false
    var isInPronunciation = false
    while let event = try events.next(), event != .end(element) {
      switch event {
      case .start("t"): isInText = true
      case .end("t"): isInText = false
      case .start("rPh"): isInPronunciation = true
      case .end("rPh"): isInPronunciation = false
      case .text(let part) where isInText && !isInPronunciation: text += part
      default: break
      }
    }
    return unescaped(text)
  }

  /// `_x000D_` stands for the letter of that number, which XML can't hold.
  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var place = 0
    while place < scalars.count {
      if place + 7 <= scalars.count, scalars[place] == "_", scalars[place + 1] == "x",
        scalars[place + 6] == "_",
        let value = UInt32(
          String(String.UnicodeScalarView(scalars[place + 2..<place + 6])),
          radix: 16
        ),
        let scalar = Unicode.Scalar(value)
      {
        result.append(scalar)
        place += 7
      } else {
        result.append(scalars[place])
        place += 1
      }
    }
    return String(result)
  }
}
