import Tables

/// Files of other formats that mutations begin with, and who reads them.
enum PackedBytes {
  static let all: [(reader: any TableReader.Type, bytes: [UInt8])] = {
    let files: [(name: String, reader: any TableReader.Type)] = [
      ("shop.db", SQLiteReader.self), ("book.xlsx", WorkbookReader.self),
      ("mac.xlsx", WorkbookReader.self),
    ]
    return files.compactMap { file in bytes(of: file.name).map { (file.reader, $0) } }
  }()

  /// Packed by gzip, of text.
  static let gzip = ["days.csv.gz", "members.csv.gz"].compactMap(bytes(of:))

  private static func bytes(of name: String) -> [UInt8]? {
    try? FileSource.source(at: "\(SourcesOracle.folder)/\(name)").allBytes().bytes
  }
}
