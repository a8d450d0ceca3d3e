import Diagnostics
import Kernels
import Learning
import Synchronization

/// Seeded rows with numbers, levels and missing values.
func made(rowCount: Int, classCount: Int) -> (FeatureTable, TreeTarget) {
  var random = RandomGenerator(seed: Seed(rowCount))
  var columns = [[Float]](repeating: [], count: 6)
  var numbers: [Double] = []
  for _ in 0..<rowCount {
    let values = (0..<4).map { _ in Float(random.normal()) }
    let level = Float(random.below(7))
    for (place, value) in values.enumerated() {
      columns[place].append(random.uniform() < 0.1 ? .nan : value)
    }
    columns[4].append(level)
    columns[5].append(Float(random.below(3)))
    numbers.append(
      Double(values[0]) * 2 + Double(values[1] * values[2]) + Double(Int(level) % 3)
        + random.normal()
    )
  }
  let table = FeatureTable(
    columns: columns,
    kinds: [.number, .number, .number, .number, .levels(count: 7), .number],
    rowCount: rowCount
  )
  guard classCount > 0 else { return (table, .numbers(numbers)) }
  let classes = numbers.map { min(classCount - 1, max(0, Int($0 + Double(classCount) / 2))) }
  return (table, .classes(classes, count: classCount))
}

/// The progress that a piece of work reported.
final class Seen: Sendable {
  private let counts = Mutex<[Int]>([])

  var done: [Int] { counts.withLock { $0 } }
  func add(_ progress: Progress) { counts.withLock { $0.append(progress.done) } }
}
