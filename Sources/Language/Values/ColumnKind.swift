/// What a column holds, as people see it. Whole numbers and doubles are both `number`.
package enum ColumnKind: String, Hashable, Sendable, Codable, CaseIterable {
  case number, boolean, category, datetime, text
}
