import Diagnostics
import Foundation
import Kernels
import Specs
import Tables
import Testing

/// Specs broken at random, from a fixed seed: each is refused, or predicts; none traps.
@Suite struct HostileSpecTests {
  @Test(arguments: TrialPipeline.all.map(\.name))
  func `a spec with any value replaced is refused or predicts`(name: String) throws {
    let trial = try #require(TrialPipeline.all.first { $0.name == name })
    let rows = try trial.rows().prefix(20)
    let text = try trial.spec().text
    let root = try JSONSerialization.jsonObject(with: Data(text.utf8))
    var random = RandomGenerator(seed: Seed(11))
    for _ in 0..<250 {
      let broken = replacingOne(in: root, &random)
      let bytes = try JSONSerialization.data(withJSONObject: broken, options: [.fragmentsAllowed])
      try expectNoTrap(bytes, rows)
    }
  }

  @Test(arguments: TrialPipeline.all.map(\.name))
  func `a spec with bytes changed, taken or doubled is refused or predicts`(name: String) throws {
    let trial = try #require(TrialPipeline.all.first { $0.name == name })
    let rows = try trial.rows().prefix(20)
    let bytes = Array(try trial.spec().text.utf8)
    var random = RandomGenerator(seed: Seed(12))
    for _ in 0..<150 {
      var broken = bytes
      let place = Int(random.next() % UInt64(broken.count))
      switch random.next() % 5 {
      case 0: broken[place] = UInt8(truncatingIfNeeded: random.next())
      case 1: broken.remove(at: place)
      case 2: broken.insert(contentsOf: Array("-9e9".utf8), at: place)
      case 3: broken.removeSubrange(place..<min(broken.count, place + 40))
      default:
        broken.insert(contentsOf: broken[place..<min(broken.count, place + 60)], at: place)
      }
      try expectNoTrap(Data(broken), rows)
    }
  }

  private func expectNoTrap(_ bytes: Data, _ rows: Frame) throws {
    let file = try TemporaryFile(bytes)
    do throws(Diagnostic) {
      let spec = try PipelineSpec.read(file.path)
      _ = try Predictor(spec).predict(rows)
    } catch {
      #expect(!error.message.isEmpty)
      #expect(error.kind != .internal, "\(error)")
    }
  }

  /// The document with one value, anywhere in it, taken out or replaced by a nasty one.
  private func replacingOne(in value: Any, _ random: inout RandomGenerator) -> Any {
    let isLeaf = random.next() % 6 == 0
    if !isLeaf, var object = value as? [String: Any], !object.isEmpty {
      let keys = object.keys.sorted()
      let key = keys[Int(random.next() % UInt64(keys.count))]
      if random.next() % 9 == 0 {
        object[key] = nil
      } else if let inner = object[key] {
        object[key] = replacingOne(in: inner, &random)
      }
      return object
    }
    if !isLeaf, var array = value as? [Any], !array.isEmpty {
      let place = Int(random.next() % UInt64(array.count))
      switch random.next() % 8 {
      case 0: array.remove(at: place)
      case 1: array.append(array[place])
      case 2: array.swapAt(place, 0)
      default: array[place] = replacingOne(in: array[place], &random)
      }
      return array
    }
    let nasty: [Any] = [
      NSNull(), -1, 0, 1, 3, 1e308, -1e308, Double.leastNonzeroMagnitude, 2_147_483_648, Int64.max,
      Int64.min, "", "x",
      "missing", "(((", "age > \"", "scale standard :number", true, [Any](), [String: Any](), [-1],
      [1, 2, 3], ["a", "a"], [[Any]](),
    ]
    return nasty[Int(random.next() % UInt64(nasty.count))]
  }
}
