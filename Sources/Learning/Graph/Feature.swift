package import Diagnostics
package import Kernels
import Language
package import Tables

/// A column of the model's matrix.
package struct Feature: Hashable, Sendable, Codable {
  package var name: String
  /// The levels of a category, whose codes the matrix holds; nil for a number or a boolean.
  package var levels: [String]?

  package init(name: String, levels: [String]? = nil) {
    self.name = name
    self.levels = levels
  }

  /// As trees see it.
  package var kind: FeatureKind { levels.map { .levels(count: $0.count) } ?? .number }
}

/// What a model sees: one column of doubles a feature, NaN where missing or of an unseen level.
package struct Design: Sendable {
  package var features: [Feature]
  package var columns: [[Double]]
  package var rowCount: Int

  /// Gathers the features from a table.
  ///
  /// - Throws: `.data` when one is absent or is of a kind that gives no number.
  package init(_ features: [Feature], from frame: Frame) throws(Diagnostic) {
    self.features = features
    rowCount = frame.rowCount
    columns = []
    for feature in features {
      let column = try frame.column(named: feature.name)
      if let levels = feature.levels {
        columns.append(Self.codes(of: column, levels: levels))
      } else {
        columns.append(try column.numbers())
      }
    }
  }

  private static func codes(of column: Column, levels: [String]) -> [Double] {
    let categories = column.categories
    var places: [String: Double] = [:]
    for (place, level) in levels.enumerated() { places[level] = Double(place) }
    let translated = categories.levels.map { places[$0] ?? .nan }
    return categories.codes.map {
      $0 == Categories.missingCode ? .nan : translated[Int($0)]
    }
  }

  package var matrix: Matrix { Matrix(columns: columns, rowCount: rowCount) }

  /// The one cast to the Float32 that trees are fitted to and predict from.
  package var featureTable: FeatureTable {
    FeatureTable(
      columns: columns.map { $0.map(FeatureTable.feature) },
      kinds: features.map(\.kind),
      rowCount: rowCount
    )
  }

  package func rows(at indices: [Int]) -> Design {
    var part = self
    part.columns = columns.map { column in indices.map { column[$0] } }
    part.rowCount = indices.count
    return part
  }

  /// For each row the first feature without a value; nil where all are there.
  package func firstGaps() -> [Int?] {
    var gaps = [Int?](repeating: nil, count: rowCount)
    for (place, column) in columns.enumerated() {
      for row in 0..<rowCount where column[row].isNaN && gaps[row] == nil { gaps[row] = place }
    }
    return gaps
  }
}
