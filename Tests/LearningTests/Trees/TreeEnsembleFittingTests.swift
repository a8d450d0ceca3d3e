import Diagnostics
import Kernels
import Learning
import Testing

struct TreeEnsembleFittingTests {
  private func table(_ columns: [Float]..., levels: Int? = nil) -> FeatureTable {
    FeatureTable(
      columns: columns,
      kinds: columns.map { _ in levels.map { .levels(count: $0) } ?? .number },
      rowCount: columns[0].count
    )
  }

  @Test func `a threshold lies halfway and the left side holds it`() throws {
    let tree = try TreeEnsemble.tree(table([1, 2, 5, 7]), target: .numbers([0, 0, 1, 1]))
    #expect(tree.nodeCount == 3)
    #expect(tree.predict([3.5]) == [0])
    #expect(tree.predict([Float(3.5).nextUp]) == [1])
  }

  @Test func `pure leaves give their number back exactly`() throws {
    let target = [0.1, 1e17, -3.3, 7e-9]
    let tree = try TreeEnsemble.tree(table([1, 2, 3, 4]), target: .numbers(target))
    #expect((1...4).map { tree.predict([Float($0)])[0] } == target)
  }

  @Test func `missing values go where training sent them`() throws {
    let right = try TreeEnsemble.tree(
      table([1, 2, 3, 4, .nan, .nan]),
      target: .numbers([0, 0, 5, 5, 5, 5])
    )
    #expect(right.predict([.nan]) == [5])
    #expect(right.nodeCount == 3)
    let left = try TreeEnsemble.tree(
      table([1, 2, 3, 4, .nan, .nan]),
      target: .numbers([0, 0, 5, 5, 0, 0])
    )
    #expect(left.predict([.nan]) == [0])
    #expect(left.nodeCount == 3)
    let apart = try TreeEnsemble.tree(
      table([1, 2, 3, .nan, .nan]),
      target: .numbers([1, 1, 1, 9, 9])
    )
    #expect(apart.predict([.nan]) == [9] && apart.predict([2]) == [1] && apart.predict([99]) == [1])
  }

  @Test func `missing values that training never saw go with the majority`() throws {
    let tree = try TreeEnsemble.tree(table([1, 2, 3, 9]), target: .numbers([0, 0, 0, 8]))
    #expect(tree.predict([.nan]) == [0])
  }

