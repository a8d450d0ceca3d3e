import Kernels

extension RandomGenerator {
  mutating func chance(_ share: Double) -> Bool { uniform() < share }

  mutating func one<Item>(of items: [Item]) -> Item { items[below(items.count)] }

  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }
}
