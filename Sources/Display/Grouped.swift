import Canvas
import Diagnostics
import Language
import Tables

/// A look measured for each group of the rows by itself.
struct Grouped: Measurement {
  struct Part: Sendable {
    /// The group's value of each column of `by`.
    var key: [Value]
    var measurement: any Measurement
  }

  var scope: RowScope
  var by: [String]
  var parts: [Part]

  private enum CodingKeys: String, CodingKey { case rows, by, groups }

  /// Each group has its `key` beside what the look gives of it.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(scope.rowCount, forKey: .rows)
    try container.encode(by, forKey: .by)
    try container.encode(parts, forKey: .groups)
  }

  /// More groups are only counted; the JSON has them all.
  private static let mostShown = 24

  var scene: Scene {
    let count = NumberFormat.count(parts.count, "group")
    var scene = Scene([scope.note("by \(by.joined(separator: ", "))", count)])
    for part in parts.prefix(Self.mostShown) {
      let words = zip(by, part.key).map { name, value in
        "\(name) \(value.isMissing ? "missing" : value.plainText.clipped(to: 40))"
      }
      scene.add(.heading(words.joined(separator: ", ")))
      scene.add(part.measurement.scene)
    }
    if parts.count > Self.mostShown {
      scene.add(.note("\(NumberFormat.count(parts.count - Self.mostShown)) more groups"))
    }
    return scene
  }
}

extension Grouped.Part: Encodable {
  private enum CodingKeys: String, CodingKey { case key }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(key.map { JSON($0) }, forKey: .key)
    try measurement.encode(to: encoder)
  }
}

extension Subject {
  /// Measures the rows of each group by themselves; all rows where there is nothing to group by.
  func grouped(
    by operands: [Operand],
    report: Report,
    _ measure: (Subject) throws(Diagnostic) -> any Measurement
  ) throws(Diagnostic) -> any Measurement {
    guard !operands.isEmpty else { return try measure(self) }
    let keys = try columns(operands)
    let grouping = try Grouping(by: keys, rowCount: frame.rowCount, report: report)
    var rows = [[Int]](repeating: [], count: grouping.count)
    for (group, size) in grouping.sizes.enumerated() { rows[group].reserveCapacity(size) }
    for (row, group) in grouping.codes.enumerated() { rows[Int(group)].append(row) }
    let values = keys.map { $0.rows(at: grouping.firstRows).values }
    var parts: [Grouped.Part] = []
    for group in 0..<grouping.count {
      try report(Progress("groups", done: group, of: grouping.count))
      var part = self
      part.frame = frame.rows(at: rows[group])
      part.totalRowCount = part.frame.rowCount
      part.restriction = nil
      parts.append(.init(key: values.map { $0[group] }, measurement: try measure(part)))
    }
    return Grouped(scope: RowScope(self), by: keys.map(\.name), parts: parts)
  }
}
