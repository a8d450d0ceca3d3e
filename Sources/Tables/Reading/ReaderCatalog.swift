package import Diagnostics

/// The formats that tables are read from.
package enum ReaderCatalog {
  package static let all: [any TableReader.Type] = [
    CSVReader.self,
    JSONLinesReader.self,
    JSONReader.self,
    ParquetReader.self,
    SQLiteReader.self,
    WorkbookReader.self,
  ]

  package static var formats: [String] { all.map { $0.format } }

  package static func reader(named format: String) throws(Diagnostic) -> any TableReader.Type {
    guard let reader = all.first(where: { $0.format == format }) else {
      throw .unknown("format", format, known: formats)
    }
    return reader
  }

  /// The reader of a source: by its first bytes, else by the ending of its name; delimited text
  /// where neither tells.
  package static func reader(
    for source: any ByteSource
  ) throws(Diagnostic) -> any TableReader.Type {
    reader(name: source.name, head: try source.head())
  }

  package static func reader(name: String, head: [UInt8]) -> any TableReader.Type {
    if let found = all.first(where: { $0.recognises(head) }) { return found }
    var name = name.lowercased()
    if name.hasSuffix(".gz") { name.removeLast(3) }
    let ending = name.split(separator: ".", omittingEmptySubsequences: false).last.map(String.init)
    return all.first { ending.map($0.fileExtensions.contains) ?? false } ?? CSVReader.self
  }

  /// Refuses an option that the format has no use for.
  package static func check(
    _ options: [String],
    for reader: any TableReader.Type
  ) throws(Diagnostic) {
    guard let option = options.first(where: { !reader.optionNames.contains($0) }) else { return }
    let takers = all.filter { $0.optionNames.contains(option) }.map { $0.format }
    throw Diagnostic(
      .usage,
      "\(option)= isn't for \(reader.format) files, only for \(takers.joined(separator: ", "))",
      subject: option
    )
  }
}
