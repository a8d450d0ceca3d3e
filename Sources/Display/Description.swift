import Diagnostics
import Language
import Tables

/// One column in numbers.
struct Description: Sendable {
  var name: String
  var kind: ColumnKind
  var summary: Summary
  /// Counts over equal intervals, for a small picture.
  var shape: [Double]

  private static let shapeWidth = 10

  init(of column: Column) {
    name = column.name
    kind = column.kind
    summary = Summary(column)
    shape = []
    if kind == .number || kind == .datetime, let values = column.doubles {
      let edges = seamEdges(values, bins: Self.shapeWidth)
      shape = seamCounts(values, edges).map(Double.init)
    }
  }

  /// The most frequent value as a text.
  var top: String? { summary.top.isMissing ? nil : summary.top.plainText }

  /// The earliest moment of a datetime.
  var least: String? { moment(summary.min) }

  /// The latest moment of a datetime.
  var greatest: String? { moment(summary.max) }

  private func moment(_ microseconds: Double) -> String? {
    microseconds.isFinite ? Instant(microseconds: Instant.clamping(microseconds)).text : nil
  }
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
        try container.encode(least, forKey: .min)
        try container.encode(greatest, forKey: .max)
      }
      try container.encode(JSON(summary.top), forKey: .top)
      try container.encode(summary.topCount, forKey: .topCount)
      return
    }
    try container.encode(summary.mean, forKey: .mean)
    try container.encode(summary.sd, forKey: .sd)
    try container.encode(summary.min, forKey: .min)
    try container.encode(summary.q1, forKey: .q1)
    try container.encode(summary.median, forKey: .median)
    try container.encode(summary.q3, forKey: .q3)
    try container.encode(summary.max, forKey: .max)
    try container.encode(summary.skewness, forKey: .skewness)
    try container.encode(summary.kurtosis, forKey: .kurtosis)
  }
}
