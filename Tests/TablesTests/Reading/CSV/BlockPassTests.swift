import Diagnostics
import Language
import Tables
import TestSupport
import Testing

/// However a text is cut into blocks and shared out, the table and its warnings are the same.
@Suite struct BlockPassTests {
  private func reading(
    _ bytes: [UInt8],
    _ options: ReadingOptions,
    block: Int,
    workers: Int
  ) -> String {
    var reader = CSVReader(options)
    reader.blockSize = block
    reader.workerCount = workers
    do throws(Diagnostic) {
      let table = try reader.read(bytes, path: "x.csv")
      return table.frame.digest + "\n" + table.warnings.joined(separator: "\n")
    } catch {
      return error.message
    }
  }

  private func expectSame(_ text: String, _ options: ReadingOptions = ReadingOptions()) {
    let bytes = Array(text.utf8)
    let whole = reading(bytes, options, block: 1 << 20, workers: 1)
    for (block, workers) in [(1, 1), (3, 4), (8, 2), (17, 3), (64, 2), (500, 3)] {
      let cut = reading(bytes, options, block: block, workers: workers)
      #expect(cut == whole, "blocks of \(block), \(workers) workers:\n\(text)")
    }
  }

  @Test func `kinds that change on the way are the same for any block`() {
    expectSame("a,b\n1,x\n2,y\n3.5,z\n4,x\n9007199254740993,y\n")
    expectSame("a,b\n1,\n2,\n3,\nfour,\n5,\n")
    expectSame("a,b\n,1\n\"\",2\nNA,3\n,4\nx,5\n")
    expectSame("a,b\ntrue,1\nfalse,2\n7,3\ntrue,x\n")
    expectSame("a,b\n2024-01-31,1\n2024-01-31 10:20,2\n2024-01-31T10:20:30.5Z,3\nx,4\n")
    expectSame("a,b\n1,1\n007,2\n1.5,3\nx,4\n2,5\n")
    expectSame("a,b\n,1\n\"\",2\n,3\n")
  }

  @Test func `quotes, comments and ragged rows are the same for any block`() {
    expectSame("a,b\n\"x\ny\",1\n\"say \"\"hi\"\"\",2\n\"open,3\nz,4\n\"in\"ner\",5\n")
    expectSame("a,b,c\n1,2\n1,2,3,4\n# no row\n#,2,3\n1,2,3,\n")
    expectSame("a,b\r\n1,\"x\"\r\n2,\"y\" \r\r\n\r\n3,z")
    expectSame("a b\n 1  2 \n3\t4\n  \n5 6")
  }

  @Test func `random texts are the same for any block`() {
    var state: UInt64 = 5
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "1", "2.5", "-7", "007", "x", "said", "\"", "\"\"", "\"a,b\"", "\"two\nlines\"", ",", ",",
      ",",
      "\n", "\n", "\r\n", "true", "2024-02-29", "1,5", "12%", "$5", "#", "é", "\u{0}", "NA", " ",
      ";",
      "31/01/2024", "1 234", "1.234,5", "\\\"", "'",
    ]
    for _ in 0..<1_500 {
      expectSame("a,b,c\n" + (0..<next(40)).map { _ in pieces[next(pieces.count)] }.joined())
    }
  }

  @Test(arguments: ["german_credit", "penguins_raw", "storms"])
  func `samples are the same for any block`(name: String) throws {
    let bytes = try FileSource.bytes(of: "\(repository)/samples/\(name).csv")
    let whole = reading(bytes, ReadingOptions(), block: 1 << 24, workers: 1)
    for (block, workers) in [(700, 3), (10_000, 2)] {
      #expect(reading(bytes, ReadingOptions(), block: block, workers: workers) == whole)
    }
  }

  @Test func `a row limit counts rows, not blocks`() throws {
    let text = "n,t\n" + (0..<1_000).map { "\($0),v\($0 % 7)\n" }.joined()
    for block in [1, 100, 100_000] {
      var options = ReadingOptions()
      options.rowLimit = 123
      var reader = CSVReader(options)
      reader.blockSize = block
      let table = try reader.read(Array(text.utf8), path: "x.csv")
      #expect(table.frame.rowCount == 123)
      #expect(try table.frame.column(named: "n").value(at: 122) == .integer(122))
      #expect(table.warnings.isEmpty)
    }
  }

  @Test func `whoever has seen enough gets the rows so far, without a gap`() throws {
    let text = "n,t\n" + (0..<50_000).map { "\($0),\($0)x\n" }.joined()
    let enough = Cancellation()
    let report = Report { (progress) throws(Diagnostic) in
      if progress.done > 20_000 { enough.cancel() }
    }
    var reader = CSVReader()
    reader.blockSize = 4_000
    reader.headSize = 100
    let table = try reader.read(
      MemorySource(name: "x.csv", bytes: Array(text.utf8)),
      ReadingContext(report: report, enough: enough)
    )
    let count = table.frame.rowCount
    #expect(count > 0 && count < 50_000)
    #expect(
      try table.frame.column(named: "n").values == (0..<count).map { .integer(Int64($0)) }
    )
  }

  @Test func `the first rows are shown before the rest is read`() throws {
    let text = "n,t\n" + (0..<50_000).map { "\($0),\($0 % 5)x\n" }.joined()
    let shown = Latch()
    _ = try CSVReader().read(
      MemorySource(name: "x.csv", bytes: Array(text.utf8)),
      ReadingContext(preview: { frame in shown.set(frame) })
    )
    let frame = try #require(shown.frame)
    #expect(frame.rowCount == 200)
    #expect(try frame.column(named: "n").value(at: 199) == .integer(199))
    #expect(try frame.column(named: "t").kind == .category)
  }

  @Test func `thousands of columns, cells of a megabyte and a single long line are read`() throws {
    let width = 3_000
    let wide = (0..<3).map { row in
      (0..<width).map { row == 0 ? "c\($0)" : "\($0 + row)" }.joined(separator: ",") + "\n"
    }.joined()
    let table = try CSVReader().read(Array(wide.utf8), path: "x.csv")
    #expect(table.frame.columnCount == width)
    #expect(try table.frame.column(named: "c2999").values == [.integer(3_000), .integer(3_001)])
    let long = String(repeating: "lorem, ", count: 200_000)
    let cells = try CSVReader().read(Array("a,b\n1,\"\(long)\"\n2,x\n".utf8), path: "x.csv")
    #expect(try cells.frame.column(named: "b").values == [.text(long), .text("x")])
  }

  @Test func `a table that is too large for the memory is given up in time`() {
    let text = "n,t\n" + (0..<60_000).map { "\($0).5,\($0)x\n" }.joined()
    var reader = CSVReader()
    reader.blockSize = 10_000
    do throws(Diagnostic) {
      _ = try reader.read(
        MemorySource(name: "x.csv", bytes: Array(text.utf8)),
        ReadingContext(memoryLimit: 100_000)
      )
      Issue.record("read all the same")
    } catch {
      #expect(error.kind == .data)
      #expect(error.message.contains("rows were read"))
      #expect(error.hint?.hasPrefix("rows=") == true)
    }
  }
}
