import Diagnostics

/// The line being typed, with its history and the menu of what would fit.
package struct CommandLine: Sendable {
  package enum Purpose: Hashable, Sendable {
    case append
    case edit(cell: Int)
  }

  package var editor = LineEditor()
  package var history: History
  package var purpose = Purpose.append
  package private(set) var menu: Completion.Menu?
  package private(set) var chosen: Int?
  /// Waits for a folder to be listed.
  package var awaitsFolder: String?

  package init(history: [String] = []) { self.history = History(history) }

  package var text: String { editor.text }

  package mutating func clear() {
    editor.text = ""
    purpose = .append
    closeMenu()
    history.leave()
  }

  /// What was typed and not run can be leafed back to.
  package mutating func keepDraft() {
    if text.contains(where: { $0 != " " }) { history.append(text) }
  }

  /// Takes a text in the place of what stands there.
  package mutating func take(_ text: String, purpose: Purpose = .append) {
    keepDraft()
    clear()
    editor.text = text
    self.purpose = purpose
  }

  package mutating func insert(_ text: String, _ completer: Completer) {
    editor.insert(text)
    changed(completer)
  }

  /// An editing action; false for any other.
  package mutating func perform(_ action: KeyAction, _ completer: Completer) -> Bool {
    guard editor.perform(action) else { return false }
    changed(completer)
    return true
  }

  private mutating func changed(_ completer: Completer) {
    history.leave()
    awaitsFolder = nil
    guard menu != nil else { return }
    show(completer.menu(in: text, at: editor.cursorInScalars))
  }

  // MARK: History

  package mutating func leafUp() {
    if let line = history.earlier(than: text) { editor.text = line }
    closeMenu()
  }

  package mutating func leafDown() {
    if let line = history.later() { editor.text = line }
    closeMenu()
  }

  /// A menu of earlier lines that hold what is typed.
  package mutating func searchHistory() {
    let items = history.lines(holding: text).prefix(200).map { Completion($0) }
    let whole = Span(0, text.unicodeScalars.count)
    show(Completion.Menu(items: items, replaced: whole, typed: text))
    if menu != nil { chosen = 0 }
  }

  // MARK: Completion

  package var isMenuOpen: Bool { menu != nil }

  package mutating func closeMenu() {
    menu = nil
    chosen = nil
    awaitsFolder = nil
  }

  private mutating func show(_ menu: Completion.Menu) {
    chosen = nil
    self.menu = menu.items.isEmpty ? nil : menu
  }

  /// Takes the only thing that fits, else what all have in common, else opens the menu.
  ///
  /// - Returns: the folder that must be listed first, if a path stands there.
  package mutating func complete(_ completer: Completer) -> String? {
    let cursor = editor.cursorInScalars
    if let folder = completer.folderNeeded(in: text, at: cursor) {
      awaitsFolder = folder
      return folder
    }
    let menu = completer.menu(in: text, at: cursor)
    guard let first = menu.items.first else {
      closeMenu()
      return nil
    }
    if menu.items.count == 1 {
      accept(first, menu)
      return nil
    }
    let before = text
    let common = Self.commonPrefix(menu.items.map(\.insertion))
    let scalars = Array(text.unicodeScalars)
    let covered = min(menu.replaced.end, scalars.count) - menu.replaced.start
    if common.unicodeScalars.count > covered, common.lowercased().hasPrefix(menu.typed.lowercased())
    {
      editor.replace(menu.replaced, with: common)
    }
    show(completer.menu(in: text, at: editor.cursorInScalars))
    if self.menu == nil, before != text { editor.text = before }
    return nil
  }

  /// The next or previous item of the open menu.
  package mutating func choose(by step: Int) {
    guard let menu, !menu.items.isEmpty else { return }
    let count = menu.items.count
    guard let current = chosen else {
      chosen = step > 0 ? 0 : count - 1
      return
    }
    chosen = ((current + step) % count + count) % count
  }

  /// Takes the chosen item of the menu; false when none is chosen.
  package mutating func acceptChosen() -> Bool {
    guard let menu, let chosen, chosen < menu.items.count else { return false }
    accept(menu.items[chosen], menu)
    return true
  }

  private mutating func accept(_ item: Completion, _ menu: Completion.Menu) {
    var insertion = item.insertion
    let isAtEnd = menu.replaced.end >= text.unicodeScalars.count
    if isAtEnd, let last = insertion.last, !"=(\"/".contains(last) || Self.isClosedText(insertion) {
      insertion += " "
    }
    editor.replace(menu.replaced, with: insertion)
    closeMenu()
  }

  private static func isClosedText(_ text: String) -> Bool {
    text.count > 1 && text.first == "\"" && text.last == "\""
  }

  private static func commonPrefix(_ texts: [String]) -> String {
    guard var prefix = texts.first else { return "" }
    for text in texts.dropFirst() { prefix = prefix.commonPrefix(with: text) }
    return prefix
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
