package import Canvas

/// What the event loop needs of a terminal; tests stand in for it.
package protocol Console {
  var size: Size { get }
  var rendering: Rendering { get }
  func show(_ frame: Screenful)
  func repaint()
  /// Asks for the size; true when it has changed.
  func updateSize() -> Bool
  /// Waits for keys or a wake-up, without end when negative.
  func wait(milliseconds: Int) -> ConsoleReadiness
  /// The bytes there are; nil when the terminal has gone.
  func read() -> [UInt8]?
  /// Empties the wake-up pipe and gives the signals since the last call.
  func drain() -> ConsoleSignals
  func suspend()
  func copy(_ text: String)
  func edit(file: String) -> Bool
  /// Milliseconds of a clock that never goes back.
  func now() -> Int
}

package struct ConsoleReadiness: OptionSet, Sendable {
  package let rawValue: Int32

  package init(rawValue: Int32) { self.rawValue = rawValue }

  package static let input = ConsoleReadiness(rawValue: 1)
  package static let wake = ConsoleReadiness(rawValue: 2)
  package static let gone = ConsoleReadiness(rawValue: 4)
}

package struct ConsoleSignals: OptionSet, Sendable {
  package let rawValue: Int32

  package init(rawValue: Int32) { self.rawValue = rawValue }

  package static let resized = ConsoleSignals(rawValue: 1)
  package static let interrupt = ConsoleSignals(rawValue: 2)
  package static let terminate = ConsoleSignals(rawValue: 4)
  package static let hangUp = ConsoleSignals(rawValue: 8)
  package static let stop = ConsoleSignals(rawValue: 16)
  package static let continued = ConsoleSignals(rawValue: 32)
}
