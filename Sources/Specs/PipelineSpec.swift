package import Language
import Learning
package import Modelling

/// A fitted pipeline as a file: all that is needed to predict, and where it came from.
///
/// The steps and the model stand there as their own lines with what they learned; the scoring graph
/// is made from them again, so the file can't say one thing and do another.
package struct PipelineSpec: Sendable {
  package static let format = "assay.pipeline"
  package static let version = 1

  package var provenance: Provenance
  package var inputs: [Input]
  package var pipeline: FittedPipeline
  package var measure: String
  package var score: Score
  package var reference: Reference?
  package var testOpenedCount: Int

  package init(
    provenance: Provenance,
    inputs: [Input],
    pipeline: FittedPipeline,
    measure: String,
    score: Score,
    reference: Reference?,
    testOpenedCount: Int
  ) {
    self.provenance = provenance
    self.inputs = inputs
    self.pipeline = pipeline
    self.measure = measure
    self.score = score
    self.reference = reference
    self.testOpenedCount = testOpenedCount
  }

  package struct Provenance: Codable, Hashable, Sendable {
    /// Name and version of the program that wrote it.
    package var tool: String
    package var session: [String]
    package var data: DataFacts

    package init(tool: String, session: [String], data: DataFacts) {
      self.tool = tool
      self.session = session
      self.data = data
    }
  }

  package struct DataFacts: Codable, Hashable, Sendable {
    package var path: String
    package var sha256: String
    package var rows: Int
    package var columns: Int

    package init(path: String, sha256: String, rows: Int, columns: Int) {
      self.path = path
      self.sha256 = sha256
      self.rows = rows
      self.columns = columns
    }
  }

  /// A source column that has to be there.
  package struct Input: Codable, Hashable, Sendable {
    /// As the recipe uses it.
    package var name: String
    /// As the file has it.
    package var source: String
    package var kind: ColumnKind
    /// Whether a row without it can't be predicted.
    package var required: Bool
    /// Of a category, those of the training rows.
    package var levels: [String]?
    /// Of a number, lowest and highest of the training rows.
    package var range: [Double]?

    package init(
      name: String,
      source: String,
      kind: ColumnKind,
      required: Bool,
      levels: [String]?,
      range: [Double]?
    ) {
      self.name = name
      self.source = source
      self.kind = kind
      self.required = required
      self.levels = levels
      self.range = range
    }
  }

  /// Real rows with their predictions, to try a reader with.
  package struct Reference: Codable, Hashable, Sendable {
    /// Cells as texts, null where missing, in the order of the inputs.
    package var rows: [[String?]]
    /// The number, or a probability a class; null where there is no prediction.
    package var predictions: [[Double?]]

    package init(rows: [[String?]], predictions: [[Double?]]) {
      self.rows = rows
      self.predictions = predictions
    }
  }
}
