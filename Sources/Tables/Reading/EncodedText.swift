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
    let warnings: () -> [String]
  }

  private(set) var attempts: [Attempt] = []
  private static let headSize = 1 << 16

  init(_ source: any ByteSource, options: ReadingOptions) throws(Diagnostic) {
    let head = try Self.head(of: source)
    let marked = TextEncoding.marked(head)
    let wide = TextEncoding.unmarkedWide(head)
    let told = options.encoding ?? marked
    if let encoding = told ?? wide, encoding != .utf8 {
      let text = TranscodedSource(source, from: encoding)
      let isGuessed = told == nil
      attempts = [
        Attempt(source: text, encoding: encoding, markLength: 0) {
          text.warnings(isGuessed: isGuessed)
        }
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
      warnings: { [] }
    )
    let isForced = options.encoding == .utf8 || marked == .utf8
    let repaired = TranscodedSource(source, from: isForced ? .utf8 : .windows1252)
    attempts = [
      plain,
      Attempt(source: repaired, encoding: isForced ? .utf8 : .windows1252, markLength: 0) {
        repaired.warnings(isGuessed: !isForced)
      },
    ]
  }

  private static func head(of source: any ByteSource) throws(Diagnostic) -> [UInt8] {
    let stream = try source.open()
    var bytes = [UInt8](repeating: 0, count: headSize)
    var count = 0
    while count < headSize {
      let got = try stream.read(into: &bytes, count..<headSize)
      if got == 0 { break }
      count += got
    }
    return Array(bytes[..<count])
  }
}
