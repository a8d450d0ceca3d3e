package import Diagnostics

/// One thing that could stand at the cursor.
package struct Completion: Hashable, Sendable {
  /// As the menu shows it.
  package var label: String
  /// As it stands in the line, with quotes where it needs them.
  package var insertion: String
  package var summary: String

  package init(_ label: String, insertion: String? = nil, _ summary: String = "") {
    self.label = label
    self.insertion = insertion ?? label
    self.summary = summary
  }

  /// What could stand at the cursor, best first, and the scalars that it replaces.
  package struct Menu: Hashable, Sendable {
    package var items: [Completion]
    package var replaced: Span
    /// What has been typed of it.
    package var typed: String

    package init(items: [Completion], replaced: Span, typed: String) {
      self.items = items
      self.replaced = replaced
      self.typed = typed
    }
  }
}
