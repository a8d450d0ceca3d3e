package import Language

/// What a person says about a file, as the options of `load`; whatever is left out is found out
/// from the file itself.
///
/// Which of them a format takes, its reader tells.
package struct ReadingOptions: Hashable, Sendable {
  /// One ASCII character; a blank stands for runs of blanks.
  package var delimiter: Unicode.Scalar?
  package var quote: Mark?
  /// What a line begins with that is no row.
  package var comment: Mark?
  package var header: Bool?
  /// Lines before the table.
  package var skippedLineCount: Int?
  package var encoding: TextEncoding?
  package var decimal: Unicode.Scalar?
  package var thousands: Unicode.Scalar?
  package var readsPercent: Bool?
  package var readsCurrency: Bool?
  package var dateOrder: DateOrder?
  /// Spellings of a missing value beside the usual ones.
  package var missingSpellings: [String] = []
  /// How many columns there are.
  package var width: Int?
  /// Only so many rows.
  package var rowLimit: Int?
  /// Kinds that are known beforehand, by column name; a cell that can't be read so is missing and
  /// kept as unreadable. Names that the file doesn't have are passed over.
  package var kinds: [String: ColumnKind] = [:]
  /// A table's name in a database, or a sheet's in a workbook.
  package var table: String?
  /// A query to a database in place of a table.
  package var query: String?

  package enum Mark: Hashable, Sendable {
    case absent
    /// One ASCII character.
    case mark(Unicode.Scalar)
  }

  /// In which order a date names its parts.
  package enum DateOrder: String, Hashable, Sendable, CaseIterable {
    case dayMonthYear = "dmy"
    case monthDayYear = "mdy"
    case yearMonthDay = "ymd"
  }

  /// Whether a comma stands before decimals; nil where nobody says.
  var hasDecimalComma: Bool? {
    if let decimal { return decimal == "," }
    switch thousands {
    case ","?: return false
    case "."?: return true
    default: return nil
    }
  }

  package init(
    delimiter: Unicode.Scalar? = nil,
    quote: Mark? = nil,
    encoding: TextEncoding? = nil,
    header: Bool? = nil,
    kinds: [String: ColumnKind] = [:]
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.encoding = encoding
    self.header = header
    self.kinds = kinds
  }
}
