package import Canvas

/// The one table of keys, from which dispatch, footer, palette and help come.
package enum KeyTable {
  package enum Match: Hashable, Sendable {
    case action(KeyAction)
    /// The keys begin a longer sequence.
    case prefix
    case none
  }

  /// What works in a context, in the order in which footer and help show it.
  package static func bindings(in context: KeyContext) -> [KeyBinding] {
    all[context] ?? []
  }

  package static func match(_ keys: [Key], in context: KeyContext) -> Match {
    if let action = actions[context]?[keys] { return .action(action) }
    let isPrefix = prefixes[context]?.contains(keys) == true
    return isPrefix ? .prefix : .none
  }

  private static let all: [KeyContext: [KeyBinding]] = [
    .commandLine: commandLine + editing + everywhere,
    .cells: cells + moving + finding + views + everywhere,
    .pager: pager + moving + finding + views + everywhere,
    .table: table + moving + finding + views + everywhere,
    .attributes: attributes + moving + finding + views + everywhere,
    .list: list + editing + everywhere,
    .prompt: prompt + editing + everywhere,
  ]

  private static let actions: [KeyContext: [[Key]: KeyAction]] = all.mapValues { bindings in
    Dictionary(
      bindings.flatMap { binding in binding.keys.map { ($0, binding.action) } },
      uniquingKeysWith: { first, _ in first }
    )
  }

  private static let prefixes: [KeyContext: Set<[Key]>] = all.mapValues { bindings in
    Set(
      bindings.flatMap(\.keys).flatMap { keys in
        (1..<max(1, keys.count)).map { Array(keys.prefix($0)) }
      }
    )
  }

  // MARK: Shared

  private static let everywhere: [KeyBinding] = [
    KeyBinding([.control("p")], .palette, "palette", "find any verb, screen or action"),
    KeyBinding([.function(1)], .help, "help", "help for where you are"),
    KeyBinding([.control("s")], .save, "save", "save the session"),
    KeyBinding([.control("q")], .quit, "quit", "leave Assay; asks when something is unsaved"),
    KeyBinding(
      [.control("c")],
      .interrupt,
      "stop the running line; again, or when nothing runs, leave"
    ),
    KeyBinding([.control("z")], .suspend, "back to the shell; fg returns"),
    KeyBinding([.control("l")], .repaint, "paint the screen anew", isCommand: false),
  ]

  private static let moving: [KeyBinding] = [
    KeyBinding([.up, .character("k")], .up, "up", isCommand: false),
    KeyBinding([.down, .character("j")], .down, "down", isCommand: false),
    KeyBinding([.left, .character("h")], .left, "left", isCommand: false),
    KeyBinding([.right, .character("l")], .right, "right", isCommand: false),
    KeyBinding([.pageUp, .control("b")], .pageUp, "a page up", isCommand: false),
    KeyBinding([.pageDown, .control("f")], .pageDown, "a page down", isCommand: false),
    KeyBinding([.control("u")], .halfPageUp, "half a page up", isCommand: false),
    KeyBinding([.control("d")], .halfPageDown, "half a page down", isCommand: false),
    KeyBinding(
      sequences: [[.character("g"), .character("g")], [Key(.home, .control)]],
      .top,
      nil,
      "to the top",
      isCommand: false
    ),
    KeyBinding(
      [.character("G"), Key(.end, .control)],
      .bottom,
      "to the bottom",
      isCommand: false
    ),
    KeyBinding([.home, .character("0")], .first, "to the left edge", isCommand: false),
    KeyBinding([.end, .character("$")], .last, "to the right edge", isCommand: false),
  ]

  private static let finding: [KeyBinding] = [
    KeyBinding([.character("/")], .find, "find", "find a text"),
    KeyBinding([.character("n")], .findNext, "the next place found", isCommand: false),
    KeyBinding([.character("N")], .findPrevious, "the place found before", isCommand: false),
  ]

  private static let views: [KeyBinding] = [
    KeyBinding([.character("?")], .help, "help", "help for where you are"),
    KeyBinding(
      [.character(":"), .character("i")],
      .commandLine,
      "type",
      "type in the command line"
    ),
    KeyBinding([.character("u"), .character("U")], .undo, "undo", "undo the last change"),
    KeyBinding([.control("r")], .redo, "redo what was undone"),
    KeyBinding([.character("D")], .sessionText, "the session's text beside the view, or away"),
  ]

  // MARK: Lines

  private static let commandLine: [KeyBinding] = [
    KeyBinding([.enter], .submit, "run", "run the line", isCommand: false),
    KeyBinding(
      [.tab],
      .complete,
      "complete",
      "complete the word, or show what fits",
      isCommand: false
    ),
    KeyBinding([.backTab], .completeBack, "the completion before", isCommand: false),
    KeyBinding(
      [.up],
      .historyUp,
      "history",
      "an earlier line that begins with what is typed",
      isCommand: false
    ),
    KeyBinding([.down], .historyDown, "a later line", isCommand: false),
    KeyBinding(
      [.escape],
      .back,
      "cells",
      "to the cells; leaves an edit or a menu first",
      isCommand: false
    ),
    KeyBinding(
      [.control("r")],
      .historySearch,
      "earlier lines that hold what is typed",
      isCommand: false
    ),
    KeyBinding(
      [Key(.enter, .alt), .control("j")],
      .newline,
      "go on in another row",
      isCommand: false
    ),
    KeyBinding([.pageUp], .pageUp, "scroll the notebook up", isCommand: false),
    KeyBinding([.pageDown], .pageDown, "scroll the notebook down", isCommand: false),
    KeyBinding(
      sequences: [[.control("x"), .control("e")]],
      .openEditor,
      nil,
      "write the line in $EDITOR"
    ),
  ]

  private static let editing: [KeyBinding] = [
    KeyBinding([.left, .control("b")], .moveLeft, "a character left", isCommand: false),
    KeyBinding([.right, .control("f")], .moveRight, "a character right", isCommand: false),
    KeyBinding(
      [.alt("b"), Key(.left, .control), Key(.left, .alt)],
      .wordLeft,
      "a word left",
      isCommand: false
    ),
    KeyBinding(
      [.alt("f"), Key(.right, .control), Key(.right, .alt)],
      .wordRight,
      "a word right",
      isCommand: false
    ),
    KeyBinding([.control("a"), .home], .lineStart, "to the start", isCommand: false),
    KeyBinding([.control("e"), .end], .lineEnd, "to the end", isCommand: false),
    KeyBinding(
      [.backspace, .control("h")],
      .deleteBack,
      "delete the character before",
      isCommand: false
    ),
    KeyBinding(
      [.delete, .control("d")],
      .deleteForward,
      "delete the character here",
      isCommand: false
    ),
    KeyBinding(
      [.control("w"), Key(.backspace, .alt)],
      .deleteWordBack,
      "delete the word before",
      isCommand: false
    ),
    KeyBinding(
      [.alt("d")],
      .deleteWordForward,
      "delete the word after",
      isCommand: false
    ),
    KeyBinding([.control("u")], .killToStart, "delete to the start", isCommand: false),
    KeyBinding([.control("k")], .killToEnd, "delete to the end", isCommand: false),
    KeyBinding([.control("y")], .yank, "bring back what was deleted", isCommand: false),
  ]

  private static let list: [KeyBinding] = [
    KeyBinding([.enter], .submit, "choose", "run the action, or take the line", isCommand: false),
    KeyBinding([.up], .up, "move", "up", isCommand: false),
    KeyBinding([.down, .tab], .down, "down", isCommand: false),
    KeyBinding([.pageUp], .pageUp, "a page up", isCommand: false),
    KeyBinding([.pageDown], .pageDown, "a page down", isCommand: false),
    KeyBinding([.escape], .back, "back", "back to where you were", isCommand: false),
  ]

  private static let prompt: [KeyBinding] = [
    KeyBinding([.enter], .submit, "accept", "take what is typed", isCommand: false),
    KeyBinding([.escape], .back, "back", "leave it", isCommand: false),
  ]

  // MARK: Views

  private static let cells: [KeyBinding] = [
    KeyBinding([.enter], .open, "open", "the output in full screen; a wrong line: mend it"),
    KeyBinding([.character("e")], .edit, "edit", "edit the line and replay what follows"),
    KeyBinding(
      sequences: [[.character("d"), .character("d")]],
      .remove,
      "remove",
      "remove the line and replay what follows"
    ),
    KeyBinding([.character("t")], .table, "table", "every cell of the data"),
    KeyBinding([.character("a")], .attributes, "attributes", "one row per column: keep or drop"),
    KeyBinding([.character("E")], .editOutside, "edit the line in $EDITOR"),
    KeyBinding([.character("y")], .copy, "copy the line"),
    KeyBinding([.character("Y")], .copyOutput, "copy the output as text"),
    KeyBinding([.character(" ")], .fold, "fold the output, or unfold it"),
    KeyBinding([.character("r")], .runStale, "run a stale line again"),
    KeyBinding([.character("q")], .quit, "leave Assay; asks when something is unsaved"),
  ]

  private static let pager: [KeyBinding] = [
    KeyBinding([.escape, .character("q")], .back, "back", "back to where you were"),
    KeyBinding([.character("K")], .keep, "keep", "keep this look as a line of the session"),
    KeyBinding([.character("y")], .copy, "copy", "copy the text"),
    KeyBinding([.enter], .down, "down", isCommand: false),
    KeyBinding([.character(" ")], .pageDown, "a page down", isCommand: false),
  ]

  private static let table: [KeyBinding] = [
    KeyBinding([.character("[")], .sortAscending, "sort", "sort the view upwards by this column"),
    KeyBinding([.character("]")], .sortDescending, "sort the view downwards by this column"),
    KeyBinding([.character("+")], .filterIn, "only this", "only rows with this cell's value"),
    KeyBinding([.character("-")], .filterOut, "without", "no rows with this cell's value"),
    KeyBinding([.character("F")], .frequency, "freq", "frequencies of this column"),
    KeyBinding([.character("I")], .describe, "describe", "statistics of this column"),
    KeyBinding([.character(".")], .plot, "plot", "this column's distribution"),
    KeyBinding([.escape, .character("q")], .back, "back", "back to where you were"),
    KeyBinding([.enter], .open, "the whole cell"),
    KeyBinding([.backspace], .undoFilter, "undo the last filter of the view"),
    KeyBinding([.character("w")], .keepFilter, "put the view's filters into a line to run"),
    KeyBinding([.character("=")], .unsort, "the order of the data again"),
    KeyBinding([.character("r")], .goToRow, "go to a row by its number"),
    KeyBinding([.character("c")], .goToColumn, "go to a column by its name"),
    KeyBinding([.character(">")], .wider, "widen the column"),
    KeyBinding([.character("<")], .narrower, "narrow the column"),
    KeyBinding([.character("!")], .freeze, "keep the first column in view, or let it go"),
    KeyBinding([.character("a")], .attributes, "one row per column: keep or drop"),
    KeyBinding([.character("y")], .copy, "copy the cell"),
  ]

  private static let attributes: [KeyBinding] = [
    KeyBinding([.character("-")], .dropColumn, "drop", "drop the column"),
    KeyBinding([.character("+")], .keepColumn, "keep", "keep a column that was dropped here"),
    KeyBinding([.enter, .character(".")], .open, "look", "the column's distribution"),
    KeyBinding([.character("I")], .describe, "describe", "the column's statistics"),
    KeyBinding([.character("F")], .frequency, "freq", "the column's frequencies"),
    KeyBinding([.escape, .character("q")], .back, "back", "back to where you were"),
    KeyBinding([.character("t")], .table, "every cell of the data"),
    KeyBinding([.character("y")], .copy, "copy the column's name"),
  ]
}
