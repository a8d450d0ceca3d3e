import Diagnostics
import Tables
import Testing

/// Someone has seen enough before a source was at its end, or just then.
@Suite struct StoppedReadingTests {
  /// Read by someone who has had enough from the start.
  private func stopped(
    _ text: String,
    _ reader: any TableReader = CSVReader()
  ) throws -> LoadedTable {
    let enough = Cancellation()
    enough.cancel()
    let source = MemorySource(name: "x", bytes: Array(text.utf8))
    return try reader.read(source, ReadingContext(enough: enough))
  }

  private func objects(_ count: Int, _ separator: String = ",") -> String {
    (0..<count).map { "{\"a\":\($0)}" }.joined(separator: separator)
  }

  @Test func `delimited text says whether there is more`() throws {
    var reader = CSVReader()
    reader.blockSize = 1_000
    reader.headSize = 100
    let rows = (0..<500).map { "\($0),x\n" }
    let cut = try stopped("n,t\n" + rows.joined(), reader)
    #expect(cut.isCutShort)
    #expect(cut.frame.rowCount > 0 && cut.frame.rowCount < 500)
    #expect(try !stopped("n,t\n" + rows[..<20].joined(), reader).isCutShort)
    // The first block is the whole of it, to the byte.
    let text = "n,t\n" + rows[..<100].joined()
    reader.blockSize = text.utf8.count - 4
    let whole = try stopped(text, reader)
    #expect(whole.frame.rowCount == 100)
    #expect(!whole.isCutShort)
  }

  @Test func `rows that nobody wanted are no more rows`() throws {
    var reader = CSVReader()
    reader.options.rowLimit = 3
    reader.blockSize = 1_000
    let table = try stopped("n,t\n" + (0..<500).map { "\($0),x\n" }.joined(), reader)
    #expect(table.frame.rowCount == 3)
    #expect(!table.isCutShort)
  }

  @Test func `JSON says whether there is more`() throws {
    let reader = JSONReader(ReadingOptions())
    let cut = try stopped("[\(objects(20_000))]", reader)
    #expect(cut.isCutShort)
    #expect(cut.frame.rowCount == 8_192)
    #expect(try stopped("{\"held\":[\(objects(20_000))]}", reader).isCutShort)
    #expect(try !stopped("[\(objects(8_192))]", reader).isCutShort)
    #expect(try !stopped("[\(objects(7))]", reader).isCutShort)
  }

  @Test func `JSON lines say whether there is more`() throws {
    let reader = JSONLinesReader(ReadingOptions())
    let line = "{\"a\":\"\(String(repeating: "lorem ", count: 2_000))\"}\n"
    let cut = try stopped(String(repeating: line, count: 4_000), reader)
    #expect(cut.isCutShort)
    #expect(cut.frame.rowCount > 0 && cut.frame.rowCount < 4_000)
    #expect(try !stopped(String(repeating: line, count: 3), reader).isCutShort)
  }

  @Test(arguments: [20_000, 8_192, 7])
  func `a database says whether there is more`(count: Int) throws {
    var options = ReadingOptions()
    options.query =
      "with recursive n(i) as (select 1 union all select i + 1 from n where i < \(count)) "
      + "select i from n"
    let enough = Cancellation()
    enough.cancel()
    let table = try SQLiteReader(options).read(
      FileSource.source(at: "\(SourcesOracle.folder)/shop.db"),
      ReadingContext(enough: enough)
    )
    #expect(table.frame.rowCount == min(count, 8_192))
    #expect(table.isCutShort == (count > 8_192))
  }
}
