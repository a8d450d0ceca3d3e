import Canvas
package import Diagnostics
import Display
import Exporting
package import Language
import Learning
import Modelling
import Pipelines
import Tables

/// Writes a file; never part of undo or replay.
package struct ExportCommand: Command {
  package static let signature = Signature(
    "export",
    .output,
    "write a file",
    positionals: [
      .init(
        "format",
        .method(FormatCatalog.all.map { .init($0.word, $0.summary) }),
        isRequired: true
      ),
      .init("file", .text, isRequired: true),
    ],
    options: [
      .init(
        "on",
        .choice(["source", "recipe", "design"]),
        standard: "source",
        "csv, jsonl: the columns as loaded, as the recipe prepares them, or as the model sees them"
      ),
      .init(
        "part",
        .choice(["all", "train", "validation", "test"]),
        "csv, jsonl: which rows; with on=recipe all but test rows if left out"
      ),
      .init("reference", .flag, standard: "yes", "spec: store some real rows with predictions"),
    ],
    examples: [
      .init(
        "export spec \"model.pipeline.json\"",
        "then: assay predict model.pipeline.json new.csv"
      ),
      .init("export csv \"clean.csv\" on=recipe", "the prepared rows"),
    ]
  )

  private enum Columns: String, Sendable { case source, recipe, design }

  private let format: any Format.Type
  private let path: String
  private let columns: Columns
  /// Nil = all for source columns, all but test for prepared ones.
  private let part: String?
  private let storesReference: Bool

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    format = try FormatCatalog.format(named: try arguments.method())
    path = try arguments.text("the file's path")
    let on = try arguments.choice("on", among: ["source", "recipe", "design"])
    columns = on.flatMap(Columns.init) ?? .source
    part = try arguments.choice("part", among: ["all", "train", "validation", "test"])
    let reference = try arguments.flag("reference")
    storesReference = reference ?? true
    let isTable = format.source == .table
    guard isTable || (on == nil && part == nil), !isTable || reference == nil else {
      throw Diagnostic(
        .usage,
        "on= and part= go with export csv and jsonl, reference= with export spec",
        try: Self.signature.examples[isTable ? 1 : 0].line
      )
    }
  }

  private static let referenceCount = 5

  package func run(
    in study: inout Study,
    _ context: RunContext
  ) throws(Diagnostic) -> Outcome {
    try study.requireData()
    var dossier = Dossier()
    switch format.source {
    case .table: dossier.table = try table(of: study, context)
    case .pipeline:
      dossier.spec = try study.spec(
        of: study.requireChosen(),
        context,
        referenceCount: storesReference ? Self.referenceCount : 0
      )
    }
    if !context.isReplay {
      do throws(Diagnostic) {
        try format.write(dossier, to: context.resolve(path), report: context.report)
      } catch {
        throw context.naming(path, in: error)
      }
    }
    let what =
      dossier.table.map {
        "\(NumberFormat.count($0.rowCount, "row")) × \(NumberFormat.count($0.columnCount, "column"))"
      } ?? "pipeline \(study.chosen?.name ?? "")"
    return Outcome(
      Notice(
        study,
        [
          .init("format", .string(format.word)), .init("path", .string(path)),
          .init("files", .strings([path])),
        ],
        [
          .prose("\(what) → \(path)"),
          context.isReplay
            ? .note("not written again: exports are no part of a replay") : .note(""),
        ]
      )
    )
  }

  private func table(of study: Study, _ context: RunContext) throws(Diagnostic) -> Frame {
    let rows = try rows(of: study, context)
    guard columns != .source else { return study.frame.rows(at: rows) }
    var prepared = try study.baseRows(of: study.recipe).rows(at: rows)
    for (step, fitted) in zip(study.recipe.ordered, study.view.fitted.steps)
    where columns == .design || !step.makesDesign {
      prepared = try fitted.apply(to: prepared).frame
    }
    return prepared
  }

  private func rows(of study: Study, _ context: RunContext) throws(Diagnostic) -> [Int] {
    let all = Array(0..<study.frame.rowCount)
    guard let part else { return columns == .source ? all : study.openRows }
    guard let split = study.split else {
      guard part == "all" || part == "train" else {
        throw Diagnostic(.usage, "there are no \(part) rows before a split", try: "split 60/20/20")
      }
      return all
    }
    let opens = part == "all" || part == "test"
    if opens, columns != .source {
      let digest = study.setting + study.recipe.text
      guard context.ledger.hasOpened(digest) || !context.isReplay else {
        throw Diagnostic(
          .stale,
          "the test rows stay sealed until you ask: they have not been exported yet"
        )
      }
      context.ledger.open(digest)
    }
    return part == "all" ? all : split.rows(Split.Part(rawValue: part) ?? .train)
  }
}
