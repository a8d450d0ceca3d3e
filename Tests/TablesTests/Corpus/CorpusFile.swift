import Foundation
import Tables
import TestSupport
import Testing

/// A difficult file and what a careful person reads in it.
struct CorpusFile: Sendable, CustomTestStringConvertible {
  let name: String
  let expectation: Expectation

  var path: String { Self.folder + "/" + name }
  var testDescription: String { name }

  func bytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) }

  private static let folder = repository + "/Tests/TablesTests/Corpus/files"
  private static let ending = ".expected.json"

  /// All of them, by name.
  ///
  /// A file without its expectation, or the other way round, is a fault.
  static let all: [CorpusFile] = {
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      let expectations = Set(names.filter { $0.hasSuffix(ending) })
      let files = try names.filter { !$0.hasSuffix(ending) }.map { name in
        let stem = name.split(separator: ".").dropLast().joined(separator: ".")
        let json = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(stem)\(ending)"))
        return CorpusFile(
          name: name,
          expectation: try JSONDecoder().decode(Expectation.self, from: json)
        )
      }
      precondition(files.count == expectations.count, "an expectation has no file")
      return files
    } catch {
      preconditionFailure("the corpus can't be read: \(error)")
    }
  }()

  /// The files that hold a table.
  static let tables = all.filter { $0.expectation.error == nil }
}
