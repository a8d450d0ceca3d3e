import Canvas
import Terminal

/// A terminal that plays a script: each wait takes the next step.
final class FakeConsole: Console {
  enum Step {
    case bytes(String)
    /// Something was posted, or signals came.
    case wake(ConsoleSignals)
    case timeout
    case end
  }

  var size = Size(20, 2)
  var newSize: Size?
  let rendering = Rendering.text
  private var steps: [Step]
  private var input: [UInt8]? = []
  private var signals: ConsoleSignals = []
  private var clock = 0
  /// Called before a wait, with its number, to post messages.
  var beforeWait: (Int) -> Void = { _ in }
  private(set) var waits: [Int] = []
  private(set) var frames: [Screenful] = []
  private(set) var frameTimes: [Int] = []
  private(set) var log: [String] = []

  init(_ steps: [Step]) { self.steps = steps }

  func show(_ frame: Screenful) {
    frames.append(frame)
    frameTimes.append(clock)
  }

  func repaint() { log.append("repaint") }

  func updateSize() -> Bool {
    guard let newSize else { return false }
    size = newSize
    return true
  }

  func wait(milliseconds: Int) -> ConsoleReadiness {
    beforeWait(waits.count)
    waits.append(milliseconds)
    guard !steps.isEmpty else { return .gone }
    switch steps.removeFirst() {
    case .bytes(let text):
      input = Array(text.utf8)
      clock += 1
      return .input
    case .wake(let found):
      signals = found
      clock += 1
      return .wake
    case .timeout:
      clock += max(0, milliseconds)
      return []
    case .end:
      input = nil
      return .input
    }
  }

  func read() -> [UInt8]? { input }

  func drain() -> ConsoleSignals {
    log.append("drain")
    defer { signals = [] }
    return signals
  }

  func suspend() { log.append("suspend") }
  func copy(_ text: String) { log.append("copy \(text)") }

  func edit(file: String) -> Bool {
    log.append("edit \(file)")
    return true
  }

  func now() -> Int { clock }
}
