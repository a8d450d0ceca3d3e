import Language
import Tables
import Testing

@Suite struct EncodedTextTests {
  private func wide(_ text: String, littleEndian: Bool = true) -> [UInt8] {
    text.utf16.flatMap { unit in
      let pair = [UInt8(unit & 255), UInt8(unit >> 8)]
      return littleEndian ? pair : pair.reversed()
    }
  }

  @Test(arguments: [true, false])
  func `UTF-16 is known by its zeros, in either order`(littleEndian: Bool) throws {
    let table = try CSVReader().read(
      wide("name,n\nÜnal 😀,1\nx,2\n", littleEndian: littleEndian),
      path: "x.csv"
    )
    #expect(try table.frame.column(named: "name").value(at: 0) == .text("Ünal 😀"))
    #expect(table.warnings.count == 1 && table.warnings[0].contains("encoding="))
  }

  @Test func `bytes far behind the head still decide the encoding`() throws {
    let rows = (0..<100_000).map { "\($0),plain\n" }.joined()
    let bytes = Array(("n,t\n" + rows).utf8) + [0x31, 0x2C, 0xE9, 0x0A]
    var reader = CSVReader()
    reader.blockSize = 5_000
    let table = try reader.read(bytes, path: "x.csv")
    #expect(table.dialect?.encoding == .windows1252)
    #expect(try table.frame.column(named: "t").value(at: 100_000) == .text("é"))
    #expect(table.warnings.count == 1)
    #expect(table.warnings[0].contains("1 line is not UTF-8, first line 100002"))
  }

  @Test func `letters that the pieces of a file divide stay whole`() throws {
    let rows = (0..<30_000).map { "\($0),😀é漢\n" }.joined()
    for encoding in [TextEncoding.utf8, .utf16LittleEndian] {
      let bytes = encoding == .utf8 ? Array(("n,t\n" + rows).utf8) : wide("n,t\n" + rows)
      var options = ReadingOptions()
      options.encoding = encoding
      let table = try CSVReader(options).read(bytes, path: "x.csv")
      #expect(table.frame.rowCount == 30_000)
      #expect(try table.frame.column(named: "t").categories.levels == ["😀é漢"])
      #expect(table.warnings.isEmpty)
    }
  }

  @Test func `latin-1 and windows-1252 differ in the euro`() throws {
    let bytes = Array("t,n\n".utf8) + [0x80, 0xE9] + Array(",1\n".utf8)
    var options = ReadingOptions()
    options.encoding = .windows1252
    let windows = try CSVReader(options).read(bytes, path: "x.csv")
    #expect(try windows.frame.column(named: "t").value(at: 0) == .text("€é"))
    options.encoding = .latin1
    let latin = try CSVReader(options).read(bytes, path: "x.csv")
    #expect(try latin.frame.column(named: "t").value(at: 0) == .text("\u{80}é"))
    #expect(windows.warnings.isEmpty && latin.warnings.isEmpty)
  }
}
