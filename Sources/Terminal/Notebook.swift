package import Diagnostics
import Workbench

/// The workbench on this process's terminal.
package enum Notebook {
  /// Runs until the person quits.
  ///
  /// - Parameter file: a dataset, or a session ending in `.assay`; it is opened behind the first
  ///   picture.
  /// - Throws: `.usage` when there is no terminal that can show a full screen.
  package static func run(
    opening file: String?,
    environment: Environment = .current
  ) throws(Diagnostic) {
    let screen = try Screen(environment: environment)
    defer { screen.close() }
    let mailbox = Mailbox<Event>()
    let runner = SessionRunner(
      interpreter: Interpreter(consent: CommandConsent(.asks)),
      prepareThread: { guardThreadAgainstOverflow() },
      progress: { mailbox.post($0) },
      post: { mailbox.post($0) }
    )
    let state = NotebookState(
      vocabulary: .standard,
      size: screen.size,
      rendering: screen.rendering
    )
    if let file { runner.open(file) }
    var application = NotebookApplication(state, runner: runner)
    var loop = EventLoop<NotebookApplication>(screen, mailbox)
    loop.run(&application)
  }
}
