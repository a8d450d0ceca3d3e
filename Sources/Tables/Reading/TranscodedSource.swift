import Diagnostics
private import Synchronization

/// The UTF-8 text of a source in another encoding, without a byte order mark.
struct TranscodedSource: ByteSource {
  private let source: any ByteSource
  private let encoding: TextEncoding
  private let findings = Findings()

  init(_ source: any ByteSource, from encoding: TextEncoding) {
    self.source = source
    self.encoding = encoding
  }

  var name: String { source.name }
  var byteCount: Int? { source.byteCount }

  func open() throws(Diagnostic) -> any ByteStream {
    TranscodingStream(try source.open(), Transcoder(encoding), findings)
  }

  /// What the last reading to the end has found.
  ///
  /// - Parameters:
  ///   - isGuessed: nobody told the encoding.
  ///   - replaced: rows that have U+FFFD.
  func warnings(isGuessed: Bool, replaced: RowTally) -> [String] {
    let found = findings.lines.withLock { $0 }
    var warnings: [String] = []
    switch encoding {
    case .windows1252, .latin1:
      guard isGuessed, let first = found.first else { return [] }
      return [
        "\(Self.count(found.count)) not UTF-8, first line \(first): read as windows-1252 "
          + "(encoding=\"utf-8\" says otherwise)"
      ]
    case .utf16LittleEndian, .utf16BigEndian:
      if isGuessed {
        warnings.append(
          "every other byte is zero: read as \(encoding.rawValue) (encoding=\"utf-8\" says otherwise)"
        )
      }
    case .utf8: break
    }
    guard let first = found.first else { return warnings }
    let place = replaced.isEmpty ? "line \(first)" : replaced.text
    let other = encoding == .utf8 ? " (encoding=\"windows-1252\" reads all)" : ""
    warnings.append("\(place): not \(encoding.rawValue), what can't be read became U+FFFD\(other)")
    return warnings
  }

  private static func count(_ lines: Int) -> String {
    lines == 1 ? "1 line is" : "\(lines) lines are"
  }

  /// Shared with the streams.
  fileprivate final class Findings: Sendable {
    let lines = Mutex<(first: Int?, count: Int)>((nil, 0))
  }
}

private final class TranscodingStream: ByteStream {
  private let stream: any ByteStream
  private var transcoder: Transcoder
  private let findings: TranscodedSource.Findings
  private var input = [UInt8](repeating: 0, count: 1 << 16)
  private var output: [UInt8] = []
  private var outputStart = 0
  private var isAtEnd = false

  init(
    _ stream: any ByteStream,
    _ transcoder: Transcoder,
    _ findings: TranscodedSource.Findings
  ) {
    self.stream = stream
    self.transcoder = transcoder
    self.findings = findings
  }

  var position: Int { stream.position }
  var shortfall: String? { stream.shortfall }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int {
    guard buffer.count > 0 else { return 0 }
    while outputStart == output.count, !isAtEnd {
      output.removeAll(keepingCapacity: true)
      outputStart = 0
      let count = try stream.read(into: &input, 0..<input.count)
      isAtEnd = count == 0
      transcoder.decode(input[..<count], isLast: isAtEnd, into: &output)
      if isAtEnd { findings.lines.withLock { $0 = transcoder.brokenLines } }
    }
    let count = min(buffer.count, output.count - outputStart)
    unsafe buffer.copyBytes(from: output[outputStart..<outputStart + count])
    outputStart += count
    return count
  }
}
