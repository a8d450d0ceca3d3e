import Diagnostics
import Tables
import Testing

@Suite struct GzipSourceTests {
  @Test(arguments: ["days.csv.gz", "members.csv.gz"])
  func `a gzip file of one member or several reads as what it holds`(name: String) throws {
    let table = try SourcesOracle.load(name)
    #expect(SourcesOracle.difference(table.frame, from: name) == nil)
    #expect(table.warnings.isEmpty)
  }

  private func packed() throws -> [UInt8] {
    try FileSource.source(at: "\(SourcesOracle.folder)/days.csv.gz").allBytes().bytes
  }

  @Test func `of a file that is cut off the rows so far are kept, with a warning`() throws {
    let bytes = try packed()
    let cut = MemorySource(name: "cut.csv.gz", bytes: Array(bytes.dropLast(400)))
    let table = try SourcesOracle.read(cut)
    #expect(table.frame.rowCount > 10)
    #expect(table.frame.rowCount < 500)
    #expect(table.warnings.contains { $0.contains("cut off at byte \(bytes.count - 400)") })
  }

  @Test func `a wrong check sum is warned of and the rows are kept`() throws {
    var bytes = try packed()
    bytes[bytes.count - 6] ^= 1
    let table = try SourcesOracle.read(MemorySource(name: "x.csv.gz", bytes: bytes))
    #expect(table.frame.rowCount == 500)
    #expect(table.warnings.contains { $0.contains("a wrong check sum") })
  }

  @Test func `what has to be whole is refused when it isn't, whatever else may be kept`() throws {
    let bytes = try FileSource.source(at: "\(SourcesOracle.folder)/held.json.gz").allBytes().bytes
    let whole = MemorySource(name: "x.json.gz", bytes: bytes)
    #expect(try SourcesOracle.read(whole).warnings.count == 1)
    var wrong = bytes
    wrong[bytes.count - 6] ^= 1
    let table = try SourcesOracle.read(MemorySource(name: "x.json.gz", bytes: wrong))
    #expect(table.frame.rowCount == 3)
    #expect(table.warnings.contains { $0.contains("a wrong check sum") })
    let database = try FileSource.source(at: "\(SourcesOracle.folder)/shop.db.gz").allBytes().bytes
    let cut = MemorySource(name: "x.db.gz", bytes: Array(database.dropLast(100)))
    let fault = #expect(throws: Diagnostic.self) {
      try SourcesOracle.read(cut) { $0.table = "large" }
    }
    #expect(fault?.message.contains("cut off") == true)
  }

  @Test func `zeros behind the last member are nothing, other bytes are warned of`() throws {
    let bytes = try packed()
    let padded = MemorySource(name: "x.csv.gz", bytes: bytes + [0, 0, 0])
    #expect(try SourcesOracle.read(padded).warnings.isEmpty)
    let more = try SourcesOracle.read(MemorySource(name: "x.csv.gz", bytes: bytes + [65, 66]))
    #expect(more.frame.rowCount == 500)
    #expect(more.warnings.contains { $0.contains("no gzip data") })
  }

  @Test func `the fingerprint is that of the packed file`() throws {
    let source = try FileSource.source(at: "\(SourcesOracle.folder)/days.csv.gz")
    let (bytes, _) = try source.allBytes()
    #expect(
      SourceDigest(of: source, inBackground: true).sha256 == Fingerprint.sha256(of: bytes)
    )
  }
}
