package import Tables

/// What a look sees: the rows as the recipe's table steps leave them, without sealed test rows and
/// marked ones; a line's `where` has been applied.
package struct Subject: Sendable {
  package var frame: Frame
  /// The target's name and whether it is a class, when one has been named.
  package var target: Target?
  /// Columns with a role other than the target: only their own name reaches them.
  package var roles: Set<String>
  /// How many rows there are in all; more than the frame has when some are sealed or left out.
  package var totalRowCount: Int
  /// Why fewer rows are seen than there are, such as `test sealed`; nil when all are.
  package var restriction: String?
  /// What the look's expressions could not compute.
  package let faults = FaultTally()

  package struct Target: Hashable, Sendable {
    package var name: String
    package var isClass: Bool

    package init(name: String, isClass: Bool) {
      self.name = name
      self.isClass = isClass
    }
  }

  package init(
    frame: Frame,
    target: Target? = nil,
    roles: Set<String> = [],
    totalRowCount: Int? = nil,
    restriction: String? = nil
  ) {
    self.frame = frame
    self.target = target
    self.roles = roles
    self.totalRowCount = totalRowCount ?? frame.rowCount
    self.restriction = restriction
  }
}
