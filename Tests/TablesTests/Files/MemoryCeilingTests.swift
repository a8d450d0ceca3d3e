import Diagnostics
import Tables
import Testing

@Suite struct MemoryCeilingTests {
  @Test func `the machine tells how much there is`() throws {
    let resident = try #require(MemoryCeiling.residentByteCount())
    let ceiling = try #require(MemoryCeiling.ofMachine())
    #expect(resident > 1 << 20)
    #expect(ceiling.limit > resident)
  }

  @Test func `work goes on below the ceiling and ends above it`() {
    let roomy = MemoryCeiling(limit: .max).guarding(.silent, named: "big.csv")
    #expect(throws: Never.self) { try roomy(Progress("reading", done: 1, of: 2)) }
    let tight = MemoryCeiling(limit: 1 << 20).guarding(.silent, named: "big.csv")
    do throws(Diagnostic) {
      try tight(Progress("reading", done: 1, of: 2))
      Issue.record("the process is larger than a mebibyte")
    } catch {
      #expect(error.kind == .data)
      #expect(error.message.hasPrefix("'big.csv' does not fit into memory: stopped after 50 % of"))
      #expect(error.message.hasSuffix("below 1 MiB (rows= reads only the first rows)"))
    }
  }
}
