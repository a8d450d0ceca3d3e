import Modelling
import Learning
package import Diagnostics
import FoundationEssentials
import Tables

extension PipelineSpec {
  /// The file's text: JSON, keys in a fixed order.
  package var text: String { JSON(encoding: self).pretty + "\n" }

  /// Reads a spec, strictly.
  ///
  /// - Throws: `.file` for a file that isn't there, isn't JSON, lacks a field, has one of the wrong
  ///   kind or of an unknown version, or whose parts contradict each other.
  package static func read(_ path: String) throws(Diagnostic) -> PipelineSpec {
    let bytes = try FileSource.bytes(of: path)
    let spec: PipelineSpec
    do {
      spec = try JSONDecoder().decode(PipelineSpec.self, from: Data(bytes))
    } catch let fault as Diagnostic {
      throw Diagnostic(.file, "'\(path)' can't be read as a pipeline: \(fault.message)")
    } catch let error as DecodingError {
      throw Diagnostic(.file, "'\(path)' can't be read as a pipeline: \(error.reason)")
    } catch {
      throw Diagnostic(.file, "'\(path)' can't be read as a pipeline: \(error)")
    }
    try spec.check(path)
    return spec
  }

  /// What a hand-edited file could contradict: inputs and graph must speak of the same columns.
  private func check(_ path: String) throws(Diagnostic) {
    let needed = Set(pipeline.graph.inputs)
    let named = Set(inputs.map(\.source))
    if let lacking = needed.subtracting(named).min() {
      throw Diagnostic(.file, "'\(path)' reads the column '\(lacking)' without naming it as input")
    }
    guard Set(inputs.map(\.source)).count == inputs.count else {
      throw Diagnostic(.file, "'\(path)' names an input twice")
    }
    let target = pipeline.target
    let levels = Set(target.levels)
    guard target.kind == .number ? levels.isEmpty : levels.count > 1,
      levels.count == target.levels.count,
      target.positive.map(target.levels.indices.contains) ?? true
    else {
      throw Diagnostic(
        .file,
        "'\(path)' has a \(target.kind.rawValue) target whose levels contradict it"
      )
    }
    guard MeasureCatalog.measure(named: measure) != nil else {
      throw Diagnostic(.file, "'\(path)' is judged by '\(measure)', which is no known measure")
    }
    guard testOpenedCount >= 0 else {
      throw Diagnostic(.file, "'\(path)' has opened the test rows \(testOpenedCount) times")
    }
    try checkReference(path)
  }

  private func checkReference(_ path: String) throws(Diagnostic) {
    guard let reference else { return }
    let scoreCount = pipeline.target.answer.classes?.count ?? 1
    guard reference.rows.count == reference.predictions.count,
      reference.rows.allSatisfy({ $0.count == inputs.count }),
      reference.predictions.allSatisfy({ $0.count == scoreCount })
    else {
      throw Diagnostic(.file, "'\(path)' has reference rows of another width than its inputs")
    }
  }
}

extension DecodingError {
  fileprivate var reason: String {
    func place(_ path: [any CodingKey]) -> String {
      let names = path.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
      return names.hasPrefix(".") ? String(names.dropFirst()) : names
    }
    switch self {
    case .keyNotFound(let key, let context):
      return "'\(place(context.codingPath + [key]))' is missing"
    case .valueNotFound(_, let context): return "'\(place(context.codingPath))' is null"
    case .typeMismatch(let type, let context):
      return "'\(place(context.codingPath))' is no \(type)"
    case .dataCorrupted(let context):
      let field = place(context.codingPath)
      // The decoder tells a number out of range from broken text no further than this.
      return field.isEmpty
        ? "it is no JSON, or has a number that can't be held"
        : "'\(field)': \(context.debugDescription)"
    @unknown default: return "\(self)"
    }
  }
}
