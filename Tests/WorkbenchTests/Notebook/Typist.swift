import Canvas
import Workbench

/// Someone at the keyboard: keys in, screens out, a fake interpreter behind.
struct Typist {
  var state: NotebookState
  var interpreter: FakeInterpreter
  var size: Size
  private(set) var effects: [Effect] = []

  init(_ interpreter: FakeInterpreter, _ size: Size = Size(80, 24), _ rendering: Rendering = .full)
  {
    self.interpreter = interpreter
    self.size = size
    state = NotebookState(
      vocabulary: FakeInterpreter.vocabulary,
      size: size,
      rendering: rendering
    )
  }

  /// With lines that have been run.
  init(_ lines: [String], _ size: Size = Size(80, 24)) throws {
    self.init(try FakeInterpreter(), size)
    if !lines.isEmpty { for event in try interpreter.perform(.submit(lines)) { try send(event) } }
  }

  mutating func send(_ event: Event) throws {
    if case .resized(let size) = event { self.size = size }
    var events = [event]
    while !events.isEmpty {
      for effect in state.update(events.removeFirst()) {
        effects.append(effect)
        events += try interpreter.perform(effect)
      }
    }
  }

  mutating func press(_ keys: Key...) throws {
    for key in keys { try send(.input(.key(key))) }
  }

  mutating func type(_ text: String) throws {
    for character in text { try send(.input(.key(.character(character)))) }
  }

  var screen: Screenful { state.draw(in: size, rendering: .full) }
  var text: String { screen.grid.description }
}
