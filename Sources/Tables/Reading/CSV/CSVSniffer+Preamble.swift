extension CSVSniffer {
  /// Leaves out leading lines of another width than the later ones.
  mutating func skipPreamble() {
    let (width, first) = Self.common(sample)
    let records = sample.records
    guard width >= 2, first > 0, records[..<first].allSatisfy({ $0.width != width }) else {
      return
    }
    let lead = records[0]
    if first == 1 {
      // A header may be wider than the rows, or lack a name above row names.
      if lead.width > width { return }
      let isTextOnly = !records.dropFirst().contains { $0.cells.contains { $0.isValue } }
      if lead.width == width - 1, Self.header(of: sample, from: 1) != .certain(true),
        lead.width > 1 || !isTextOnly
      {
        return
      }
    }
    let before = text[start..<records[first].start]
    let lines = before.count { $0 == syntax.lineEnd }
    start = records[first].start
    sample = read(syntax)
    let what = lines == 1 ? "the first line is" : "the first \(lines) lines are"
    warnings.append(
      "\(what) no part of the table, left out (skip=0 keeps \(lines == 1 ? "it" : "them"))"
    )
  }

  /// The last comment above the table names the columns when nothing else does.
  mutating func takeMarkedNames() {
    guard commentCount > 0, syntax.isCommentGuessed || options.comment != nil,
      options.header != true
    else { return }
    var syntax = syntax
    syntax.comment = RecordSyntax.none
    var last: Int?
    var place = 0
    while place < start {
      if text[place] == self.syntax.comment { last = place }
      place = lineEndPlace(from: place)
    }
    guard let last else { return }
    let body = last + 1
    let line = CSVSample(text, syntax, from: body, isWhole: isWhole, limit: 1)
    let (width, _) = Self.common(sample)
    guard let record = line.records.first, record.width == width, width >= 2,
      Self.header(of: sample, from: 0) != .certain(true)
    else { return }
    markedNames = record.cells.map(\.text)
    commentCount -= 1
  }
}
