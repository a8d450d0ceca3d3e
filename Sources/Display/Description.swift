import Diagnostics
import Language
import Statistics
import Tables

/// One column in numbers.
struct Description: Sendable {
  var summary: ColumnSummary
  /// Counts over equal intervals, for a small picture.
  var shape: [Double]

  private static let shapeWidth = 8

  init(of column: Column) {
    summary = ColumnSummary(of: column)
    shape = []
    if kind == .number || kind == .datetime, let values = column.doubles,
      let bins = Bins(count: Self.shapeWidth, of: values)
    {
      shape = bins.counts(of: values).map(Double.init)
    }
  }

  var name: String { summary.name }
  var kind: ColumnKind { summary.kind }
}

extension Description: Encodable {
  private enum CodingKeys: String, CodingKey {
    case name, kind, count, missing, distinct, mean, sd, min, q1, median, q3, max, skewness
    case kurtosis, top
    case topCount = "top_count"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(kind, forKey: .kind)
    try container.encode(summary.count, forKey: .count)
    try container.encode(summary.missing, forKey: .missing)
    try container.encode(summary.distinct, forKey: .distinct)
    guard kind == .number else {
      if kind == .datetime {
        try container.encode(summary.earliest?.text, forKey: .min)
        try container.encode(summary.latest?.text, forKey: .max)
      }
      try container.encode(JSON(summary.top ?? .missing), forKey: .top)
      try container.encode(summary.topCount, forKey: .topCount)
      return
    }
    try container.encode(summary.numbers?.mean, forKey: .mean)
    try container.encode(summary.numbers?.sd, forKey: .sd)
    try container.encode(summary.numbers?.min, forKey: .min)
    try container.encode(summary.numbers?.q1, forKey: .q1)
    try container.encode(summary.numbers?.median, forKey: .median)
    try container.encode(summary.numbers?.q3, forKey: .q3)
    try container.encode(summary.numbers?.max, forKey: .max)
    try container.encode(summary.numbers?.skewness, forKey: .skewness)
    try container.encode(summary.numbers?.kurtosis, forKey: .kurtosis)
  }
}
