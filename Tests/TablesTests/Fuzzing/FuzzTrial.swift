import Diagnostics
import Kernels
import Language
import Tables

/// One input made from a seed, and what it must not do.
struct FuzzTrial: Sendable {
  let seed: UInt64
  let input: Input

  enum Input: Sendable {
    case delimited([UInt8], ReadingOptions)
    case objects([UInt8], ReadingOptions, isInLines: Bool)
    case packed([UInt8], ReadingOptions, any TableReader.Type)
    case gzip([UInt8], ReadingOptions)
    case expression(String)
    case line(String)
  }

  init(seed: UInt64) {
    self.seed = seed
    var generator = RandomGenerator(seed: Seed(seed))
    func own() -> RandomGenerator { RandomGenerator(seed: Seed(generator.next())) }
    switch generator.below(16) {
    case 0...2:
      var text = DelimitedText(own())
      input = .delimited(text.bytes(), .random(&generator))
    case 3:
      var text = DelimitedText(own())
      let bytes = MutatedBytes(text.bytes(), crossedWith: text.bytes(), own()).bytes
      input = .delimited(bytes, .random(&generator))
    case 4...6:
      let file = generator.one(of: CorpusBytes.all)
      let other = generator.one(of: CorpusBytes.all)
      let bytes = MutatedBytes(file, crossedWith: other, own()).bytes
      input = .delimited(bytes, .random(&generator))
    case 7...9:
      var text = ObjectText(own())
      let isInLines = generator.chance(0.5)
      var bytes = isInLines ? text.lines() : text.document()
      if generator.chance(0.6) {
        bytes = MutatedBytes(bytes, crossedWith: text.lines(), own()).bytes
      }
      input = .objects(bytes, .random(&generator), isInLines: isInLines)
    case 10:
      let file = generator.one(of: PackedBytes.all)
      let bytes = MutatedBytes(file.bytes, crossedWith: file.bytes, own()).bytes
      input = .packed(bytes, .random(&generator), file.reader)
    case 11:
      var workbook = WorkbookBytes(own())
      input = .packed(workbook.bytes(), .random(&generator), WorkbookReader.self)
    case 12:
      let file = generator.one(of: PackedBytes.gzip)
      let bytes = MutatedBytes(file, crossedWith: file, own()).bytes
      input = .gzip(bytes, .random(&generator))
    case 13, 14:
      var text = ExpressionText(own())
      input = .expression(text.text())
    default:
      var text = LineText(own())
      input = .line(text.text())
    }
  }

  /// The input as a file to keep.
  var bytes: [UInt8] {
    switch input {
    case .delimited(let bytes, _), .objects(let bytes, _, _), .packed(let bytes, _, _),
      .gzip(let bytes, _):
      bytes
    case .expression(let text), .line(let text): Array(text.utf8)
    }
  }

  var description: String {
    switch input {
    case .delimited(let bytes, let options):
      "seed \(seed): \(bytes.count) bytes of text, \(options)"
    case .objects(let bytes, let options, let isInLines):
      "seed \(seed): \(bytes.count) bytes of JSON\(isInLines ? " lines" : ""), \(options)"
    case .packed(let bytes, let options, let reader):
      "seed \(seed): \(bytes.count) bytes of \(reader.format), \(options)"
    case .gzip(let bytes, let options):
      "seed \(seed): \(bytes.count) bytes of gzip, \(options)"
    case .expression(let text): "seed \(seed): expression \(text)"
    case .line(let text): "seed \(seed): line \(text)"
    }
  }

  /// What it broke; nil = nothing.
  func fault() -> String? {
    switch input {
    case .delimited(let bytes, let options): Self.fault(of: bytes, options)
    case .objects(let bytes, let options, let isInLines):
      ReaderLaw(isInLines ? JSONLinesReader.self : JSONReader.self, options, bytes).fault()
    case .packed(let bytes, let options, let reader): ReaderLaw(reader, options, bytes).fault()
    case .gzip(let bytes, let options): ReaderLaw(CSVReader.self, options, gzip: bytes).fault()
    case .expression(let text): ExpressionLaw.fault(of: text)
    case .line(let text): Self.fault(ofLine: text)
    }
  }

  /// Blocks of any size, on any number of threads, give the same.
  private static func fault(of bytes: [UInt8], _ options: ReadingOptions) -> String? {
    var other = CSVReader(options)
    other.blockSize = 1 + bytes.count % 97
    other.workerCount = 1 + bytes.count % 3
    return ReaderLaw(CSVReader.self, options, bytes).fault(besides: other).map {
      "\($0) (blocks of \(other.blockSize) on \(other.workerCount) threads)"
    }
  }

  /// A line that can be read prints as one that reads the same.
  private static func fault(ofLine text: String) -> String? {
    _ = Script(text).lines.map(\.content)
    guard let call = try? CallParser.parse(text, signatures: LineText.vocabulary).call
    else { return nil }
    do throws(Diagnostic) {
      let again = try CallParser.parse(call.text, signatures: LineText.vocabulary).call
      return again == call ? nil : "'\(call.text)' reads as another call, '\(again.text)'"
    } catch {
      return "'\(call.text)', printed by a call, doesn't read: \(error.message)"
    }
  }
}
