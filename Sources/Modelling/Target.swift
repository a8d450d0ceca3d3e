package import Diagnostics
package import Language
package import Learning
package import Tables

/// What is to be predicted.
package struct Target: Hashable, Sendable, Codable {
  package enum Kind: String, Hashable, Sendable, Codable {
    case number
    case `class`
  }

  package var name: String
  package var kind: Kind
  /// The classes in the order of their probabilities; empty for a number.
  package var levels: [String]
  /// The place of the positive class among two; nil otherwise.
  package var positive: Int?
  /// Models learn the logarithm; predictions are its exponential, uncorrected.
  package var isLogarithmic: Bool

  package init(
    name: String,
    kind: Kind,
    levels: [String] = [],
    positive: Int? = nil,
    isLogarithmic: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.levels = levels
    self.positive = positive
    self.isLogarithmic = isLogarithmic
  }

  package var answer: Answer { kind == .class ? .classes(levels) : .number }
}

extension Target {
  /// Reads the target off its column.
  ///
  /// - Parameters:
  ///   - kind: nil = class for category, boolean, text and numbers with two values.
  ///   - positive: nil = true, yes or 1, else the rarer of two classes.
  /// - Throws: `.data` for a constant target, or one that can't be what is asked.
  package init(
    of column: Column,
    kind: Kind?,
    positive: Value?,
    isLogarithmic: Bool
  ) throws(Diagnostic) {
    let name = column.name
    guard column.missingCount < column.count else {
      throw Diagnostic(.data, "all \(column.count) cells of '\(name)' are missing", subject: name)
    }
    let categories = column.categories
    let counts = categories.counts
    let present = categories.levels.indices.filter { counts[$0] > 0 }
    let suggested: Kind =
      switch column.kind {
      case .number: present.count == 2 ? .class : .number
      case .datetime: .number
      case .boolean, .category, .text: .class
      }
    let kind = kind ?? suggested
    guard present.count > 1 else {
      let only = present.first.map { categories.levels[$0] } ?? ""
      throw Diagnostic(
        .data,
        "'\(name)' is always '\(only)': there is nothing to predict",
        subject: name
      )
    }
    switch kind {
    case .number:
      guard column.kind == .number || column.kind == .boolean else {
        throw Diagnostic(
          .data,
          "'\(name)' is \(column.kind.withArticle), a number was expected",
          try: "target \(Words.quotedName(name)) kind=class",
          subject: name
        )
      }
      if isLogarithmic { try Self.requirePositive(column) }
      guard positive == nil else {
        throw Diagnostic(
          .usage,
          "a numeric target has no positive class",
          try: "target \(Words.quotedName(name)) kind=class",
          subject: name
        )
      }
      self.init(name: name, kind: .number, isLogarithmic: isLogarithmic)
    case .class:
      guard !isLogarithmic else {
        throw Diagnostic(.usage, "transform=log is for a numeric target", subject: name)
      }
      let levels = present.map { categories.levels[$0] }
      guard levels.count <= Self.mostClasses else {
        throw Diagnostic(
          .data,
          "'\(name)' has \(levels.count) distinct values, at most \(Self.mostClasses) make classes",
          try: column.kind == .number ? "target \(Words.quotedName(name)) kind=number" : nil,
          subject: name
        )
      }
      self.init(
        name: name,
        kind: .class,
        levels: levels,
        positive: try Self.positive(
          positive,
          among: levels,
          counts: present.map { counts[$0] }
        )
      )
    }
  }

  private static let mostClasses = 100

  private static func requirePositive(_ column: Column) throws(Diagnostic) {
    let values = try column.numbers()
    guard let row = values.firstIndex(where: { $0 <= 0 }) else { return }
    throw Diagnostic(
      .data,
      "transform=log needs a target above 0, row \(row + 1) of '\(column.name)' is "
        + Value.plainText(of: values[row]),
      try: "filter \(Words.quotedName(column.name)) > 0",
      subject: column.name
    )
  }

  private static func positive(
    _ wanted: Value?,
    among levels: [String],
    counts: [Int]
  ) throws(Diagnostic) -> Int? {
    guard let wanted else {
      guard levels.count == 2 else { return nil }
      let affirmative = levels.firstIndex { ["true", "yes", "1"].contains($0.lowercased()) }
      return affirmative ?? (counts[1] <= counts[0] ? 1 : 0)
    }
    guard let place = levels.firstIndex(of: wanted.plainText) else {
      throw .unknown("class", wanted.plainText, known: levels, kind: .data)
    }
    guard levels.count == 2 else {
      throw Diagnostic(
        .usage,
        "positive= needs two classes, there are \(levels.count)",
        subject: "positive=\(wanted.plainText)"
      )
    }
    return place
  }
}

extension Target {
  /// The target's value in each row as models see it: NaN where missing; a class's place, or the
  /// number (its logarithm where asked).
  package func values(of column: Column) throws(Diagnostic) -> [Double] {
    switch kind {
    case .number: return try column.numbers()
    case .class:
      let categories = column.categories
      var places: [String: Double] = [:]
      for (place, level) in levels.enumerated() { places[level] = Double(place) }
      let translated = categories.levels.map { places[$0] ?? .nan }
      return categories.codes.map {
        $0 == Categories.missingCode ? .nan : translated[Int($0)]
      }
    }
  }
}
