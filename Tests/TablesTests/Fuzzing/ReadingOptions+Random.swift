import Kernels
import Language
import Tables

extension ReadingOptions {
  /// Mostly nothing is told, else a few things that may suit the file or not.
  static func random(_ generator: inout RandomGenerator) -> ReadingOptions {
    var options = ReadingOptions()
    guard generator.chance(0.4) else { return options }
    for _ in 0..<generator.within(1...3) {
      switch generator.below(14) {
      case 0: options.delimiter = generator.one(of: [",", ";", "\t", " ", "|", "a", "\""])
      case 1: options.quote = generator.one(of: [.absent, .mark("'"), .mark("\""), .mark("x")])
      case 2: options.comment = generator.one(of: [.absent, .mark("#"), .mark("%"), .mark("1")])
      case 3: options.header = generator.chance(0.5)
      case 4: options.skippedLineCount = generator.below(5)
      case 5: options.encoding = generator.one(of: TextEncoding.allCases)
      case 6: options.decimal = generator.one(of: [",", "."])
      case 7: options.thousands = generator.one(of: [",", ".", "'", " "])
      case 8: options.readsPercent = generator.chance(0.5)
      case 9: options.readsCurrency = generator.chance(0.5)
      case 10: options.dateOrder = generator.one(of: DateOrder.allCases)
      case 11: options.missingSpellings = ["-", "a", "1"]
      case 12: options.width = generator.within(1...12)
      default: options.rowLimit = generator.within(1...20)
      }
    }
    if generator.chance(0.3) {
      for name in ["c0", "c1", "x", "column_1", "a", "b"] where generator.chance(0.5) {
        options.kinds[name] = generator.one(of: ColumnKind.allCases)
      }
    }
    return options
  }
}
