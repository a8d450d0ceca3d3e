extension Folds {
  /// Divides rows by time, the oldest to the first part.
  ///
  /// Rows of one time, and whole groups (by their first time), stay together: a part ends at the
  /// change of time that is nearest to its share.
  ///
  /// - Parameters:
  ///   - times: any scale; rows whose time is NaN go with the oldest.
  ///   - shares: not negative; only their proportions count.
  ///   - groups: the group of each row, any numbers.
  /// - Returns: the part of each row, in 0..<shares.count.
  package static func timeParts(
    _ times: [Double],
    shares: [Double],
    groups: [Int]? = nil
  ) -> [Int] {
    let clean = shares.map { $0 > 0 && $0.isFinite ? $0 : 0 }
    let total = clean.reduce(0, +)
    var parts = [Int](repeating: 0, count: times.count)
    guard total > 0 else { return parts }
    let blocks = moments(of: times, groups: groups)
    var ends: [Double] = []
    var reached = 0.0
    for share in clean {
      reached += share
      ends.append(reached / total * Double(times.count))
    }
    var before = 0
    for block in blocks {
      // The part that holds the block's middle row.
      let middle = Double(before) + Double(block.count) / 2
      let part = ends.firstIndex { middle <= $0 * (1 + 1e-12) } ?? shares.count - 1
      for place in block { parts[place] = part }
      before += block.count
    }
    return parts
  }

  /// Folds of an expanding window: time is cut into `folds` + 1 blocks of about equal size, and fold
  /// i fits on blocks 0...i and scores block i + 1.
  ///
  /// - Parameters:
  ///   - times: any scale; rows whose time is NaN go with the oldest.
  ///   - folds: at least 1; fewer come back when there are too few different times.
  ///   - groups: the group of each row, any numbers; a group stands whole at its first time.
  /// - Returns: the folds, earliest first.
  package static func timeFolds(
    _ times: [Double],
    folds: Int,
    groups: [Int]? = nil
  ) -> [TimeFold] {
    let count = max(1, folds) + 1
    let parts = timeParts(
      times,
      shares: [Double](repeating: 1, count: count),
      groups: groups
    )
    let filled = Set(parts).sorted()
    return filled.dropFirst().map { block in
      TimeFold(
        training: parts.indices.filter { parts[$0] < block },
        scored: parts.indices.filter { parts[$0] == block }
      )
    }
  }

  /// Places of rows that share a time, oldest first.
  private static func moments(of times: [Double], groups: [Int]?) -> [[Int]] {
    var own = times.map { $0.isNaN ? -Double.infinity : $0 }
    if let groups {
      precondition(groups.count == times.count, "one group for each row")
      var first: [Int: Double] = [:]
      for (group, time) in zip(groups, own) { first[group] = min(first[group] ?? time, time) }
      for place in own.indices { own[place] = first[groups[place]] ?? own[place] }
    }
    let gathered = Dictionary(grouping: own.indices) { own[$0] }
    return gathered.keys.sorted().map { gathered[$0] ?? [] }
  }
}
