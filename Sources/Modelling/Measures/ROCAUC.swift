import Kernels

/// Area under the ROC curve: the chance that a positive row gets a higher probability than a
/// negative one, ties counting half.
package enum ROCAUC: Measure {
  package static let name = "roc_auc"
  package static let summary =
    "area under the ROC curve; of more than two classes, the mean of one against the rest"
  package static let isBetterHigher = true
  package static let scoresNumbers = false
  package static let scoresClasses = true

  package static func score(_ rows: ScoredRows) -> Double? {
    if let positive = rows.positive { return area(of: positive, rows) }
    var areas: [Double] = []
    for place in 0..<rows.classCount {
      guard let area = area(of: place, rows) else { return nil }
      areas.append(area)
    }
    return areas.isEmpty ? nil : mean(of: areas)
  }

  /// By mean ranks (Mann–Whitney); nil when either side has no row.
  private static func area(of place: Int, _ rows: ScoredRows) -> Double? {
    let isPositive = rows.actual.map { Int($0) == place }
    let positives = Double(isPositive.count { $0 })
    let negatives = Double(rows.count) - positives
    guard positives > 0, negatives > 0 else { return nil }
    let ranks = meanRanks(of: rows.probabilities[place])
    let rankSum = sum(of: ranks.indices.filter { isPositive[$0] }.map { ranks[$0] })
    return (rankSum - positives * (positives + 1) / 2) / (positives * negatives)
  }
}
