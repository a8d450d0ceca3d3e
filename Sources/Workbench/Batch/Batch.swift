package import Canvas
package import Diagnostics
import Display
import Language

/// Runs lines from the first to the last and prints what they give, as text or JSON.
package struct Batch {
  package enum Form: Sendable {
    /// - Parameter width: columns of the text.
    case text(width: Int, Rendering)
    case json
  }

  private let interpreter: Interpreter
  private let form: Form
  /// For messages, such as `credit.assay`.
  private let name: String
  private let print: (String) -> Void
  private let complain: (String) -> Void
  private let report: Report

  /// - Parameters:
  ///   - print: takes what goes to standard output.
  ///   - complain: takes what goes to standard error.
  package init(
    interpreter: Interpreter,
    form: Form,
    name: String,
    report: Report = .silent,
    print: @escaping (String) -> Void,
    complain: @escaping (String) -> Void
  ) {
    self.interpreter = interpreter
    self.form = form
    self.name = name
    self.report = report
    self.print = print
    self.complain = complain
  }

  /// - Parameter text: a session.
  /// - Returns: false when a line failed; nothing after it has run.
  package func run(_ text: String) -> Bool {
    let script = Script(text)
    var study = Study()
    var history: [String] = []
    var paragraph: [String] = []
    for line in script.lines {
      if case .paragraph(let text) = line.content {
        paragraph.append(text)
        continue
      }
      showProse(paragraph)
      paragraph = []
      switch line.content {
      case .call:
        history.append(line.source)
        do throws(Diagnostic) {
          let result = try interpreter.run(
            line.source,
            in: study,
            history: history,
            report: report
          )
          study = result.study
          if let settled = result.outcome.line { history[history.count - 1] = settled }
          show(result, of: line)
        } catch {
          show(error, of: line)
          return false
        }
      case .heading: showHeading(line.content)
      case .blank, .interpreter, .paragraph: break
      }
    }
    showProse(paragraph)
    return true
  }

  private func show(_ result: Interpreter.Result, of line: Script.Line) {
    switch form {
    case .json:
      print(
        JSON.object([
          .init("line", .count(line.number)),
          .init("command", .string(command(of: result))),
          .init("kind", .string(result.call.verb)),
          .init("result", result.outcome.measurement.map { JSON(encoding: $0) } ?? .null),
          .init("warnings", .strings(result.outcome.warnings)),
          .init("seconds", .number(result.outcome.seconds)),
        ]).compact + "\n"
      )
    case .text(let width, let rendering):
      var text = Transcript(width: width, rendering).text(
        of: result.outcome.line ?? line.source
      )
      if let measurement = result.outcome.measurement {
        text += Transcript(width: width, rendering).text(of: measurement.scene)
      }
      print(text + "\n")
      for warning in result.outcome.warnings {
        complain("\(name):\(line.number): note: \(warning)\n")
      }
    }
  }

  /// The canonical line, as it stands after it ran.
  private func command(of result: Interpreter.Result) -> String {
    guard let line = result.outcome.line else { return result.call.text }
    return (try? CallParser.parse(line, signatures: VerbCatalog.verbs).call.text) ?? line
  }

  private func show(_ fault: Diagnostic, of line: Script.Line) {
    let text = fault.text(line: line.source, place: "\(name):\(line.number)") + "\n"
    switch form {
    case .json:
      let command =
        (try? CallParser.parse(line.source, signatures: VerbCatalog.verbs))?.call.text
        ?? line.source
      let verb = line.source.split(separator: " ").first.map(String.init) ?? ""
      print(
        JSON.object([
          .init("line", .count(line.number)), .init("command", .string(command)),
          .init("kind", .string(verb)), .init("error", fault.json),
          .init("warnings", .array([])),
        ]).compact + "\n"
      )
    case .text: complain(text)
    }
  }

  private func showHeading(_ content: Script.Content) {
    guard case .text(let width, let rendering) = form else { return }
    print(Transcript(width: width, rendering).text(of: content))
  }

  /// Lines of prose that follow one another are one paragraph, wrapped anew.
  private func showProse(_ lines: [String]) {
    guard case .text(let width, let rendering) = form, !lines.isEmpty else { return }
    let paragraph = Script.Content.paragraph(lines.joined(separator: " "))
    print(Transcript(width: width, rendering).text(of: paragraph))
  }
}

extension Diagnostic {
  /// The contract's keys.
  var json: JSON {
    .object([
      .init("kind", .string(kind.rawValue)), .init("message", .string(message)),
      .init("hint", .optional(hint)),
      .init(
        "at",
        span.map {
          .object([.init("start", .count($0.start)), .init("end", .count($0.end))])
        } ?? .null
      ),
    ])
  }
}
