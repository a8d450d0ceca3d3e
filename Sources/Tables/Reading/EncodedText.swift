import Diagnostics

/// The text that a source's bytes stand for, by what its head says.
struct EncodedText {
  /// One way to read it. A later one is for when the text isn't UTF-8 after all.
  struct Attempt {
    /// UTF-8.
    let source: any ByteSource
    let encoding: TextEncoding
    /// The bytes of a byte order mark.
    let markLength: Int
    /// Complete once the source has been read.
    let warnings: (_ replaced: RowTally) -> [String]
    /// U+FFFD stands for what can't be read.
    var isRepaired = false
    /// Whether it is to be tried, asked when its turn comes.
    var condition: () throws(Diagnostic) -> Bool = { () throws(Diagnostic) in true }
  }

  private(set) var attempts: [Attempt] = []
  private static let headSize = 1 << 16

  init(_ source: any ByteSource, options: ReadingOptions) throws(Diagnostic) {
    let head = try source.head(Self.headSize)
    let marked = TextEncoding.marked(head)
    let wide = TextEncoding.unmarkedWide(head)
    let told = options.encoding ?? marked
    if let encoding = told ?? wide, encoding != .utf8 {
      let text = TranscodedSource(source, from: encoding)
      let isGuessed = told == nil
      attempts = [
        Attempt(
          source: text,
          encoding: encoding,
          markLength: 0,
          warnings: { text.warnings(isGuessed: isGuessed, replaced: $0) },
          isRepaired: true
        )
      ]
      return
    }
    if let kind = BinaryFormat.name(of: head) {
      throw Diagnostic(
        .data,
        "'\(source.name)' is \(kind), expected text separated by commas, semicolons or tabs",
        subject: source.name
      )
    }
    if TextEncoding.isBinary(head) {
      throw Diagnostic(
        .data,
        "'\(source.name)' is a binary file, expected text",
        subject: source.name
      )
    }
    let plain = Attempt(
      source: source,
      encoding: .utf8,
      markLength: marked == .utf8 ? 3 : 0,
      warnings: { _ in [] }
    )
    let isForced = options.encoding == .utf8 || marked == .utf8
    let repaired = TranscodedSource(source, from: .utf8)
    let windows = TranscodedSource(source, from: .windows1252)
    attempts = [
      plain,
      Attempt(
        source: repaired,
        encoding: .utf8,
        markLength: 0,
        warnings: { repaired.warnings(isGuessed: false, replaced: $0) },
        isRepaired: true,
        condition: { () throws(Diagnostic) in
          if isForced { return true }
          return try Self.isCutUTF8(source)
        }
      ),
      Attempt(
        source: windows,
        encoding: .windows1252,
        markLength: 0,
        warnings: { windows.warnings(isGuessed: true, replaced: $0) }
      ),
    ]
  }

  /// Whether all is UTF-8, some of it not ASCII, but for a character that the end cuts off.
  private static func isCutUTF8(_ source: any ByteSource) throws(Diagnostic) -> Bool {
    let stream = try source.open()
    var transcoder = Transcoder(.utf8)
    var bytes = [UInt8](repeating: 0, count: headSize)
    var output: [UInt8] = []
    var hasOthers = false
    while true {
      let count = try stream.read(into: &bytes, 0..<headSize)
      if count == 0 { return hasOthers && transcoder.hasRest }
      output.removeAll(keepingCapacity: true)
      transcoder.decode(bytes[..<count], isLast: false, into: &output)
      if transcoder.brokenLines.count > 0 { return false }
      hasOthers = hasOthers || output.contains { $0 >= 0x80 }
    }
  }
}
