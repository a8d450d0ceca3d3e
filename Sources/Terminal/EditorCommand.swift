/// The shell command that opens a file in the person's editor.
package enum EditorCommand {
  /// `VISUAL`, else `EDITOR`, else vi; the variable may hold options, the file is one argument
  /// whatever its name.
  package static func text(file: String, _ environment: Environment) -> String {
    let editor = environment["VISUAL"] ?? environment["EDITOR"] ?? "vi"
    let quoted = file.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''")
    return "\(editor) '\(quoted)'"
  }
}
