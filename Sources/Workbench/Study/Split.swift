/// Which rows train, validate and test.
package struct Split: Sendable {
  package enum Part: String, CaseIterable, Sendable {
    case train, validation, test

    /// 0, 1 and 2.
    package var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// One a row of the population.
  package var parts: [Part]
  /// As the status line says it, such as `60/20/20`.
  package var summary: String
  /// The line that made it, canonical.
  package var line: String
  /// The column that gives the parts, if one does.
  package var held: HeldColumn?

  package init(parts: [Part], summary: String, line: String, held: HeldColumn? = nil) {
    self.parts = parts
    self.summary = summary
    self.line = line
    self.held = held
  }

  package func rows(_ part: Part) -> [Int] { parts.indices.filter { parts[$0] == part } }

  package func count(of part: Part) -> Int { parts.count { $0 == part } }

  package var hasValidation: Bool { parts.contains(.validation) }
}
