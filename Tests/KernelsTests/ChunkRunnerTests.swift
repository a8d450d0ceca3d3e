import Diagnostics
import Kernels
import Testing

struct ChunkRunnerTests {
  @Test(arguments: [0, 1, 2, 300])
  func `results come in the order of chunks`(count: Int) throws {
    #expect(try ChunkRunner.run(count) { $0 * $0 } == (0..<count).map { $0 * $0 })
  }

  @Test func `slices cover all rows once`() throws {
    let slices = try ChunkRunner.run(rows: 10, size: 4) { $0 }
    #expect(slices == [0..<4, 4..<8, 8..<10])
    #expect(try ChunkRunner.run(rows: 0, size: 4) { $0 } == [])
  }

  @Test func `the first failed chunk gives the error`() {
    let error = #expect(throws: Diagnostic.self) {
      try ChunkRunner.run(200) { (chunk) throws(Diagnostic) -> Int in
        if chunk % 7 == 5 { throw Diagnostic(.numeric, "chunk \(chunk)") }
        return chunk
      }
    }
    #expect(error?.message == "chunk 5")
  }
}