  @Test func `levels are divided into sets`() throws {
    let tree = try TreeEnsemble.tree(
      table([0, 1, 2, 3, 0, 1, 2, 3, 3], levels: 6),
      target: .numbers([0, 9, 0, 9, 0, 9, 0, 9, 9])
    )
    #expect(tree.nodeCount == 3)
    #expect([0, 1, 2, 3].map { tree.predict([$0])[0] } == [0, 9, 0, 9])
    // Level 4 is declared but never seen; 6, -1, 0.5 and missing are no levels.
    for unseen in [4, 6, -1, 0.5, .nan] { #expect(tree.predict([Float(unseen)]) == [9]) }
  }

  @Test func `missing is a level of its own`() throws {
    let tree = try TreeEnsemble.tree(
      table([0, 1, .nan, 0, 1, .nan], levels: 2),
      target: .numbers([0, 9, 0, 0, 9, 0])
    )
    #expect(tree.predict([.nan]) == [0] && tree.predict([1]) == [9])
  }

  @Test func `levels of three classes are told apart`() throws {
    let levels = (0..<30).map { Float($0 % 10) }
    let classes = levels.map { Int($0) % 3 }
    let tree = try TreeEnsemble.tree(
      table(levels, levels: 10),
      target: .classes(classes, count: 3)
    )
    for (level, known) in zip(levels, classes) { #expect(tree.predict([level])[known] == 1) }
  }

  @Test func `hundreds of levels keep the common ones apart`() throws {
    let levels = (0..<3000).map { Float($0 % 1000 < 500 ? $0 % 10 : $0 % 1000) }
    let target = levels.map { $0 < 10 ? Double(Int($0) % 2) : 0.5 }
    let tree = try TreeEnsemble.tree(table(levels, levels: 1000), target: .numbers(target))
    #expect(tree.predict([3]) == [1] && tree.predict([4]) == [0])
    #expect(tree.predict([999]) == [0.5])
  }

  @Test func `more values than bins are told apart once few rows are left`() throws {
    let column = (0..<3000).map { Float($0) * 0.1 }
    let target = (0..<3000).map { Double($0 % 2) }
    let tree = try TreeEnsemble.tree(table(column), target: .numbers(target))
    #expect(column.map { tree.predict([$0])[0] } == target)
  }

  @Test func `limits on depth and leaves hold`() throws {
    let column = (0..<100).map { Float($0) }
    let target = TreeTarget.numbers(column.map { Double($0 * $0) })
    let shallow = try TreeEnsemble.tree(
      table(column),
      target: target,
      options: TreeOptions(maximumDepth: 2)
    )
    #expect(shallow.nodeCount == 7)
    let stump = try TreeEnsemble.tree(
      table(column),
      target: target,
      options: TreeOptions(maximumDepth: 0)
    )
    #expect(stump.nodeCount == 1)
    let coarse = try TreeEnsemble.tree(
      table(column),
      target: target,
      options: TreeOptions(minimumLeaf: 40)
    )
    #expect(coarse.nodeCount == 3)
    let whole = try TreeEnsemble.tree(
      table(column),
      target: target,
      options: TreeOptions(minimumSplit: 101)
    )
    #expect(whole.nodeCount == 1)
  }

  @Test func `a weight counts as that many rows`() throws {
    let column: [Float] = [1, 2, 3, 4, 5, 5]
    let repeated = try TreeEnsemble.tree(
      table(column),
      target: .numbers([1, 5, 2, 8, 3, 3]),
      options: TreeOptions(maximumDepth: 1)
    )
    let weighted = try TreeEnsemble.tree(
      table([1, 2, 3, 4, 5, 6]),
      target: .numbers([1, 5, 2, 8, 3, 99]),
      weights: [1, 1, 1, 1, 2, 0],
      options: TreeOptions(maximumDepth: 1)
    )
    for value: Float in [1, 2, 3, 4, 5] {
      #expect(abs(repeated.predict([value])[0] - weighted.predict([value])[0]) < 1e-12)
    }
  }

  @Test func `a forest is the same every time and another with another seed`() throws {
    let (table, target) = made(rowCount: 3000, classCount: 3)
    let options = ForestOptions(treeCount: 8, tree: TreeOptions(seed: Seed(4)))
    let forest = try TreeEnsemble.forest(table, target: target, options: options)
    #expect(try forest == TreeEnsemble.forest(table, target: target, options: options))
    var other = options
    other.tree.seed = Seed(5)
    #expect(try forest != TreeEnsemble.forest(table, target: target, options: other))
  }

  @Test func `kept histograms grow the tree that fresh ones grow`() throws {
    // Weights of one sum exactly, so subtraction loses nothing; a feature that never splits makes
    // the search by draws, which keeps no histograms, visit all the same features.
    let (table, target) = made(rowCount: 6000, classCount: 2)
    let kept = try TreeEnsemble.tree(table, target: target, options: TreeOptions(minimumLeaf: 20))
    let flat = FeatureTable(
      columns: table.columns + [[Float](repeating: 1, count: 6000)],
      kinds: table.kinds + [.number],
      rowCount: 6000
    )
    let fresh = try TreeEnsemble.tree(
      flat,
      target: target,
      options: TreeOptions(minimumLeaf: 20, featuresPerSplit: table.kinds.count + 1)
    )
    #expect(try kept.predict(table) == fresh.predict(flat))
  }

  @Test func `every tree is reported and a stopped forest throws`() throws {
    let (table, target) = made(rowCount: 500, classCount: 2)
    let seen = Seen()
    _ = try TreeEnsemble.forest(
      table,
      target: target,
      options: ForestOptions(treeCount: 9),
      report: Report { (progress) throws(Diagnostic) in seen.add(progress) }
    )
    #expect(Set(seen.done).isSuperset(of: Set(1...9)))
    let error = #expect(throws: Diagnostic.self) {
      try TreeEnsemble.forest(
        table,
        target: target,
        report: Report { (progress) throws(Diagnostic) in
          if progress.done == 3 { throw .cancelled }
        }
      )
    }
    #expect(error == .cancelled)
  }

  @Test func `hard inputs grow something or are refused`() throws {
    let huge = try TreeEnsemble.tree(
      table([-.infinity, 0, .infinity, .nan]),
      target: .numbers([-1e300, 1e300, 1.5e308, -1.5e308])
    )
    #expect(huge.predict([0])[0].isFinite)
    let flat = try TreeEnsemble.tree(table([1, 1, 1]), target: .numbers([1, 2, 6]))
    #expect(flat.nodeCount == 1 && abs(flat.predict([5])[0] - 3) < 1e-15)
    let missing = try TreeEnsemble.tree(
      table([.nan, .nan], levels: 0),
      target: .classes([0, 1], count: 2)
    )
    #expect(missing.predict([.nan]) == [0.5, 0.5])
    let none = try TreeEnsemble.forest(
      FeatureTable(columns: [], kinds: [], rowCount: 2),
      target: .numbers([1, 1])
    )
    #expect(none.predict([]) == [1])
    #expect(throws: Diagnostic.self) { try TreeEnsemble.tree(table([]), target: .numbers([])) }
    #expect(throws: Diagnostic.self) {
      try TreeEnsemble.tree(table([1, 2]), target: .numbers([1, .nan]))
    }
    #expect(throws: Diagnostic.self) {
      try TreeEnsemble.tree(table([1, 2]), target: .numbers([1, 2]), weights: [0, 0])
    }
  }
}
