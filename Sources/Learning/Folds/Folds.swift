package import Kernels

/// Who goes to which part or fold, as pure functions of row numbers and a seed.
///
/// A row is drawn by the hash of its number, so the order in which rows are given never matters.
/// Results stand in the order of the rows that were given.
package enum Folds {
  /// Divides rows into parts in proportion to `shares`.
  ///
  /// - Parameters:
  ///   - rowNumbers: distinct numbers of the rows.
  ///   - shares: not negative; only their proportions count.
  ///   - seed: where the draw starts.
  ///   - strata: the class of each row; each class is then divided in the same proportions, odd rows
  ///     going to the part that lacks most.
  ///   - groups: the group of each row, any numbers; a group is never divided. Groups are taken in
  ///     the order of their hashes (that of their lowest row number), each for the part that lacks
  ///     most of what the group holds.
  /// - Returns: the part of each row, in 0..<shares.count (all 0 when no share is positive).
  package static func parts(
    rowNumbers: [Int],
    shares: [Double],
    seed: Seed,
    strata: [Int]? = nil,
    groups: [Int]? = nil
  ) -> [Int] {
    precondition(strata.map { $0.count == rowNumbers.count } ?? true, "one class for each row")
    precondition(groups.map { $0.count == rowNumbers.count } ?? true, "one group for each row")
    let clean = shares.map { $0 > 0 && $0.isFinite ? $0 : 0 }
    let total = clean.reduce(0, +)
    guard total > 0 else { return [Int](repeating: 0, count: rowNumbers.count) }
    let shares = clean.map { $0 / total }
    if let groups {
      return GroupedDraw(rowNumbers: rowNumbers, groups: groups, strata: strata, seed: seed)
        .parts(shares)
    }
    return drawn(rowNumbers: rowNumbers, shares: shares, seed: seed, strata: strata)
  }

  /// Divides rows into folds of equal size, `repeats` times anew.
  ///
  /// - Parameters:
  ///   - rowNumbers: distinct numbers of the rows.
  ///   - folds: at least 1.
  ///   - repeats: at least 1; each starts from the seed's chunk of its number.
  ///   - seed: where the draw starts.
  ///   - strata: as for ``parts(rowNumbers:shares:seed:strata:groups:)``.
  ///   - groups: as there.
  /// - Returns: for each repeat the fold of each row, in 0..<folds. With few rows or groups a fold may
  ///   be empty.
  package static func folds(
    rowNumbers: [Int],
    folds: Int,
    repeats: Int = 1,
    seed: Seed,
    strata: [Int]? = nil,
    groups: [Int]? = nil
  ) -> [[Int]] {
    let shares = [Double](repeating: 1, count: max(1, folds))
    return (0..<max(1, repeats)).map { index in
      parts(
        rowNumbers: rowNumbers,
        shares: shares,
        seed: seed.derived(chunk: index),
        strata: strata,
        groups: groups
      )
    }
  }

  private static func drawn(
    rowNumbers: [Int],
    shares: [Double],
    seed: Seed,
    strata: [Int]?
  ) -> [Int] {
    let hashes = rowNumbers.map { stableHash(seed: seed, row: $0) }
    let places = rowNumbers.indices.sorted {
      (hashes[$0], rowNumbers[$0]) < (hashes[$1], rowNumbers[$1])
    }
    let classes = Dictionary(grouping: places) { strata?[$0] ?? 0 }
    var lacking = shares.map { $0 * Double(rowNumbers.count) }
    var parts = [Int](repeating: 0, count: rowNumbers.count)
    for known in classes.keys.sorted() {
      let members = classes[known] ?? []
      var next = 0
      for (part, size) in sizes(members.count, shares: shares, lacking: lacking).enumerated() {
        for place in members[next..<next + size] { parts[place] = part }
        next += size
        lacking[part] -= Double(size)
      }
    }
    return parts
  }

  /// Whole numbers that add up to `count`, in proportion to `shares`, by largest remainders; equal
  /// remainders are settled by which part lacks most over all classes.
  private static func sizes(_ count: Int, shares: [Double], lacking: [Double]) -> [Int] {
    let exact = shares.map { $0 * Double(count) }
    var sizes = exact.map { Int($0) }
    // Rounded, so that remainders equal but for rounding count as equal.
    let remainders = zip(exact, sizes).map { (($0 - Double($1)) * 1e9).rounded() }
    let order = shares.indices.filter { shares[$0] > 0 }.sorted {
      (-remainders[$0], sizes[$0] - Int(lacking[$0].rounded()), $0)
        < (-remainders[$1], sizes[$1] - Int(lacking[$1].rounded()), $1)
    }
    for part in order.prefix(max(0, count - sizes.reduce(0, +))) { sizes[part] += 1 }
    return sizes
  }
}
