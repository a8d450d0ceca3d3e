import Diagnostics
import Language

/// The rows of a JSON text, wherever in it they stand.
struct JSONDocument {
  private(set) var table = ObjectTable()
  private let wanted: String?
  private let rowLimit: Int
  /// Of an object around the rows: the key they stand under.
  private var key: String?
  /// Keys under which there are rows too, that weren't asked for.
  private var otherTables: [String] = []
  private var otherKeys: [String] = []
  private var isOneObject = false
  /// It was stopped, and there are more rows.
  private(set) var isCutShort = false

  init(wanted: String?, rowLimit: Int?) {
    self.wanted = wanted
    self.rowLimit = rowLimit ?? .max
  }

  /// - Parameter isStopped: asked from time to time; the rows so far are then all.
  mutating func read(
    _ scanner: inout JSONScanner,
    _ bytes: borrowing Swift.Span<UInt8>,
    isStopped: (Progress) -> Bool
  ) throws(JSONScanner.Fault) {
    switch scanner.peek(bytes) {
    case UInt8(ascii: "["):
      if try appendArray(&scanner, bytes, isStopped) { try expectEnd(&scanner, bytes) }
    case UInt8(ascii: "{"):
      var ahead = scanner
      if try appendHeldArray(&ahead, bytes, isStopped) {
        scanner = ahead
        return
      }
      while scanner.peek(bytes) != nil, table.rowCount < rowLimit {
        try table.appendRow(&scanner, bytes)
      }
      isOneObject = table.rowCount == 1
    case .none: throw JSONScanner.Fault(message: "an empty file, expected JSON", isCutOff: false)
    default: throw scanner.expected("an array of objects, or an object", bytes)
    }
  }

  private func expectEnd(
    _ scanner: inout JSONScanner,
    _ bytes: borrowing Swift.Span<UInt8>
  ) throws(JSONScanner.Fault) {
    if scanner.peek(bytes) != nil { throw scanner.expected("the end behind the array", bytes) }
  }

  /// - Returns: false when it was stopped before the array's end.
  private mutating func appendArray(
    _ scanner: inout JSONScanner,
    _ bytes: borrowing Swift.Span<UInt8>,
    _ isStopped: (Progress) -> Bool
  ) throws(JSONScanner.Fault) -> Bool {
    try scanner.expect(UInt8(ascii: "["), "an array", bytes)
    if scanner.take(UInt8(ascii: "]"), bytes) { return true }
    repeat {
      guard let first = scanner.peek(bytes), first == UInt8(ascii: "{") else {
        throw scanner.expected("an object for row \(table.rowCount + 1)", bytes)
      }
      try table.appendRow(&scanner, bytes)
      if table.rowCount >= rowLimit { return false }
      if table.rowCount % 8_192 == 0,
        isStopped(Progress("reading JSON", done: scanner.position, of: bytes.count))
      {
        isCutShort = scanner.peek(bytes) == UInt8(ascii: ",")
        return false
      }
    } while scanner.take(UInt8(ascii: ","), bytes)
    try scanner.expect(UInt8(ascii: "]"), "',' or ']'", bytes)
    return true
  }

  /// The array of objects that an object holds: the only one, or the one that is wanted.
  ///
  /// - Returns: false when it holds none, or isn't the only object; there are no rows then.
  private mutating func appendHeldArray(
    _ scanner: inout JSONScanner,
    _ bytes: borrowing Swift.Span<UInt8>,
    _ isStopped: (Progress) -> Bool
  ) throws(JSONScanner.Fault) -> Bool {
    try scanner.expect(UInt8(ascii: "{"), "an object", bytes)
    if scanner.take(UInt8(ascii: "}"), bytes) { return false }
    var skipped: [UInt8] = []
    var name: [UInt8] = []
    repeat {
      guard scanner.peek(bytes) == UInt8(ascii: "\"") else {
        throw scanner.expected("a key in quotes", bytes)
      }
      let text: String
      if let range = try scanner.string(bytes, into: &name) {
        name = []
        for index in range { name.append(bytes[index]) }
      }
      text = String(decoding: name, as: UTF8.self)
      try scanner.expect(UInt8(ascii: ":"), "':'", bytes)
      if isArrayOfObjects(scanner, bytes) {
        if key == nil, wanted == nil || wanted == text {
          key = text
          guard try appendArray(&scanner, bytes, isStopped) else { return true }
          continue
        }
        otherTables.append(text)
      } else {
        otherKeys.append(text)
      }
      skipped.removeAll(keepingCapacity: true)
      try scanner.copyValue(bytes, to: &skipped, level: 0)
    } while scanner.take(UInt8(ascii: ","), bytes)
    try scanner.expect(UInt8(ascii: "}"), "',' or '}'", bytes)
    guard key != nil || wanted != nil else { return false }
    try expectEnd(&scanner, bytes)
    return true
  }

  private func isArrayOfObjects(
    _ scanner: JSONScanner,
    _ bytes: borrowing Swift.Span<UInt8>
  ) -> Bool {
    var ahead = scanner
    return ahead.take(UInt8(ascii: "["), bytes) && ahead.peek(bytes) == UInt8(ascii: "{")
  }

  /// What there is to say about where the rows stood.
  func warnings(_ name: String) throws(Diagnostic) -> [String] {
    if let wanted, key == nil {
      throw .unknown("table", wanted, in: "in '\(name)'", known: otherTables, kind: .data)
    }
    if wanted == nil, let key, !otherTables.isEmpty {
      let known = ([key] + otherTables).map { "'\($0)'" }
      throw Diagnostic(
        .data,
        "'\(name)' holds \(known.count) arrays of objects: \(known.joined(separator: ", "))",
        try: "load \(Words.quotedText(name)) table=\(Words.quotedText(key))",
        subject: name
      )
    }
    guard table.rowCount > 0 else {
      throw Diagnostic(.data, "'\(name)' is an array without objects", subject: name)
    }
    if let key, wanted == nil {
      let others = otherKeys.isEmpty ? "" : ", the other keys left out: " + Self.list(otherKeys)
      return ["the rows are those of the array '\(key)'\(others)"]
    }
    return isOneObject ? ["the file is one object, not an array: one row"] : []
  }

  private static func list(_ names: [String]) -> String {
    let more = names.count > 5 ? " and \(names.count - 5) more" : ""
    return names.prefix(5).map { "'\($0)'" }.joined(separator: ", ") + more
  }
}
