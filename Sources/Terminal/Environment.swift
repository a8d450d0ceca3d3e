import Glibc

/// The environment variables that decide how a terminal is used.
package struct Environment: Hashable, Sendable {
  private var values: [String: String]

  package init(_ values: [String: String]) { self.values = values }

  private static let names = [
    "TERM", "NO_COLOR", "COLORTERM", "COLORFGBG", "COLUMNS", "VISUAL", "EDITOR",
  ]

  /// This process's own.
  package static var current: Environment {
    var values: [String: String] = [:]
    for name in names {
      // The C library owns the text; it is copied at once, before anything could change it.
      if let text = unsafe getenv(name) { values[name] = unsafe String(cString: text) }
    }
    return Environment(values)
  }

  /// The value of a variable that is set and not empty.
  package subscript(name: String) -> String? {
    guard let value = values[name], !value.isEmpty else { return nil }
    return value
  }
}
