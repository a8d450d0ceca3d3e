/// What a person does at the terminal.
package enum Input: Hashable, Sendable {
  case key(Key)
  case mouse(MouseEvent)
  /// A pasted text as one event, line ends as line feeds; never to be read as commands.
  case paste(String)
  /// The terminal's window got (true) or lost the keyboard.
  case focus(Bool)
}
