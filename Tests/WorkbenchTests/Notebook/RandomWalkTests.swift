import Canvas
import Testing
import Workbench

@Suite struct RandomWalkTests {
  private static let keys: [Key] =
    KeyContext.allCases.flatMap { KeyTable.bindings(in: $0) }.flatMap(\.keys).joined()
    + "abdehilnqrstuy:/?+-.[]\"`= 0123".map { Key.character($0) }

  private static let words = [
    "hist Sex", "head 3", "drop Region", "describe", "load \"p\"", "## T",
  ]

  /// Only valid effects: the interpreter throws on any other.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `five thousand random keys keep the interface whole`(seed: UInt64) throws {
    var generator = SplitMix(seed: seed)
    var session = try Typist(["load \"penguins.csv\"", "head 3", "freq Sex"])
    for step in 0..<5_000 {
      switch generator.below(40) {
      case 0: try session.type(Self.words[generator.below(Self.words.count)])
      case 1:
        try session.send(.resized(Size(generator.below(140), generator.below(50))))
      case 2:
        let point = Point(generator.below(session.size.width), generator.below(session.size.height))
        let actions: [MouseEvent.Action] = [.press(.left), .wheelUp, .wheelDown, .wheelRight]
        try session.send(.input(.mouse(MouseEvent(actions[generator.below(4)], at: point))))
      case 3: try session.press(.escape)
      case 4: try session.send(.input(.paste("head 2\nhead 1")))
      default: try session.press(Self.keys[generator.below(Self.keys.count)])
      }
      // Long documents make the walk slow, not different.
      if session.state.snapshot.cells.count > 14 {
        session = try Typist(["load \"p\"", "head 2"])
      }
      if session.interpreter.isGone { session = try Typist(["load \"p\"", "corr"]) }
      let screen = session.screen
      guard screen.grid.size == session.size else {
        Issue.record("step \(step): a grid of another size")
        return
      }
      if let cursor = screen.cursor, !screen.grid.bounds.contains(cursor) {
        Issue.record("step \(step): the cursor is outside, \(cursor)")
        return
      }
    }
  }
}
