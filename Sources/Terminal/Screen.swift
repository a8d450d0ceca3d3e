internal import CTerm
package import Canvas
package import Diagnostics

/// The terminal taken over: it shows frames, gives bytes, and is given back on every way out.
///
/// Belongs to one thread, the one that opened it.
package final class Screen: Console {
  package private(set) var rendering: Rendering
  private let environment: Environment
  /// What is on the screen, as far as we know.
  private var shown = Grid(.zero)
  private var shownCursor: Point?

  /// Takes the terminal.
  ///
  /// - Throws: a diagnostic of kind `.usage` when there is none, or none that a screen can be
  ///   drawn on; nothing has been written to it then.
  package init(
    environment: Environment = .current,
    choice: RenderingChoice = .init(),
    usesMouse: Bool = true
  ) throws(Diagnostic) {
    self.environment = environment
    let isUTF8 = cterm_set_locale()
    let usesColors = choice.colors != ColorLevel.none && environment["NO_COLOR"] == nil
    let status = cterm_open(usesColors, usesMouse)
    guard status == CTERM_OPENED else { throw .cannotOpen(status, environment["TERM"] ?? "") }
    rendering = Rendering(
      environment: environment,
      isUTF8: isUTF8,
      colorCount: Int(cterm_colors()),
      choice: choice
    )
  }

  deinit { cterm_close() }

  /// Gives the terminal back; showing anything later does nothing.
  package func close() { cterm_close() }

  package var size: Size { Size(Int(cterm_columns()), Int(cterm_rows())) }

  package func show(_ frame: Screenful) {
    let size = size
    let grid = rendering.glyphs == .ascii ? frame.grid.inASCII : frame.grid
    if shown.size != size { shown = Grid(size) }
    if grid == shown, frame.cursor == shownCursor { return }
    for y in 0..<size.height { show(row: y, of: grid, width: size.width) }
    shown = grid.size == size ? grid : grid.cropped(to: Rect(size))
    shownCursor = frame.cursor
    let cursor = frame.cursor ?? Point(-1, -1)
    cterm_place_cursor(Int32(cursor.y), Int32(cursor.x))
    cterm_refresh()
  }

  /// Sends the part of a row that differs, from its first to its last changed cell.
  private func show(row y: Int, of grid: Grid, width: Int) {
    guard var first = (0..<width).first(where: { grid[$0, y] != shown[$0, y] }),
      var last = (0..<width).last(where: { grid[$0, y] != shown[$0, y] })
    else { return }
    // Curses takes wide characters whole.
    while first > 0, grid[first, y].glyph.isContinuation || shown[first, y].glyph.isContinuation {
      first -= 1
    }
    while last + 1 < width,
      grid[last + 1, y].glyph.isContinuation || shown[last + 1, y].glyph.isContinuation
    {
      last += 1
    }
    var converter = CellConverter(rendering)
    let cells = (first...last).map { converter.cell(grid[$0, y]) }
    unsafe cells.withUnsafeBufferPointer {
      // Curses copies the cells during the call.
      unsafe cterm_put_cells(Int32(y), Int32(first), $0.baseAddress, Int32($0.count))
    }
  }

  /// Draws everything anew at the next `show`, for instance after something else wrote here.
  package func repaint() {
    shown = Grid(.zero)
    cterm_repaint()
  }

  package func updateSize() -> Bool {
    guard cterm_update_size() else { return false }
    repaint()
    return true
  }

  package func wait(milliseconds: Int) -> ConsoleReadiness {
    ConsoleReadiness(rawValue: cterm_wait(Int32(clamping: milliseconds)))
  }

  package func read() -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe bytes.withUnsafeMutableBufferPointer {
      // The call fills at most as many bytes as there are.
      unsafe cterm_read($0.baseAddress, Int32($0.count))
    }
    guard count >= 0 else { return nil }
    return Array(bytes.prefix(Int(count)))
  }

  package func drain() -> ConsoleSignals { ConsoleSignals(rawValue: cterm_drain()) }

  package func suspend() {
    cterm_suspend()
    repaint()
  }

  /// Puts a text on the system's clipboard through the terminal (OSC 52), also over SSH.
  package func copy(_ text: String) {
    let bytes = Clipboard.sequence(copying: text)
    unsafe bytes.withUnsafeBufferPointer {
      unsafe cterm_send($0.baseAddress, Int32(clamping: $0.count))
    }
  }

  /// Opens a file in the person's editor and waits for it.
  ///
  /// - Returns: whether the editor ran and ended well.
  package func edit(file: String) -> Bool {
    cterm_leave()
    let status = unsafe cterm_run(EditorCommand.text(file: file, environment))
    cterm_enter()
    repaint()
    return status == 0
  }

  package func now() -> Int { MonotonicClock.milliseconds() }
}

extension Diagnostic {
  fileprivate static func cannotOpen(_ status: cterm_status, _ name: String) -> Diagnostic {
    switch status {
    case CTERM_NOT_A_TERMINAL:
      Diagnostic(
        .usage,
        "the workbench needs a terminal, but standard input or output is not one",
        try: "assay run SESSION"
      )
    case CTERM_UNKNOWN:
      Diagnostic(
        .usage,
        "TERM is '\(name)', which this system has no description of",
        try: "TERM=xterm-256color assay"
      )
    case CTERM_TOO_SIMPLE:
      Diagnostic(
        .usage,
        "TERM is '\(name)', a terminal that can't place its cursor",
        try: "assay repl"
      )
    default: Diagnostic(.internal, "the terminal could not be taken over")
    }
  }
}
