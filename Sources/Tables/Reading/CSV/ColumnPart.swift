/// The cells of one column in one block.
struct ColumnPart: Sendable {
  /// How cells are kept.
  enum Mode: UInt8, Sendable {
    /// No cell has a value.
    case undecided
    case integers, doubles, booleans, instants
    /// Texts, as numbers given by a worker's interner.
    case codes
    case texts

    var isTextual: Bool { self == .codes || self == .texts }
  }

  var mode = Mode.undecided
  var count = 0
  /// Whole numbers, or ticks of `unit` since 1970; 0 where missing.
  var integers: [Int64] = []
  var unit = Instants.Unit.microseconds
  /// NaN where missing, which some are only if `hasMissing`.
  var doubles: [Double] = []
  var hasMissing = false
  /// One bit a row, clear where missing.
  var booleans: [UInt64] = []
  /// `Categories.missingCode` where missing.
  var codes: [UInt32] = []
  /// The texts that the worker's interner has met here first.
  var newTexts = TextRun()
  var texts = TextRun()
  /// One bit a row, set where there is a value; empty when all have one, and for doubles.
  var valid: [UInt64] = []
  /// What could not be read as a kind that was told, by the row in the block.
  var unreadable: [(row: Int, text: String)] = []
  /// Quoted cells that are no value here and would be a text among texts.
  var hasQuotedBlank = false
  /// All its decimals are three behind one to three digits, so a point may stand between thousands.
  var mayBeGrouped = true
  /// Whole numbers among doubles that no double holds.
  var rounded = RowTally()
  /// Times with digits beyond microseconds, which were cut off.
  var cutTimes = RowTally()
  /// Times that say how far from UTC they are, and times that don't.
  var hasOffset = false
  var plainTimes = RowTally()
}
