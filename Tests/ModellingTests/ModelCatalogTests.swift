import Foundation
import Language
import Modelling
import TestSupport
import Testing

@Suite struct ModelCatalogTests {
  @Test func `the folder has one file for each model of the catalogue`() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: repository + "/Sources/Modelling/Models"
    )
    #expect(files.sorted() == ModelCatalog.all.map { "\($0).swift" }.sorted())
  }

  @Test func `words are unlike, and each is its type's name`() {
    for type in ModelCatalog.all { #expect(type.signature.word == "\(type)".lowercased()) }
    #expect(Set(ModelCatalog.words).count == ModelCatalog.all.count)
  }
}
