/// The number of each row in the source it was read from, counted from 0.
///
/// It stays with the row through filters, samples and sorting: splits and folds are drawn from it.
package enum RowNumbers: Sendable {
  case range(Range<Int>)
  case list([Int])

  package var count: Int {
    switch self {
    case .range(let range): range.count
    case .list(let list): list.count
    }
  }

  package subscript(row: Int) -> Int {
    switch self {
    case .range(let range): range.lowerBound + row
    case .list(let list): list[row]
    }
  }

  package var array: [Int] {
    switch self {
    case .range(let range): Array(range)
    case .list(let list): list
    }
  }

  package func rows(at indices: [Int]) -> RowNumbers {
    RowNumbers(indices.map { self[$0] })
  }

  /// Compact where the numbers follow one another.
  package init(_ numbers: [Int]) {
    let first = numbers.first ?? 0
    let isRange = numbers.indices.allSatisfy { numbers[$0] == first + $0 }
    self = isRange ? .range(first..<first + numbers.count) : .list(numbers)
  }
}

extension RowNumbers: Equatable {
  package static func == (a: RowNumbers, b: RowNumbers) -> Bool {
    switch (a, b) {
    case (.range(let a), .range(let b)): a == b || a.isEmpty && b.isEmpty
    default: a.count == b.count && (0..<a.count).allSatisfy { a[$0] == b[$0] }
    }
  }
}
