import Diagnostics
package import Specs
package import Tables

/// All that a format may write, filled by the workbench.
package struct Dossier: Sendable {
  /// The rows and columns that were asked for.
  package var table: Frame?
  package var spec: PipelineSpec?

  package init(table: Frame? = nil, spec: PipelineSpec? = nil) {
    self.table = table
    self.spec = spec
  }

  func requireTable() throws(Diagnostic) -> Frame {
    guard let table else { throw Diagnostic(.internal, "a table was expected") }
    return table
  }
}
