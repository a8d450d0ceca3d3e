package import Diagnostics
package import Display

/// What a running line may show before it has ended, and how someone says that it has read enough.
package struct RunWatch: Sendable {
  /// Takes what there is to see so far; called from any thread.
  package var preview: @Sendable (any Measurement) -> Void
  /// Raised when what was read by now is to be kept.
  package var enough: Cancellation

  package init(
    enough: Cancellation = Cancellation(),
    preview: @escaping @Sendable (any Measurement) -> Void = { _ in }
  ) {
    self.enough = enough
    self.preview = preview
  }
}
