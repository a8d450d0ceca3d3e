import FoundationEssentials

/// A text in a file of its own, for a person's editor.
enum TemporaryText {
  /// - Returns: the file's path; nil when none could be written.
  static func put(_ text: String) -> String? {
    let folder = FileManager.default.temporaryDirectory.path
    let path = "\(folder)/assay-\(UInt64.random(in: 0...UInt64.max)).assay"
    // Nobody else may read the lines while they are edited.
    let isWritten = FileManager.default.createFile(
      atPath: path,
      contents: Data(text.utf8),
      attributes: [.posixPermissions: 0o600]
    )
    return isWritten ? path : nil
  }

  /// Reads the file and removes it.
  static func take(_ path: String) -> String? {
    defer { try? FileManager.default.removeItem(atPath: path) }
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return String(validating: data, as: UTF8.self)
  }
}
