import Diagnostics
import Language

/// Objects as rows: the union of their keys as columns, in the order in which they first appear.
///
/// An object within an object gives columns named `a.b`.
struct ObjectTable: Sendable {
  /// A key, below the keys of the objects around it.
  private struct Node {
    var key: [UInt8]
    var parent: Int
    var children: [Int] = []
    /// By key, once there are many.
    var places: [[UInt8]: Int] = [:]
    /// Its values that are no objects.
    var column: Int?
  }

  /// The first is the row itself.
  private var nodes = [Node(key: [], parent: -1)]
  private var columns: [ValueColumn] = []
  private var nodeOfColumn: [Int] = []
  private(set) var rowCount = 0
  private var repeatedKeys = RowTally()
  private var replacedLetters = RowTally()
  private var noNumbers = RowTally()
  private var buffer: [UInt8] = []

  /// Objects nested deeper than this are kept as their JSON text.
  static let mostLevels = 8

  /// Takes an object that begins at the scanner's position; on a fault the row is no part of it.
  mutating func appendRow(
    _ scanner: inout JSONScanner,
    _ bytes: borrowing Swift.Span<UInt8>
  ) throws(JSONScanner.Fault) {
    let replaced = scanner.replacedCount
    do throws(JSONScanner.Fault) {
      try appendObject(of: 0, level: 0, &scanner, bytes)
    } catch {
      for column in columns.indices where columns[column].count > rowCount {
        columns[column].removeLast()
      }
      throw error
    }
    if scanner.replacedCount > replaced { replacedLetters.add(rowCount) }
    rowCount += 1
  }

  private mutating func appendObject(
    of node: Int,
    level: Int,
    _ scanner: inout JSONScanner,
    _ bytes: borrowing Swift.Span<UInt8>
  ) throws(JSONScanner.Fault) {
    try scanner.expect(UInt8(ascii: "{"), "an object", bytes)
    if scanner.take(UInt8(ascii: "}"), bytes) {
      // Without keys it says no more than null does.
      if node > 0 { setMissing(node) }
      return
    }
    var expected = 0
    repeat {
      guard scanner.peek(bytes) == UInt8(ascii: "\"") else {
        throw scanner.expected("a key in quotes", bytes)
      }
      let child: Int
      if let range = try scanner.string(bytes, into: &buffer) {
        child = self.child(bytes.extracting(range), of: node, expected: &expected)
      } else {
        let key = buffer
        child = self.child(key.span, of: node, expected: &expected)
      }
      try scanner.expect(UInt8(ascii: ":"), "':'", bytes)
      try appendValue(of: child, level: level + 1, &scanner, bytes)
    } while scanner.take(UInt8(ascii: ","), bytes)
    try scanner.expect(UInt8(ascii: "}"), "',' or '}'", bytes)
  }

  private mutating func appendValue(
    of node: Int,
    level: Int,
    _ scanner: inout JSONScanner,
    _ bytes: borrowing Swift.Span<UInt8>
  ) throws(JSONScanner.Fault) {
    guard let first = scanner.peek(bytes) else { throw scanner.expected("a value", bytes) }
    if first == UInt8(ascii: "{"), level < Self.mostLevels {
      return try appendObject(of: node, level: level, &scanner, bytes)
    }
    if let word = scanner.word(at: bytes) {
      try scanner.word(word, bytes)
      switch word {
      case .true: columns[open(node)].append(true)
      case .false: columns[open(node)].append(false)
      case .null: setMissing(node)
      case .notANumber, .infinity, .minusInfinity:
        noNumbers.add(rowCount)
        setMissing(node)
      }
      return
    }
    switch first {
    case UInt8(ascii: "\""):
      if let range = try scanner.string(bytes, into: &buffer) {
        columns[open(node)].append(bytes.extracting(range))
      } else {
        let text = buffer
        columns[open(node)].append(text.span)
      }
    case UInt8(ascii: "-"), 48...57:
      switch try scanner.number(bytes) {
      case .integer(let value): columns[open(node)].append(value)
      case .double(let value): columns[open(node)].append(value)
      case .digits(let range): columns[open(node)].append(bytes.extracting(range), isDigits: true)
      }
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      var text: [UInt8] = []
      try scanner.copyValue(bytes, to: &text, level: level)
      columns[open(node)].append(text.span)
    default: throw scanner.expected("a value", bytes)
    }
  }

  private mutating func setMissing(_ node: Int) { columns[open(node)].appendMissing() }

  /// The place of the node's column, ready for this row's value: of a key that stands twice the
  /// last value counts.
  private mutating func open(_ node: Int) -> Int {
    let place = column(of: node)
    if columns[place].count > rowCount {
      repeatedKeys.add(rowCount)
      columns[place].removeLast()
    } else {
      columns[place].pad(to: rowCount)
    }
    return place
  }

  private mutating func column(of node: Int) -> Int {
    if let place = nodes[node].column { return place }
    let place = columns.count
    nodes[node].column = place
    columns.append(ValueColumn())
    nodeOfColumn.append(node)
    return place
  }

