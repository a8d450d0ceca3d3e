import Canvas
import Diagnostics
import Display
import Language
import Tables
import TestSupport
import struct Workbench.Snapshot
import Workbench

/// A document and a study just good enough to answer the interface: real looks over a real table,
/// and verbs that only change the columns or the status.
struct FakeInterpreter {
  private(set) var snapshot = Snapshot()
  private(set) var isGone = false
  private(set) var copied: [String] = []
  private var lines: [(id: Int, source: String)] = []
  private var past: [[(id: Int, source: String)]] = []
  private var future: [[(id: Int, source: String)]] = []
  private var lastID = 0
  private var source: Frame
  private var frame: Frame
  private var known: [String: Snapshot.State] = [:]

  static let signatures: [String: Signature] = {
    var all = Dictionary(
      uniqueKeysWithValues: LookCatalog.all.map { ($0.signature.word, $0.signature) }
    )
    for signature in others { all[signature.word] = signature }
    return all
  }()

  private static let others = [
    Signature(
      "load",
      .population,
      "reads a table",
      positionals: [.init("path", .text, isRequired: true)],
      examples: [.init("load \"penguins.csv\"", "a file")]
    ),
    Signature(
      "filter",
      .population,
      "keeps rows",
      tail: .expression,
      examples: [.init("filter age < 30", "the young")]
    ),
    Signature(
      "target",
      .question,
      "what to predict",
      positionals: [.init("column", .column, isRequired: true)],
      options: [.init("kind", .choice(["class", "number"]), "how it is read")],
      examples: [.init("target species", "a class")]
    ),
    Signature(
      "drop",
      .tableStep,
      "leaves columns out",
      positionals: [.init("columns", .columns, isRequired: true)],
      examples: [.init("drop Comments", "one column")]
    ),
    Signature(
      "derive",
      .tableStep,
      "makes a column",
      tail: .definition,
      examples: [.init("derive ratio = a / b", "a ratio")]
    ),
    Signature(
      "impute",
      .tableStep,
      "fills missing cells",
      positionals: [
        .init(
          "method",
          .method([
            .init("median", "the middle of the training rows"),
            .init("mean", "their mean"), .init("mode", "their commonest level"),
          ]),
          isRequired: true
        ),
        .init("columns", .columns),
      ],
      options: [.init("by", .integer(1...5), standard: "1", "how often")],
      examples: [.init("impute median mass", "one column")]
    ),
    Signature(
      "train",
      .modelling,
      "fits models",
      positionals: [
        .init(
          "models",
          .method([.init("forest", "many trees"), .init("tree", "one tree")]),
          isRequired: true
        )
      ],
      takesForeignOptions: true,
      examples: [.init("train forest", "a forest")]
    ),
    Signature(
      "evaluate",
      .modelling,
      "scores a model",
      positionals: [.init("part", .method([.init("test", "the sealed rows")]))],
      examples: [.init("evaluate test", "opens the seal")]
    ),
  ]

  static let models = [
    "forest": Signature(
      "forest",
      .model,
      "many trees",
      options: [.init("trees", .integer(1...9_999), standard: "200", "how many")],
      examples: [.init("train forest trees=50", "fifty trees")]
    )
  ]

  static let vocabulary = Vocabulary(signatures: signatures, models: models)

  init(sample: String = "samples/penguins_raw.csv") throws {
    source = try CSVReader().read(repository + "/" + sample).frame
    frame = Frame()
  }

  init(frame: Frame) {
    source = frame
    self.frame = Frame()
  }

