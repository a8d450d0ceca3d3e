package import Modelling
package import Tables

/// A column as it stood at the line that named it, whatever the recipes do later.
package struct HeldColumn: Sendable {
  /// One value a row of the population.
  package private(set) var column: Column
  /// Every name it has had.
  package private(set) var aliases: Set<String>
  /// The lines of the steps that made it what it is; a recipe without them begins with the column
  /// as it is held.
  package let makers: [String]

  /// - Parameter oldNames: those that renames have taken from it already.
  package init(_ column: Column, oldNames: Set<String> = [], makers: [String] = []) {
    self.column = column
    self.makers = makers
    aliases = oldNames.union([column.name])
  }

  package mutating func rename(to name: String) {
    column.name = name
    aliases.insert(name)
  }

  package mutating func selectRows(_ rows: [Int]) { column = column.rows(at: rows) }
}

/// The target with its column.
package struct TargetColumn: Sendable {
  package var target: Target
  package var held: HeldColumn

  package init(target: Target, held: HeldColumn) {
    self.target = target
    self.held = held
  }
}

/// A column with a part to play other than being a feature.
package struct RoleColumn: Sendable {
  package enum Role: String, CaseIterable, Sendable {
    case id, group, time, weight
  }

  package var role: Role
  package var held: HeldColumn

  package init(role: Role, held: HeldColumn) {
    self.role = role
    self.held = held
  }
}
