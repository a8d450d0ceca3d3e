package import Diagnostics
import Display
package import Language
import Learning
import Modelling
import Pipelines
import Tables

/// Runs one line: a function from a study to a new study and an outcome.
package struct Interpreter: Sendable {
  package let ledger: Ledger
  package let consent: CommandConsent
  /// The folder that relative paths start from.
  package var folder: String
  /// Params given from outside, which stand above the session's own.
  package var given: [String: Argument]
  /// A file that stands in for the first load's.
  package var data: String?

  package init(
    ledger: Ledger = Ledger(),
    consent: CommandConsent = CommandConsent(.refuses),
    folder: String = "",
    given: [GivenParameter] = [],
    data: String? = nil
  ) {
    self.ledger = ledger
    self.consent = consent
    self.folder = folder
    self.given = Dictionary(given.map { ($0.name, $0.value) }) { $1 }
    self.data = data
  }

  package struct Result: Sendable {
    package var study: Study
    package var outcome: Outcome
    package var call: Call
  }

  /// - Parameters:
  ///   - history: the session's lines up to this one, for provenance.
  ///   - isReplay: see ``RunContext/isReplay``.
  /// - Throws: with the place in the line; the study given is unchanged.
  package func run(
    _ line: String,
    in study: Study,
    history: [String] = [],
    isReplay: Bool = false,
    report: Report = .silent,
    watch: RunWatch = RunWatch()
  ) throws(Diagnostic) -> Result {
    let parsed = try CallParser.parse(line, signatures: VerbCatalog.verbs)
    do throws(Diagnostic) {
      let bound = try substitutingData(in: study.bindings.bind(parsed.call), study)
      let context = RunContext(
        report: report,
        watch: watch,
        folder: folder,
        isReplay: isReplay,
        ledger: ledger,
        consent: consent,
        call: bound,
        written: parsed.call,
        given: given,
        history: history
      )
      let clock = ContinuousClock()
      let start = clock.now
      var next = study
      var outcome = try run(bound, in: &next, context)
      let elapsed = (clock.now - start).components
      if let line = outcome.line, let comment = parsed.comment {
        outcome.line = "\(line) \(comment)"
      }
      outcome.seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
      return Result(study: next, outcome: outcome, call: parsed.call)
    } catch {
      throw parsed.located(error)
    }
  }

  private func run(
    _ call: Call,
    in study: inout Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    if let command = CommandCatalog.command(named: call.verb) {
      return try command.command(call).run(in: &study, context)
    }
    try study.requireData()
    if StepCatalog.step(named: call.verb) != nil {
      return try append(try StepCatalog.read(call, tables: study.tables), to: &study, context)
    }
    guard let look = LookCatalog.all.first(where: { $0.signature.word == call.verb }) else {
      throw Diagnostic(.internal, "'\(call.verb)' has a signature and no meaning")
    }
    if study.split == nil { study.looksBeforeSplitCount += 1 }
    let subject = try study.subject(for: call)
    let measurement = try look.look(call).measure(subject, report: context.report)
    return Outcome(measurement, warnings: subject.faults.warnings)
  }

  private func append(
    _ step: RecipeStep,
    to study: inout Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    let before = study.view
    try study.append(step, report: context.report)
    if let rename = study.view.fitted.steps.last(where: { $0.call == step.call })?.fitted
      as? FittedRename
    {
      study.renameHeld(rename.pairs.map { ($0.old, $0.new) })
    }
    return Outcome(StepEffect(of: step, before: before, after: study.view))
  }

  private func substitutingData(in call: Call, _ study: Study) -> Call {
    guard let data, call.verb == LoadCommand.signature.word, study.source == nil,
      !call.options.contains(where: { $0.name == "as" })
    else { return call }
    var other = call
    other.arguments = [.value(.text(data))]
    other.options.removeAll { $0.name == "command" }
    return other
  }
}

extension Command {
  fileprivate static func command(_ call: Call) throws(Diagnostic) -> any Command {
    try read(call)
  }
}

extension Look {
  fileprivate static func look(_ call: Call) throws(Diagnostic) -> any Look { try read(call) }
}
