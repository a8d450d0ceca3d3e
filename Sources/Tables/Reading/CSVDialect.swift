package import Language

/// How a table is written as delimited text: as told, or as found in a file.
package struct CSVDialect: Hashable, Sendable {
  package var delimiter: Unicode.Scalar
  /// Nil: quotes are letters like any other.
  package var quote: Unicode.Scalar?
  package var encoding: TextEncoding
  package var header: Bool

  package init(
    delimiter: Unicode.Scalar = ",",
    quote: Unicode.Scalar? = "\"",
    encoding: TextEncoding = .utf8,
    header: Bool = true
  ) {
    self.delimiter = delimiter
    self.quote = quote
    self.encoding = encoding
    self.header = header
  }
}

/// What a person says about a file; whatever is nil is found out from the file itself.
package struct CSVOptions: Hashable, Sendable {
  /// One ASCII character.
  package var delimiter: Unicode.Scalar?
  package var quote: Quote
  package var encoding: TextEncoding?
  package var header: Bool?
  /// Kinds that are known beforehand, by column name; a cell that can't be read so is missing and
  /// kept as unreadable. Names that the file doesn't have are passed over.
  package var kinds: [String: ColumnKind]

  package enum Quote: Hashable, Sendable {
    case none
    /// One ASCII character.
    case mark(Unicode.Scalar)
  }

  package init(
    delimiter: Unicode.Scalar? = nil,
    quote: Quote = .mark("\""),
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
