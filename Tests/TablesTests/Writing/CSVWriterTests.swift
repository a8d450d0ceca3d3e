import Diagnostics
import Language
import Tables
import Testing

@Suite struct CSVWriterTests {
  private func text(_ frame: Frame) throws -> String {
    String(decoding: try CSVWriter().text(of: frame), as: UTF8.self)
  }

  @Test func `cells are quoted where they would read as something else`() throws {
    let frame = try Frame([
      Column("a,b", texts: ["x,y", "say \"hi\"", "two\nlines", "", nil, "NA", " na ", " None"]),
      Column("n", integers: [1, 2, 3, 4, nil, 6, 7, 8]),
    ])
    #expect(
      try text(frame) == """
        "a,b",n
        "x,y",1
        "say ""hi""\",2
        "two
        lines",3
        "",4
        ,
        "NA",6
        " na ",7
        " None",8

        """
    )
  }

  @Test func `all kinds read back as they were`() throws {
    let frame = try Frame([
      Column("d", doubles: [0.1, 1e300, -0.0, .nan, 5, 1.0 / 3]),
      Column("w", doubles: [1, 2, 3, 4, 5, 6]),
      Column("i", integers: [.max, .min, 0, nil, 1, 2]),
      Column("b", booleans: [true, false, nil, true, true, false]),
      Column("c", categories: ["x", "y", nil, "x", "y", ""]),
      Column("t", texts: ["", "NA", nil, "a\r\nb", "\"", "é"]),
      Column(
        "when",
        instants: [
          Instant("2024-01-31"), Instant("1900-01-01T01:02:03.5Z"), nil, Instant("2000-02-29"),
          Instant("1970-01-01"), Instant("9999-12-31T23:59:59.999999Z"),
        ]
      ),
    ])
    let options = ReadingOptions(kinds: ["c": .category])
    let read = try CSVReader(options).read(try CSVWriter().text(of: frame), path: "x.csv")
    #expect(read.frame == frame)
    let tabs = try CSVWriter(delimiter: "\t").text(of: frame)
    #expect(try CSVReader(options).read(tabs, path: "x.tsv").frame == frame)
  }

  @Test func `missing in a table of one column is no blank line`() throws {
    let frame = try Frame([Column("x", integers: [1, nil, 3])])
    #expect(try text(frame) == "x\n1\nNA\n3\n")
    #expect(try CSVReader().read(try CSVWriter().text(of: frame), path: "x.csv").frame == frame)
  }

  @Test func `a delimiter has to be an ASCII character`() throws {
    #expect(throws: Diagnostic.self) { try CSVWriter(delimiter: "\"").text(of: Frame()) }
    #expect(throws: Diagnostic.self) { try CSVWriter(delimiter: "→").text(of: Frame()) }
  }
}
