import Diagnostics
import Tables
import Testing

@Suite struct CorpusTests {
  @Test(arguments: CorpusFile.all)
  func `a difficult file reads as a careful person reads it`(file: CorpusFile) throws {
    let differences = try differences(of: file)
    #expect(
      differences.lines.isEmpty,
      "\(file.name)\n  \(differences.lines.joined(separator: "\n  "))"
    )
  }

  @Test func `the corpus is not small`() {
    #expect(CorpusFile.all.count >= 230)
    #expect(Set(CorpusFile.all.map(\.name)).count == CorpusFile.all.count)
  }

  private func differences(of file: CorpusFile) throws -> CorpusDifferences {
    let bytes = try file.bytes()
    do throws(Diagnostic) {
      let table = try CSVReader(file.expectation.readingOptions()).read(bytes, path: file.name)
      return CorpusDifferences(table, file.expectation)
    } catch {
      return CorpusDifferences(error, file.expectation)
    }
  }
}
