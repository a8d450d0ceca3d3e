/// Reads XML's tags and texts one after the other, as far as workbooks need them: elements by their
/// local names, attributes, texts, CDATA. Entities are the five of XML and numbers; others, which
/// a document type would declare, are refused.
struct XMLScanner {
  enum Token: Equatable {
    /// `isEmpty`: nothing is in it, and no end will come.
    case start(String, isEmpty: Bool)
    case end(String)
    case text(String)
  }

  struct Fault: Error {
    var message: String
  }

  private let bytes: [UInt8]
  private(set) var position = 0
  private var attributeRange = 0..<0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Nil at the end.
  mutating func next() throws(Fault) -> Token? {
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else { return .text(try text()) }
      if starts(with: "<!--") {
        try skip(past: "-->")
      } else if starts(with: "<![CDATA[") {
        let start = position + 9
        try skip(past: "]]>")
        return .text(String(decoding: bytes[start..<position - 3], as: UTF8.self))
      } else if starts(with: "<?") {
        try skip(past: "?>")
      } else if starts(with: "<!") {
        throw Fault(message: "a document type, expected none")
      } else {
        return try tag()
      }
    }
    return nil
  }

  /// Of the tag that `next` gave last.
  func attribute(_ name: String) throws(Fault) -> String? {
    var place = attributeRange.lowerBound
    let end = attributeRange.upperBound
    let wanted = Array(name.utf8)
    while place < end {
      while place < end, isBlank(bytes[place]) { place += 1 }
      let start = place
      while place < end, bytes[place] != UInt8(ascii: "="), !isBlank(bytes[place]) { place += 1 }
      let key = bytes[start..<place]
      while place < end, bytes[place] != UInt8(ascii: "\""), bytes[place] != UInt8(ascii: "'") {
        place += 1
      }
      guard place < end else { return nil }
      let quote = bytes[place]
      let valueStart = place + 1
      place = valueStart
      while place < end, bytes[place] != quote { place += 1 }
      if key.elementsEqual(wanted) { return try Self.decoded(bytes[valueStart..<place]) }
      place += 1
    }
    return nil
  }

  private mutating func tag() throws(Fault) -> Token {
    let isEnd = position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "/")
    position += isEnd ? 2 : 1
    var start = position
    while position < bytes.count, !isBlank(bytes[position]), bytes[position] != 0x3E,
      bytes[position] != UInt8(ascii: "/")
    {
      // What stands before a colon is the name space.
      if bytes[position] == UInt8(ascii: ":") { start = position + 1 }
      position += 1
    }
    let name = String(decoding: bytes[start..<position], as: UTF8.self)
    let attributes = position
    var quote: UInt8 = 0
    while position < bytes.count, quote != 0 || bytes[position] != 0x3E {
      let byte = bytes[position]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      position += 1
    }
    guard position < bytes.count else { throw Fault(message: "a tag that doesn't end") }
    let isEmpty = bytes[position - 1] == UInt8(ascii: "/")
    attributeRange = attributes..<max(attributes, isEmpty ? position - 1 : position)
    position += 1
    return isEnd ? .end(name) : .start(name, isEmpty: isEmpty)
  }

  private mutating func text() throws(Fault) -> String {
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
    return try Self.decoded(bytes[start..<position])
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) throws(Fault) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var text = String.UnicodeScalarView()
    var rest = String(decoding: bytes, as: UTF8.self).unicodeScalars[...]
    while let mark = rest.firstIndex(of: "&") {
      text.append(contentsOf: rest[..<mark])
      guard let end = rest[mark...].firstIndex(of: ";") else {
        throw Fault(message: "an '&' without its ';'")
      }
      let name = String(rest[rest.index(after: mark)..<end])
      guard let scalar = scalar(of: name) else {
        throw Fault(message: "the unknown entity '&\(name.prefix(20));'")
      }
      text.append(scalar)
      rest = rest[rest.index(after: end)...]
    }
    text.append(contentsOf: rest)
    return String(text)
  }

  private static func scalar(of name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
    case "apos": "'"
    case let name where name.hasPrefix("#x"):
      UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    case let name where name.hasPrefix("#"):
      UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
    default: nil
    }
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private func starts(with mark: StaticString) -> Bool {
    guard position + mark.utf8CodeUnitCount <= bytes.count else { return false }
    return bytes[position..<position + mark.utf8CodeUnitCount].elementsEqual(mark.description.utf8)
  }

  private mutating func skip(past mark: String) throws(Fault) {
    let wanted = Array(mark.utf8)
    while position + wanted.count <= bytes.count {
      if bytes[position] == wanted[0],
        bytes[position..<position + wanted.count].elementsEqual(wanted)
      {
        position += wanted.count
        return
      }
      position += 1
    }
    throw Fault(message: "no '\(mark)' to the end")
  }
}
