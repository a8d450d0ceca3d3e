import FoundationEssentials

/// `~/` at the start of a path, as shells have it: sessions keep it as it was typed.
enum HomeFolder {
  static func isMeant(by path: String) -> Bool { path.hasPrefix("~/") }

  /// The path with the person's home folder in place of the sign; any other path is unchanged.
  static func expanding(_ path: String) -> String {
    guard isMeant(by: path) else { return path }
    // As shells do: the variable first.
    let home =
      ProcessInfo.processInfo.environment["HOME"]
      ?? FileManager.default.homeDirectoryForCurrentUser.path
    return home + path.dropFirst()
  }
}
