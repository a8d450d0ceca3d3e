import Foundation
import Learning
import Testing

struct TreeEnsembleCodableTests {
  private func saved() throws -> (TreeEnsemble, [String: Any]) {
    let (table, target) = made(rowCount: 400, classCount: 3)
    let forest = try TreeEnsemble.forest(
      table,
      target: target,
      options: ForestOptions(treeCount: 3)
    )
    let data = try JSONEncoder().encode(forest)
    let object = try JSONSerialization.jsonObject(with: data)
    return (forest, try #require(object as? [String: Any]))
  }

  private func read(_ object: [String: Any]) throws -> TreeEnsemble {
    try JSONDecoder().decode(
      TreeEnsemble.self,
      from: JSONSerialization.data(withJSONObject: object)
    )
  }

  @Test func `what was saved is read back the same`() throws {
    let (forest, _) = try saved()
    let data = try JSONEncoder().encode(forest)
    #expect(try JSONDecoder().decode(TreeEnsemble.self, from: data) == forest)
  }

  @Test(arguments: [
    "feature", "threshold", "missingGoesLeft", "levelSet", "left", "right", "leafValues",
    "levelWords", "roots", "levelCounts", "outputCount", "aggregate",
  ])
  func `a missing or shortened list is an error`(key: String) throws {
    var (_, object) = try saved()
    let list = object[key] as? [Any]
    object[key] = nil
    #expect(throws: DecodingError.self) { try read(object) }
    guard let list else { return }
    object[key] = Array(list.dropLast(list.count > 10 ? 10 : 1))
    #expect(throws: DecodingError.self) { try read(object) }
  }

  @Test(arguments: ["left", "right"], [-7, 0, 2, 999_999])
  func `children before their parent, outside its tree or shared are an error`(
    key: String,
    child: Int
  ) throws {
    var (_, object) = try saved()
    var list = try #require(object[key] as? [Int])
    list[0] = child
    object[key] = list
    #expect(throws: DecodingError.self) { try read(object) }
  }

  @Test func `features, level sets and outputs out of range are errors`() throws {
    let (_, object) = try saved()
    for (key, value) in [("feature", 99), ("levelSet", 99_999), ("missingGoesLeft", 2)] {
      var broken = object
      var list = try #require(broken[key] as? [Int])
      list[0] = value
      broken[key] = list
      #expect(throws: DecodingError.self, "\(key)") { try read(broken) }
    }
    for count in [0, -1, 1_000_000] {
      var broken = object
      broken["outputCount"] = count
      #expect(throws: DecodingError.self) { try read(broken) }
    }
    for roots in [[1, 5, 9], [0, 0, 4], [0, 9, 4], [0, 5, 999_999], [-1, 2, 3], []] {
      var broken = object
      broken["roots"] = roots
      #expect(throws: DecodingError.self) { try read(broken) }
    }
  }
}
