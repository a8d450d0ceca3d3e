import Diagnostics

/// The texts that cells name by number.
enum SharedTexts {
  static func read(_ bytes: [UInt8], _ name: String) throws(Diagnostic) -> [String] {
    var scanner = XMLScanner(bytes)
    var texts: [String] = []
    do throws(XMLScanner.Fault) {
      while let token = try scanner.next() {
        guard case .start("si", let isEmpty) = token else { continue }
        texts.append(isEmpty ? "" : try text(in: "si", &scanner))
      }
    } catch {
      throw .brokenPart("xl/sharedStrings.xml", error, at: scanner.position, in: name)
    }
    return texts
  }

  /// The text of an element, to its end: of its `t` elements, those that say how it is pronounced
  /// left out.
  static func text(
    in element: String,
    _ scanner: inout XMLScanner
  ) throws(XMLScanner.Fault) -> String {
    var text = ""
    var isInText = false
    var isInPronunciation = false
    while let token = try scanner.next() {
      switch token {
      case .start("t", let isEmpty): isInText = !isEmpty
      case .end("t"): isInText = false
      case .start("rPh", let isEmpty): isInPronunciation = !isEmpty
      case .end("rPh"): isInPronunciation = false
      case .end(element): return unescaped(text)
      case .text(let part) where isInText && !isInPronunciation: text += part
      default: break
      }
    }
    throw XMLScanner.Fault(message: "'\(element)' doesn't end")
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
