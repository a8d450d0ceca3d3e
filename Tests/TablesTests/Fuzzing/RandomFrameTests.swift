import Diagnostics
import Kernels
import Language
import Tables
import Testing

@Suite struct RandomFrameTests {
  @Test(arguments: 0..<200)
  func `what is written reads back as it was`(seed: Int) throws {
    var frames = RandomFrame(RandomGenerator(seed: Seed(seed).derived("round trip")))
    let frame = try frames.frame()
    for delimiter: Unicode.Scalar in [",", ";", "\t"] {
      let text = try CSVWriter(delimiter: delimiter).text(of: frame)
      let read = try CSVReader(options(for: frame, delimiter)).read(text, path: "again.csv")
      #expect(TableDifference.between(frame, read.frame) == nil)
      #expect(read.warnings.isEmpty)
    }
  }

  /// A category and a text are told: their letters alone can't say so. So is the header, which may
  /// look like a row, and the dialect.
  private func options(for frame: Frame, _ delimiter: Unicode.Scalar) -> ReadingOptions {
    var options = ReadingOptions(delimiter: delimiter, quote: .mark("\""), header: true)
    for column in frame.columns where column.kind == .category || column.kind == .text {
      options.kinds[column.name] = column.kind
    }
    return options
  }
}
