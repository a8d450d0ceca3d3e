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
