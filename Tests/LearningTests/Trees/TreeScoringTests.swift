import Kernels
import Learning
import Testing

/// Trees against scikit-learn on the same folds of the samples.
struct TreeScoringTests {
  @Test func `a tree of depth 3 gives what scikit-learn's gives`() throws {
    for known in try LearningOracle.shared.get().trees {
      let whole = known.table
      let table = FeatureTable(
        columns: known.shallowColumns.map { whole.columns[$0] },
        kinds: known.shallowColumns.map { whole.kinds[$0] },
        rowCount: whole.rowCount
      )
      let tree = try TreeEnsemble.tree(
        table,
        target: known.target(rows: nil),
        options: TreeOptions(maximumDepth: 3)
      )
      let outputs = try tree.predict(table)
      let differing = zip(outputs, known.shallow).count { abs($0 - $1) > 1e-12 * max(1, abs($1)) }
      #expect(outputs.count == known.shallow.count)
      #expect(differing == 0, "\(known.name): \(differing) of \(outputs.count)")
    }
  }

  @Test(arguments: ["forest", "tree"])
  func `scores lie within one fold deviation of scikit-learn's`(kind: String) throws {
    for known in try LearningOracle.shared.get().trees {
      let scores = try (0..<5).map { fold in
        let rows = known.folds.indices.filter { known.folds[$0] != fold }
        let table = known.table(rows: rows)
        let fit =
          kind == "forest"
          ? try TreeEnsemble.forest(
            table,
            target: known.target(rows: rows),
            options: ForestOptions(tree: TreeOptions(seed: Seed(fold)))
          )
          : try TreeEnsemble.tree(
            table,
            target: known.target(rows: rows),
            options: TreeOptions(minimumLeaf: 5)
          )
        return try known.score(fit, rows: known.folds.indices.filter { known.folds[$0] == fold })
      }
      let reference = Moments(of: try #require(known.scores[kind]))
      let mean = Moments(of: scores).mean
      let difference = abs(mean - reference.mean)
      #expect(
        difference <= reference.standardDeviation,
        "\(known.name): \(mean) against \(reference.mean) ± \(reference.standardDeviation)"
      )
    }
  }
}

extension LearningOracle.Trees {
  var table: FeatureTable { table(rows: Array(target.indices)) }

  func table(rows: [Int]) -> FeatureTable {
    FeatureTable(
      columns: columns.map { column in rows.map { FeatureTable.feature(column[$0]) } },
      kinds: columns.map { _ in .number },
      rowCount: rows.count
    )
  }

  func target(rows: [Int]?) -> TreeTarget {
    let values = (rows ?? Array(target.indices)).map { target[$0] }
    return classCount > 0
      ? .classes(values.map { Int($0) }, count: classCount) : .numbers(values)
  }

  func score(_ fit: TreeEnsemble, rows: [Int]) throws -> Double {
    let outputs = try fit.predict(table(rows: rows))
    guard classCount > 0 else {
      let squares = zip(outputs, rows).map { ($0 - target[$1]) * ($0 - target[$1]) }
      return mean(of: squares).squareRoot()
    }
    let hits = rows.indices.count { index in
      let own = outputs[index * classCount..<(index + 1) * classCount]
      return own.firstIndex(of: own.max() ?? 0) == own.startIndex + Int(target[rows[index]])
    }
    return Double(hits) / Double(rows.count)
  }
}
