/// Bins of a few rows alone, one for each of their values.
///
/// Bins shared by all rows blur what tells few rows apart, which costs deep forests accuracy. So a
/// small node gets bins of its own, which then serve everything that grows below it. They are made
/// feature by feature, when asked for.
struct ExactBins {
  /// With this many rows each can have its own bin, beside the one for missing.
  static let mostRows = 254
  /// Where the next feature's bins start.
  static let stride = 256

  /// The bin of row i in feature j at `i + j * stride`.
  private(set) var codes: [UInt8]
  /// The value that bin b of feature j holds at `b + j * stride`.
  private(set) var values: [Float]
  /// The numbers in the whole table of the rows, which here are numbered from 0.
  private(set) var tableRows: [UInt32] = []
  /// For which small node each feature's bins were made.
  private var madeFor: [Int]
  private var current = 0
  private var keys: [UInt64] = []

  init(featureCount: Int) {
    codes = [UInt8](repeating: 0, count: featureCount * Self.stride)
    values = [Float](repeating: 0, count: featureCount * Self.stride)
    madeFor = [Int](repeating: -1, count: featureCount)
  }

  /// Forgets the bins of other rows and numbers these from 0.
  mutating func begin(_ rows: inout ArraySlice<TreeRow>) {
    current += 1
    tableRows.removeAll(keepingCapacity: true)
    for index in rows.indices {
      tableRows.append(rows[index].row)
      rows[index].row = UInt32(index - rows.startIndex)
    }
  }

  /// Makes the bins of a feature unless they are there.
  mutating func prepare(_ feature: Int, of problem: TreeProblem) {
    guard madeFor[feature] != current else { return }
    madeFor[feature] = current
    let base = feature * Self.stride
    guard problem.bins.features[feature].blurs else {
      let offset = feature * problem.bins.rowCount
      for (place, row) in tableRows.enumerated() {
        codes[base + place] = problem.bins.codes[offset + Int(row)]
      }
      return
    }
    keys.removeAll(keepingCapacity: true)
    let column = problem.table.columns[feature]
    for (place, row) in tableRows.enumerated() {
      let value = column[Int(row)]
      if value.isNaN {
        codes[base + place] = FeatureBins.missing
      } else {
        keys.append(UInt64(Self.ordered(value)) << 32 | UInt64(place))
      }
    }
    keys.sort()
    var bin = -1
    for key in keys {
      let place = Int(key & 0xFFFF_FFFF)
      let value = column[Int(tableRows[place])]
      if bin < 0 || values[base + bin] != value {
        bin += 1
        values[base + bin] = value
      }
      codes[base + place] = UInt8(bin)
    }
  }

  /// Bits that order as the numbers do; both zeros are one.
  private static func ordered(_ value: Float) -> UInt32 {
    let bits = (value + 0).bitPattern
    return bits >> 31 == 0 ? bits | 1 << 31 : ~bits
  }
}
