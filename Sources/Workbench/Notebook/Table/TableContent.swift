package import Tables

/// The rows for the table screen, as they stand when it is opened.
package struct TableContent: Sendable {
  /// Which screen asked for them.
  package enum Use: Hashable, Sendable {
    case table, attributes
  }

  package var frame: Frame
  package var title: String
  /// Why fewer rows are seen than there are, such as `test sealed`; nil when all are.
  package var restriction: String?
  /// More than the frame has when some are sealed or left out.
  package var totalRowCount: Int
  package var target: String?
  /// What a column is besides an attribute, such as `id` or `group`, by its name.
  package var roles: [String: String]

  package init(
    _ frame: Frame,
    title: String,
    restriction: String? = nil,
    totalRowCount: Int? = nil,
    target: String? = nil,
    roles: [String: String] = [:]
  ) {
    self.frame = frame
    self.title = title
    self.restriction = restriction
    self.totalRowCount = totalRowCount ?? frame.rowCount
    self.target = target
    self.roles = roles
  }
}
