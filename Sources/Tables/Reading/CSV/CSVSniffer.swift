/// Finds out from a file's first records how it is written.
struct CSVSniffer {
  /// So many records are looked at.
  private static let sampleSize = 100
  private static let delimiters = [UInt8](",;\t|".utf8)

  /// The delimiter that cuts most records into the same number of fields, more than one; a comma
  /// when none does.
  static func delimiter(of bytes: borrowing Span<UInt8>, quote: UInt8) -> UInt8 {
    var best: (delimiter: UInt8, agreement: Double, width: Int) = (UInt8(ascii: ","), 0, 1)
    for candidate in delimiters {
      let sample = Self.sample(of: bytes, delimiter: candidate, quote: quote)
      let width = commonWidth(of: sample, from: 0)
      guard width > 1 else { continue }
      let agreeing = (0..<sample.recordCount).count { sample.fieldCount(ofRecord: $0) == width }
      let agreement = Double(agreeing) / Double(sample.recordCount)
      if agreement > best.agreement || agreement == best.agreement && width > best.width {
        best = (candidate, agreement, width)
      }
    }
    return best.delimiter
  }

  static func sample(
    of bytes: borrowing Span<UInt8>,
    delimiter: UInt8,
    quote: UInt8
  ) -> FieldIndex {
    var index = FieldIndex()
    var scanner = RecordScanner(delimiter: delimiter, quote: quote)
    scanner.scan(bytes, to: min(bytes.count, 1 << 20), maximum: sampleSize, into: &index)
    return index
  }

  /// The number of fields that most records have; the greater one of two.
  static func commonWidth(of sample: FieldIndex, from first: Int) -> Int {
    var counts: [Int: Int] = [:]
    for record in first..<max(first, sample.recordCount) {
      counts[sample.fieldCount(ofRecord: record), default: 0] += 1
    }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  enum Header {
    case certain(Bool)
    case guessed(Bool)
  }

  /// Whether the first record names the columns.
  ///
  /// It does when it has a text above a column of numbers, booleans or datetimes; it doesn't when
  /// it has one of those itself; where everything is text it is taken for names.
  static func header(
    of sample: FieldIndex,
    in bytes: borrowing Span<UInt8>,
    quote: UInt8
  ) -> Header {
    guard sample.recordCount > 0 else { return .certain(true) }
    var hasValue = false
    for column in 0..<sample.fieldCount(ofRecord: 0) {
      var evidence = KindEvidence()
      var top: CellText.Form = .missing
      sample.forEachCell(inColumn: column, fromRecord: 0, of: bytes, quote: quote) {
        record,
        cell,
        isQuoted in
        if record == 0 {
          top = CellText.form(of: cell)
        } else {
          evidence.add(cell, isQuoted: isQuoted, row: record)
        }
      }
      switch top {
      case .text: if evidence.storage != .textual { return .certain(true) }
      case .missing: break
      case .integer, .decimal, .boolean, .datetime, .digits: hasValue = true
      }
    }
    return hasValue ? .guessed(false) : .guessed(true)
  }
}
