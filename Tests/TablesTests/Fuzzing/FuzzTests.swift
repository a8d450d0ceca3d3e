import Foundation
import Testing

/// Whatever bytes or text come, there is an answer: a table or an error, a value or an error.
@Suite struct FuzzTests {
  /// In a process of its own, which may trap.
  @Test func `made and mutated inputs give an answer`() async throws {
    let folder = FileManager.default.temporaryDirectory.path + "/fuzz-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    await #expect(processExitsWith: .success) { [folder = folder as String] in
      let fault = try FuzzRun(folder: folder).fault(from: 1) { $0 == 4_000 }
      exit(fault == nil ? 0 : 1)
    }
    // What was being tried when the process ended; nothing when all was well.
    let last = try? String(contentsOfFile: folder + "/input.txt", encoding: .utf8)
    if last == nil { try FileManager.default.removeItem(atPath: folder) }
    #expect(last == nil, "kept as \(folder)/input")
  }

  /// As long as `Scripts/soak` says, which keeps what was found.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["FUZZ_SECONDS"] != nil))
  func `nothing is found in a long run`() throws {
    let environment = ProcessInfo.processInfo.environment
    let seconds = try #require(Double(environment["FUZZ_SECONDS"] ?? ""))
    let seed = try #require(UInt64(environment["FUZZ_SEED"] ?? ""))
    let folder = try #require(environment["FUZZ_FOLDER"])
    let end = Date(timeIntervalSinceNow: seconds)
    #expect(try FuzzRun(folder: folder).fault(from: seed) { _ in Date() >= end } == nil)
  }
}
