import Diagnostics
import Kernels
import Language
import Tables
import Testing

/// A file that ends before its time: nobody takes what is left for the whole.
@Suite struct CutTests {
  @Test(arguments: CorpusFile.tables)
  func `a file cut anywhere is an error, or the rows that are whole and a warning`(
    file: CorpusFile
  ) throws {
    let bytes = try file.bytes()
    let options = try file.expectation.readingOptions()
    guard let whole = read(bytes, options) else { return }  // CorpusTests says so
    var law = CutLaw(file: file.name, bytes: bytes, whole: whole, options: options)
    for place in Self.places(in: bytes, of: file.name) { law.check(cutAt: place) }
    let breaches = Array(law.breaches.prefix(5))
    #expect(breaches.isEmpty, "\(law.breaches.count) in all")
  }

  /// Everywhere in a small file, else at two hundred places.
  private static func places(in bytes: [UInt8], of name: String) -> [Int] {
    guard bytes.count > 300 else { return Array(1..<max(1, bytes.count)) }
    var generator = RandomGenerator(seed: Seed(7).derived(name))
    return generator.sample(200, of: bytes.count - 1).map { $0 + 1 }.sorted()
  }

  private func read(_ bytes: [UInt8], _ options: ReadingOptions) -> LoadedTable? {
    try? CSVReader(options).read(bytes, path: "whole.csv")
  }
}