  /// What an effect leads to.
  ///
  /// A wrong effect is a fault of the interface and is thrown.
  mutating func perform(_ effect: Effect) throws -> [Event] {
    switch effect {
    case .submit(let sources):
      guard !sources.isEmpty, sources.allSatisfy({ !$0.isEmpty }) else {
        throw Diagnostic(.internal, "an empty line was submitted")
      }
      remember()
      for source in sources {
        lastID += 1
        lines.append((lastID, source))
      }
      return [replayed()]
    case .edit(let cell, let source):
      let place = try place(of: cell)
      remember()
      lines[place].source = source
      return [replayed()]
    case .remove(let cell):
      let place = try place(of: cell)
      remember()
      lines.remove(at: place)
      return [replayed()]
    case .undo:
      guard let before = past.popLast() else { throw Diagnostic(.internal, "nothing to undo") }
      future.append(lines)
      lines = before
      return [replayed()]
    case .redo:
      guard let after = future.popLast() else { throw Diagnostic(.internal, "nothing to redo") }
      past.append(lines)
      lines = after
      return [replayed()]
    case .save(let path):
      guard let path = path ?? snapshot.path, !path.isEmpty else {
        throw Diagnostic(.internal, "saving without a name")
      }
      snapshot.path = path
      snapshot.isModified = false
      return [.snapshot(snapshot), .saved(path: path)]
    case .cancel, .keepRead: return [.progress(nil, elapsedSeconds: 0)]
    case .openTable(let use):
      let content = TableContent(
        frame,
        title: snapshot.status.dataset ?? "",
        target: snapshot.status.target
      )
      return [.table(content, as: use)]
    case .look(let line):
      do throws(Diagnostic) {
        return [.look(line: line, .success(try outcome(of: line)))]
      } catch {
        return [.look(line: line, .failure(error))]
      }
    case .resolveStale(let cell), .allowCommands(let cell):
      _ = try place(of: cell)
      return []
    case .compute(let work): return [.computed(work.run())]
    case .list(let folder):
      let entries = folder.isEmpty ? ["penguins.csv", "samples/"] : ["storms.csv"]
      return [.listed(folder: folder, entries: entries)]
    case .copy(let text):
      copied.append(text)
      return []
    case .openEditor(let text): return [.edited(text + "\n")]
    case .repaint, .suspend: return []
    case .quit:
      isGone = true
      return []
    }
  }

  private func place(of cell: Int) throws(Diagnostic) -> Int {
    guard let place = lines.firstIndex(where: { $0.id == cell }) else {
      throw Diagnostic(.internal, "no cell \(cell)")
    }
    return place
  }

  private mutating func remember() {
    past.append(lines)
    future = []
  }

  // MARK: Running

  private mutating func replayed() -> Event {
    frame = Frame()
    var status = Snapshot.Status()
    var prefix = ""
    snapshot.cells = lines.map { line in
      prefix += line.source + "\n"
      let content = Script.Content(line.source)
      var state = Snapshot.State.done(Outcome())
      if content == .call {
        state = run(line.source, prefix, &status)
      }
      return Snapshot.Cell(id: line.id, source: line.source, content: content, state: state)
    }
    status.rowCount = frame.rowCount
    status.columnCount = frame.columnCount
    snapshot.status = status
    snapshot.names.columns = frame.candidates()
    snapshot.names.candidates = ["forest"]
    snapshot.canUndo = !past.isEmpty
    snapshot.canRedo = !future.isEmpty
    snapshot.isModified = true
    return .snapshot(snapshot)
  }

  private mutating func run(
    _ source: String,
    _ prefix: String,
    _ status: inout Snapshot.Status
  ) -> Snapshot.State {
    do throws(Diagnostic) {
      let parsed = try CallParser.parse(source, signatures: Self.signatures)
      do throws(Diagnostic) {
        switch parsed.call.verb {
        case "load":
          frame = self.source
          status.dataset = "penguins_raw.csv"
        case "drop":
          var arguments = ArgumentReader(parsed.call, Self.signatures["drop"] ?? Self.others[0])
          let names = try arguments.requiredColumns().resolve(in: frame.candidates())
          frame = try frame.removing(names)
        case "target":
          var arguments = ArgumentReader(parsed.call, Self.signatures["target"] ?? Self.others[0])
          let name = try arguments.column()
          _ = try frame.column(named: name)
          status.target = name
        case "evaluate": return .stale("the pipeline changed", nil)
        default:
          if let state = known[prefix] { return state }
          let state = Snapshot.State.done(try outcome(of: source))
          known[prefix] = state
          return state
        }
        return .done(Outcome())
      } catch { throw parsed.located(error) }
    } catch {
      return .failed(error)
    }
  }

  private func outcome(of line: String) throws(Diagnostic) -> Outcome {
    let parsed = try CallParser.parse(line, signatures: Self.signatures)
    guard let look = LookCatalog.all.first(where: { $0.signature.word == parsed.call.verb }) else {
      return Outcome()
    }
    let measurement = try look.read(parsed.call).measure(Subject(frame: frame), report: .silent)
    return Outcome(measurement, seconds: 0.012)
  }
}
