package import Diagnostics

/// One word that names columns.
package indirect enum ColumnPattern: Hashable, Sendable {
  case name(String)
  /// With `*` for any run of characters.
  case glob(String)
  case kind(ColumnKind)
  case all
  /// `-name`: left out of what the others name, or of everything when only such stand there.
  case except(ColumnPattern)
}

/// The columns a line names: words, globs and kinds, resolved against a table only when it is known.
package struct ColumnSelection: Hashable, Sendable {
  package var patterns: [ColumnPattern]

  package init(_ patterns: [ColumnPattern]) { self.patterns = patterns }

  /// None named: all that the verb can use.
  package var isEmpty: Bool { patterns.isEmpty }

  /// A column a selection is resolved against.
  package struct Candidate: Hashable, Sendable {
    package var name: String
    package var kind: ColumnKind
    /// Roles are reached by their own name only.
    package var hasRole: Bool

    package init(name: String, kind: ColumnKind, hasRole: Bool = false) {
      self.name = name
      self.kind = kind
      self.hasRole = hasRole
    }
  }

  /// The columns meant, each once, in the order in which the patterns name them.
  ///
  /// - Parameter usable: what "none named" and a lone `-name` start from.
  /// - Throws: `.usage` for a name that isn't there, or a glob or kind that matches nothing.
  package func resolve(
    in candidates: [Candidate],
    usable: (Candidate) -> Bool = { _ in true }
  ) throws(Diagnostic) -> [String] {
    let free = candidates.filter { !$0.hasRole }
    let onlyExcepts = patterns.allSatisfy { if case .except = $0 { true } else { false } }
    var chosen = onlyExcepts ? free.filter(usable).map(\.name) : []
    var seen = Set(chosen)
    for pattern in patterns {
      if case .except(let inner) = pattern {
        let left = Set(try Self.names(of: inner, in: candidates, free: free))
        chosen.removeAll { left.contains($0) }
        seen.subtract(left)
      } else {
        for name in try Self.names(of: pattern, in: candidates, free: free)
        where seen.insert(name).inserted {
          chosen.append(name)
        }
      }
    }
    return chosen
  }

  private static func names(
    of pattern: ColumnPattern,
    in candidates: [Candidate],
    free: [Candidate]
  ) throws(Diagnostic) -> [String] {
    switch pattern {
    case .name(let name):
      guard candidates.contains(where: { $0.name == name }) else {
        throw .unknownColumn(name, known: candidates.map(\.name))
      }
      return [name]
    case .glob(let glob):
      let names = free.map(\.name).filter { matches($0, glob: glob) }
      guard !names.isEmpty else {
        throw Diagnostic(
          .usage,
          "no column matches '\(glob)'",
          try: nearest(to: glob, in: free.map(\.name)),
          subject: glob
        )
      }
      return names
    case .kind(let kind):
      // A kind that nothing has is no fault: `encode onehot :category` after all are dropped.
      return free.filter { $0.kind == kind }.map(\.name)
    case .all: return free.map(\.name)
    case .except(let inner): return try names(of: inner, in: candidates, free: free)
    }
  }

  /// Greedy matching of `*` with backtracking to the last star.
  package static func matches(_ name: String, glob: String) -> Bool {
    let name = Array(name.unicodeScalars)
    let glob = Array(glob.unicodeScalars)
    var n = 0
    var g = 0
    var star: (glob: Int, name: Int)?
    while n < name.count {
      if g < glob.count, glob[g] == "*" {
        star = (g, n)
        g += 1
      } else if g < glob.count, glob[g] == name[n] {
        g += 1
        n += 1
      } else if let last = star {
        g = last.glob + 1
        n = last.name + 1
        star = (last.glob, n)
      } else {
        return false
      }
    }
    return glob[g...].allSatisfy { $0 == "*" }
  }
}

extension Diagnostic {
  /// The hint is a name that can be pasted as it stands.
  package static func unknownColumn(_ name: String, known: [String]) -> Diagnostic {
    var fault = Diagnostic.unknown("column", name, known: known, kind: .data)
    fault.hint = fault.hint.map { Words.quotedName($0) }
    return fault
  }
}
