/// The names of a table's columns, from the cells of its header.
struct ColumnNames {
  private(set) var names: [String] = []
  private(set) var warnings: [String] = []

  /// - Parameters:
  ///   - header: nil when the file has none; names are then made from the columns' places.
  ///   - width: how many columns there are.
  ///   - hasRowNames: the first column's name isn't missed.
  init(header: [String]?, width: Int, hasRowNames: Bool = false) {
    var taken = Set(header ?? [])
    var seen: Set<String> = []
    var unnamed: [Int] = []
    var repeated: [String] = []
    func free(_ wanted: (Int) -> String, from first: Int) -> String {
      var number = first
      while taken.contains(wanted(number)) || seen.contains(wanted(number)) { number += 1 }
      return wanted(number)
    }
    for place in 0..<width {
      let cell = header.flatMap { place < $0.count ? Self.trimmed($0[place]) : nil } ?? ""
      var name = cell
      if cell.isEmpty {
        if place > 0 || !hasRowNames { unnamed.append(place + 1) }
        let plain = "column_\(place + 1)"
        name = taken.contains(plain) ? free({ "\(plain)_\($0)" }, from: 2) : plain
      } else if seen.contains(cell) {
        name = free({ "\(cell)_\($0)" }, from: 2)
        repeated.append("'\(cell)' as '\(name)'")
      }
      taken.insert(name)
      seen.insert(name)
      names.append(name)
    }
    if header != nil, !unnamed.isEmpty {
      let list = unnamed.prefix(5).map(String.init).joined(separator: ", ")
      let more = unnamed.count > 5 ? " and \(unnamed.count - 5) more" : ""
      warnings.append(
        "the header has no name for column \(list)\(more): named by place, as 'column_\(unnamed[0])'"
      )
    }
    if !repeated.isEmpty {
      let more = repeated.count > 5 ? " and \(repeated.count - 5) more" : ""
      warnings.append(
        "names stand twice in the header: read \(repeated.prefix(5).joined(separator: ", "))\(more)"
      )
    }
  }

  /// Blank or without any width: nobody could type it.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{200B}"..."\u{200F}", "\u{2060}", "\u{FEFF}": true
    default: scalar.properties.isWhitespace
    }
  }

  private static func trimmed(_ name: String) -> String {
    let scalars = name.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
