import Kernels

/// Makes workbooks, whole or with one part broken.
struct WorkbookBytes {
  private var generator: RandomGenerator

  init(_ generator: RandomGenerator) { self.generator = generator }

  mutating func bytes() -> [UInt8] {
    var parts = [
      (name: "xl/workbook.xml", text: workbook()),
      (name: "xl/_rels/workbook.xml.rels", text: Self.relations),
      (name: "xl/worksheets/sheet1.xml", text: sheet()),
      (name: "xl/sharedStrings.xml", text: sharedTexts()),
      (name: "xl/styles.xml", text: Self.styles),
    ]
    if generator.chance(0.1) { parts.remove(at: generator.below(parts.count)) }
    var contents = parts.map { (name: $0.name, bytes: Array($0.text.utf8)) }
    if generator.chance(0.4) {
      let part = generator.below(contents.count)
      let other = generator.one(of: contents).bytes
      let own = RandomGenerator(seed: Seed(generator.next()))
      contents[part].bytes =
        MutatedBytes(contents[part].bytes, crossedWith: other, own).bytes
    }
    return StoredZip(contents).bytes
  }

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relations = """
    <Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>
    """
  private static let styles = """
    <styleSheet><numFmts count="1"><numFmt numFmtId="170" formatCode="d/m/yy &quot;x&quot;"/></numFmts>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="9"/></cellXfs>
    </styleSheet>
    """

  /// A cell's type, which may be left out, and what it holds.
  private static let values = [
    ("", "<v>1</v>"), ("", "<v>45321.5</v>"), ("", "<v/>"), ("", ""), ("s", "<v>0</v>"),
    ("", "<f>A1+1</f><v>-0</v>"), ("n", "<v>99999999999999999999</v>"), ("s", "<v>3</v>"),
    ("b", "<v>1</v>"), ("e", "<v>#N/A</v>"), ("str", "<v>t</v>"),
    ("inlineStr", "<is><t>i</t></is>"), ("d", "<v>2024-01-31T10:00:00</v>"),
  ]
  private static let oddValues = [
    ("s", "<v>4</v>"), ("s", "<v>-1</v>"), ("b", "<v>x</v>"), ("", "<v>1e400</v>"),
    ("zz", "<v>1</v>"), ("d", "<v>2024-13-31</v>"),
  ]

  private mutating func workbook() -> String {
    let flag = generator.chance(0.2) ? " date1904=\"1\"" : ""
    let state = generator.chance(0.2) ? " state=\"hidden\"" : ""
    return "<workbook xmlns=\"\(Self.main)\"><workbookPr\(flag)/><sheets>"
      + "<sheet name=\"One\"\(state) sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
  }

  private mutating func sharedTexts() -> String {
    let items = (0..<4).map { _ in
      generator.one(of: [
        "<si><t>a</t></si>", "<si><r><t>b</t></r><r><t xml:space=\"preserve\"> c</t></r></si>",
        "<si><t>&#10;&lt;&amp;</t><rPh><t>x</t></rPh></si>", "<si><t>_x0041__x0000_</t></si>",
        "<si/>", "<si><t>12</t></si>",
      ])
    }
    return "<sst>" + items.joined() + "</sst>"
  }

  private mutating func sheet() -> String {
    let rows = (0..<generator.within(0...6)).map { row in
      let place = generator.chance(0.8) ? " r=\"\(row + 1)\"" : ""
      let cells = (0..<generator.within(0...5)).map { cell(row: row, column: $0) }
      return "<row\(place)>" + cells.joined() + "</row>"
    }
    return "<worksheet xmlns=\"\(Self.main)\"><sheetData>" + rows.joined()
      + "</sheetData></worksheet>"
  }

  private mutating func cell(row: Int, column: Int) -> String {
    let letters = generator.one(of: ["A", "B", "C", "D", "E", "XFD", "AAAA", "é", ""])
    let name = generator.chance(0.9) ? ["A", "B", "C", "D", "E"][column] : letters
    let line = generator.one(of: [
      "\(row + 1)", "\(row + 1)", "1048576", "99999999999999999999", "",
    ])
    let place =
      generator.chance(0.7) ? " r=\"\(name)\(generator.chance(0.95) ? "\(row + 1)" : line)\"" : ""
    let style =
      generator.chance(0.3) ? " s=\"\(generator.one(of: ["0", "1", "2", "3", "99", "-1"]))\"" : ""
    let (type, value) = generator.one(of: generator.chance(0.02) ? Self.oddValues : Self.values)
    return "<c\(place)\(style)\(type.isEmpty ? "" : " t=\"\(type)\"")>\(value)</c>"
  }
}
