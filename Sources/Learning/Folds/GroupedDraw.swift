import Kernels

/// Assigns whole groups to parts.
struct GroupedDraw {
  private var members: [[Int]] = []
  private let strata: [Int]
  private let classSizes: [Double]
  private let rowCount: Int

  init(rowNumbers: [Int], groups: [Int], strata: [Int]?, seed: Seed) {
    rowCount = rowNumbers.count
    let known = Set(strata ?? [0]).sorted()
    let codes = Dictionary(uniqueKeysWithValues: zip(known, known.indices))
    self.strata = strata?.map { codes[$0] ?? 0 } ?? [Int](repeating: 0, count: rowCount)
    var sizes = [Double](repeating: 0, count: known.count)
    for code in self.strata { sizes[code] += 1 }
    classSizes = sizes
    // A group is known by its lowest row number: how callers number groups doesn't matter.
    let gathered = Dictionary(grouping: groups.indices) { groups[$0] }
    members = gathered.values.map { places in
      let lowest = places.map { rowNumbers[$0] }.min() ?? 0
      return (hash: stableHash(seed: seed, row: lowest), lowest: lowest, places: places)
    }
    .sorted { ($0.hash, $0.lowest) < ($1.hash, $1.lowest) }
    .map(\.places)
  }

  func parts(_ shares: [Double]) -> [Int] {
    var lacking = shares.map { share in classSizes.map { share * $0 } }
    var parts = [Int](repeating: 0, count: rowCount)
    for places in members {
      var sizes = [Double](repeating: 0, count: classSizes.count)
      for place in places { sizes[strata[place]] += 1 }
      // What a part lacks of each class counts by how much of that class the group holds.
      let claims = lacking.map { lacks in
        classSizes.indices.reduce(0.0) { total, code in
          total + (classSizes[code] > 0 ? sizes[code] * lacks[code] / classSizes[code] : 0)
        }
      }
      var best = shares.firstIndex { $0 > 0 } ?? 0
      for part in shares.indices where shares[part] > 0 && claims[part] > claims[best] {
        best = part
      }
      for place in places { parts[place] = best }
      for code in sizes.indices { lacking[best][code] -= sizes[code] }
    }
    return parts
  }
}
