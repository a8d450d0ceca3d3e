package import Tables

/// Where a table has no values, and which columns lack them together.
package struct Missingness: Hashable, Sendable {
  package struct ColumnShare: Hashable, Sendable, Codable {
    package var name: String
    package var missing: Int
    /// Of all rows; 0 without rows.
    package var share: Double
  }

  package struct Pattern: Hashable, Sendable, Codable {
    /// Missing together, and no others.
    package var columns: [String]
    package var rows: Int
  }

  package var columns: [ColumnShare]
  /// Each row has one; the most frequent first, then in the order of columns.
  ///
  /// Complete rows have the one without columns.
  package var patterns: [Pattern]

  package init(of frame: Frame) {
    let rowCount = frame.rowCount
    columns = frame.columns.map {
      ColumnShare(
        name: $0.name,
        missing: $0.missingCount,
        share: rowCount == 0 ? 0 : Double($0.missingCount) / Double(rowCount)
      )
    }
    // Each column divides the patterns so far by whether it is missing.
    var pattern = [UInt32](repeating: 0, count: rowCount)
    var members: [[Int]] = [[]]
    for (place, column) in frame.columns.enumerated() {
      guard let validity = column.validity else { continue }
      var divided = [UInt32?](repeating: nil, count: members.count)
      validity.forEachClear { row in
        let old = Int(pattern[row])
        if let known = divided[old] {
          pattern[row] = known
        } else {
          let new = UInt32(members.count)
          divided[old] = new
          pattern[row] = new
          members.append(members[old] + [place])
        }
      }
    }
    var counts = [Int](repeating: 0, count: members.count)
    for pattern in pattern { counts[Int(pattern)] += 1 }
    patterns = zip(members, counts)
      .filter { $0.1 > 0 }
      .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.lexicographicallyPrecedes($1.0) }
      .map { members, count in
        Pattern(columns: members.map { frame.columns[$0].name }, rows: count)
      }
  }
}
