import Diagnostics
import Foundation
import Tables
import Testing

@Suite struct AtomicFileTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "assay-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func fault(_ body: () throws(Diagnostic) -> Void) -> Diagnostic? {
    do throws(Diagnostic) {
      try body()
      return nil
    } catch {
      return error
    }
  }

  @Test func `a file is replaced and nothing else is left`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try AtomicFile.write("one", to: folder + "/a.txt")
    try AtomicFile.write("two", to: folder + "/a.txt")
    #expect(try String(contentsOfFile: folder + "/a.txt", encoding: .utf8) == "two")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.txt"])
  }

  @Test func `a link is followed`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try AtomicFile.write("one", to: folder + "/a.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/link",
      withDestinationPath: folder + "/a.txt"
    )
    try AtomicFile.write("two", to: folder + "/link")
    #expect(try String(contentsOfFile: folder + "/a.txt", encoding: .utf8) == "two")
  }

  @Test func `a directory and a folder that isn't there are refused`() {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let folder = folder
    #expect(fault { () throws(Diagnostic) in try AtomicFile.write("x", to: folder) }?.kind == .file)
    let deep = fault { () throws(Diagnostic) in try AtomicFile.write("x", to: folder + "/no/x") }
    #expect(deep?.message == "can't write '\(folder)/no/x': there is no such folder")
  }

  @Test func `reading names what is wrong and the nearest file`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let folder = folder
    try AtomicFile.write("a,b\n1,2\n", to: folder + "/penguins.csv")
    let absent = fault { () throws(Diagnostic) in _ = try CSVReader().read(folder + "/pengiuns.csv")
    }
    #expect(absent?.message == "no file '\(folder)/pengiuns.csv'")
    #expect(absent?.hint == folder + "/penguins.csv")
    let directory = fault { () throws(Diagnostic) in _ = try CSVReader().read(folder) }
    #expect(directory?.message == "'\(folder)' is a directory, expected a file")
  }

  @Test func `the fingerprint is the one that sha256sum prints`() {
    #expect(
      Fingerprint.sha256(of: Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
  }
}