  // MARK: Keys

  /// - Parameter expected: the place among the children at which the key will be, if objects are
  ///   alike; then the place behind it.
  private mutating func child(
    _ key: borrowing Swift.Span<UInt8>,
    of node: Int,
    expected: inout Int
  ) -> Int {
    let count = nodes[node].children.count
    if expected < count {
      let child = nodes[node].children[expected]
      if isKey(key, of: child) {
        expected += 1
        return child
      }
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(key.count)
    for index in key.indices { bytes.append(key[index]) }
    if let child = nodes[node].places[bytes] {
      expected = (nodes[node].children.firstIndex(of: child) ?? expected) + 1
      return child
    }
    expected = count + 1
    return addChild(bytes, of: node)
  }

  private func isKey(_ key: borrowing Swift.Span<UInt8>, of node: Int) -> Bool {
    let own = nodes[node].key
    guard own.count == key.count else { return false }
    for index in key.indices where own[index] != key[index] { return false }
    return true
  }

  private mutating func addChild(_ key: [UInt8], of node: Int) -> Int {
    let child = nodes.count
    nodes.append(Node(key: key, parent: node))
    nodes[node].children.append(child)
    nodes[node].places[key] = child
    return child
  }

  // MARK: Whole tables

  /// Adds the rows of a table that comes behind this one.
  mutating func append(contentsOf other: ObjectTable) {
    var nodeOfNode = [0]
    for node in other.nodes.dropFirst() {
      let parent = nodeOfNode[node.parent]
      nodeOfNode.append(nodes[parent].places[node.key] ?? addChild(node.key, of: parent))
    }
    for (column, node) in zip(other.columns, other.nodeOfColumn) {
      let place = self.column(of: nodeOfNode[node])
      columns[place].pad(to: rowCount)
      columns[place].append(contentsOf: column)
    }
    repeatedKeys.add(other.repeatedKeys, from: rowCount)
    replacedLetters.add(other.replacedLetters, from: rowCount)
    noNumbers.add(other.noNumbers, from: rowCount)
    rowCount += other.rowCount
  }

  /// The first rows as they seem to be, without a word of warning.
  func preview(_ count: Int) -> Frame? {
    var start = self
    start.rowCount = min(rowCount, count)
    for place in start.columns.indices {
      start.columns[place] = start.columns[place].prefix(start.rowCount)
    }
    var warnings: [String] = []
    return try? start.frame(kinds: [:], limit: nil, warnings: &warnings)
  }

  /// - Throws: `.data` where there are no columns.
  func frame(
    kinds: [String: ColumnKind],
    limit: Int?,
    warnings: inout [String]
  ) throws(Diagnostic) -> Frame {
    let count = min(limit ?? rowCount, rowCount)
    let kept = columns.indices.filter { place in
      // Null in the place of an object makes no column beside the object's own.
      nodes[nodeOfColumn[place]].children.isEmpty
        || columns[place].tags.contains { $0 != .missing }
    }
    guard !kept.isEmpty else {
      throw Diagnostic(.data, "no object has a key, expected names with values, such as {\"a\": 1}")
    }
    let named = ColumnNames(header: kept.map { path(of: nodeOfColumn[$0]) }, width: kept.count)
    warnings += named.warnings
    if repeatedKeys.count > 0 {
      warnings.append("\(repeatedKeys.text): a key stands twice in an object, the last value taken")
    }
    if replacedLetters.count > 0 {
      warnings.append("\(replacedLetters.text): half a surrogate pair, which became U+FFFD")
    }
    if noNumbers.count > 0 {
      warnings.append("\(noNumbers.text): NaN or Infinity, taken as missing")
    }
    var made: [Column] = []
    for (place, name) in zip(kept, named.names) {
      var column = columns[place]
      column.pad(to: rowCount)
      made.append(
        column.prefix(count).column(name, forced: kinds[name], warnings: &warnings)
      )
    }
    return try Frame(made, rowNumbers: .range(0..<count))
  }

  /// - Throws: `.data` when the keys are data rather than names, or there is no room for them.
  func checkSize(_ memoryLimit: Int?, _ name: String) throws(Diagnostic) {
    let most = 20_000
    guard columns.count <= most else {
      throw Diagnostic(
        .data,
        "'\(name)' has more than \(most) different keys, expected the same ones in all objects",
        subject: name
      )
    }
    guard let memoryLimit, columns.count * rowCount * ValueColumn.bytesPerValue > memoryLimit
    else { return }
    throw Diagnostic(
      .data,
      "'\(name)' needs more memory than there is: \(rowCount) rows of \(columns.count) columns so "
        + "far",
      try: "load \(Words.quotedText(name)) rows=\(rowCount / 2)",
      subject: name
    )
  }

  private func path(of node: Int) -> String {
    var keys: [String] = []
    var node = node
    while node > 0 {
      keys.append(String(decoding: nodes[node].key, as: UTF8.self))
      node = nodes[node].parent
    }
    return keys.reversed().joined(separator: ".")
  }
}
