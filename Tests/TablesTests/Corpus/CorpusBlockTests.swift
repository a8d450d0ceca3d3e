import Diagnostics
import Tables
import Testing

/// How a file is cut into blocks, and how many threads read them, is nobody's business.
@Suite struct CorpusBlockTests {
  @Test(arguments: CorpusFile.all)
  func `a file reads the same in blocks of any size`(file: CorpusFile) throws {
    let bytes = try file.bytes()
    var reader = CSVReader(try file.expectation.readingOptions())
    let whole = reader.result(bytes)
    for size in Array(1...64) + [1_000] {
      reader.blockSize = size
      reader.workerCount = 1 + size % 3
      let difference = TableDifference.between(whole, reader.result(bytes))
      if let difference {
        Issue.record("\(file.name) in blocks of \(size): \(difference)")
        break
      }
    }
  }
}
