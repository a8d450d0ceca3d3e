import Diagnostics
import Foundation
import Tables
import TestSupport
import Testing

@Suite struct FileSourceTests {
  private func fault(_ body: () throws(Diagnostic) -> Void) -> Diagnostic? {
    do throws(Diagnostic) {
      try body()
      return nil
    } catch {
      return error
    }
  }

  private func withFile(_ text: String, _ body: (String) throws -> Void) throws {
    let path = NSTemporaryDirectory() + "assay-source-\(UUID().uuidString).csv"
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  @Test func `a file is read as often as it is opened`() throws {
    try withFile("a,b\n1,x\n") { path in
      let source = try FileSource.source(at: path)
      #expect(source.byteCount == 8)
      for _ in 0..<2 {
        let table = try CSVReader().read(source, ReadingContext())
        #expect(table.frame.rowCount == 1)
      }
      #expect(try FileSource.bytes(of: path) == Array("a,b\n1,x\n".utf8))
    }
  }

  @Test func `a file that changed is not read on`() throws {
    try withFile("a,b\n1,x\n") { path in
      let source = try FileSource.source(at: path)
      try "a,b\n1,x\n2,y\n".write(toFile: path, atomically: false, encoding: .utf8)
      let found = fault { () throws(Diagnostic) in _ = try source.open() }
      #expect(found?.kind == .file)
      #expect(found?.message.contains("was changed") == true)
    }
  }

  @Test func `the digest is of the file's own bytes, and none once it has changed`() throws {
    try withFile("abc") { path in
      let source = try FileSource.source(at: path)
      let digest = SourceDigest(of: source, inBackground: true)
      #expect(
        digest.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
      )
      try "abcd".write(toFile: path, atomically: false, encoding: .utf8)
      #expect(SourceDigest(of: source, inBackground: false).sha256 == nil)
    }
    let memory = MemorySource(name: "x", bytes: Array("abc".utf8))
    #expect(
      SourceDigest(of: memory, inBackground: false).sha256
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
  }
}
