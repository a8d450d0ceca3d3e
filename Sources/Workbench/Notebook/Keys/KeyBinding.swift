package import Canvas

/// Keys, what they do, and how footer, palette and help speak of it.
package struct KeyBinding: Hashable, Sendable {
  /// Any of these sequences; the first is the one that is shown.
  package var keys: [[Key]]
  package var action: KeyAction
  /// A word or two for the footer; nil keeps it out of there.
  package var label: String?
  package var summary: String
  /// Whether the palette offers it; moving and typing are not for there.
  package var isCommand: Bool

  package init(
    sequences: [[Key]],
    _ action: KeyAction,
    _ label: String?,
    _ summary: String,
    isCommand: Bool = true
  ) {
    keys = sequences
    self.action = action
    self.label = label
    self.summary = summary
    self.isCommand = isCommand
  }

  /// Keys that each do it alone.
  package init(
    _ keys: [Key],
    _ action: KeyAction,
    _ label: String,
    _ summary: String,
    isCommand: Bool = true
  ) {
    self.init(sequences: keys.map { [$0] }, action, label, summary, isCommand: isCommand)
  }

  /// Keys that the footer leaves out.
  package init(
    _ keys: [Key],
    _ action: KeyAction,
    _ summary: String,
    isCommand: Bool = true
  ) {
    self.init(sequences: keys.map { [$0] }, action, nil, summary, isCommand: isCommand)
  }

  /// The first sequence as a footer names it: `g g`.
  package var keyText: String {
    keys.first.map { $0.map(\.description).joined(separator: " ") } ?? ""
  }

  /// All sequences: `Up k`.
  package var allKeysText: String {
    keys.map { $0.map(\.description).joined(separator: " ") }.joined(separator: ", ")
  }
}
