import Foundation
import Language
import Pipelines
import TestSupport
import Testing

@Suite struct StepCatalogTests {
  @Test func `the folder has one file for each step of the catalogue`() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: repository + "/Sources/Pipelines/Steps"
    )
    let types = StepCatalog.all.map { "\($0).swift" }
    #expect(files.filter { !$0.contains("+") }.sorted() == types.sorted())
  }

  @Test func `words are unlike, and each is its type's name`() {
    for type in StepCatalog.all { #expect(type.signature.word == "\(type)".lowercased()) }
    #expect(Set(StepCatalog.all.map { $0.signature.word }).count == StepCatalog.all.count)
  }
}
