internal import CTerm
package import Canvas
import Glibc

/// Standard output as a place for printed lines: what it can show and how wide it is.
package struct PrintedOutput: Hashable, Sendable {
  package let isTerminal: Bool
  /// Columns; 80 where there is no terminal to ask and `COLUMNS` doesn't say.
  package let width: Int
  package let rendering: Rendering

  /// Sets the character set of the process by its environment on the way.
  package static func standard(
    environment: Environment = .current,
    choice: RenderingChoice = .init()
  ) -> PrintedOutput {
    let isUTF8 = cterm_set_locale()
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let named = environment["COLUMNS"].flatMap { Int($0) }.map { min(max($0, 20), 1000) }
    return PrintedOutput(
      isTerminal: isTerminal,
      width: isTerminal ? terminalWidth() ?? named ?? 80 : named ?? 80,
      rendering: Rendering(
        printingTo: isTerminal,
        environment: environment,
        isUTF8: isUTF8,
        choice: choice
      )
    )
  }

  private static func terminalWidth() -> Int? {
    var size = winsize()
    // The call fills the structure it is given and keeps no pointer to it.
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }
}
