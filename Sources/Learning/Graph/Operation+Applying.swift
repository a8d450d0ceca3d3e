package import Diagnostics
package import Language
package import Tables

extension Operation {
  /// The table after this operation; the number and order of rows stay.
  ///
  /// - Throws: `.data` when a column it reads is absent or of a kind it can't take.
  package func apply(to frame: Frame) throws(Diagnostic) -> Frame {
    switch self {
    case .drop(let names):
      return try frame.removing(names.filter(frame.hasColumn(named:)))
    case .rename(let pairs):
      return try frame.renaming(pairs.map { ($0.old, $0.new) })
    case .convert(let column, let kind):
      return try frame.setting(try frame.column(named: column).converted(to: kind))
    case .compute(let column, let expression):
      return try frame.setting(
        try frame.evaluate(expression).column.renamed(column)
      )
    case .mask(let name, let condition):
      let column = try frame.column(named: name)
      return try frame.setting(column.masked(where: try frame.condition(condition)))
    case .fill(let name, let value):
      return try frame.setting(try frame.column(named: name).filled(with: value))
    case .clamp(let name, let low, let high):
      return try frame.setting(
        try frame.column(named: name).mappingNumbers { value in
          Swift.min(Swift.max(value, low ?? value), high ?? value)
        }
      )
    case .affine(let name, let offset, let scale):
      return try frame.setting(
        Column(
          name,
          doubles: try frame.column(named: name).numbers().map { ($0 - offset) / scale }
        )
      )
    case .map(let name, let rules, let kind):
      return try frame.setting(MapRule.apply(rules, to: try frame.column(named: name), kind: kind))
    case .oneHot(let name, let levels, let names):
      let column = try frame.column(named: name)
      return try frame.replacing(
        name,
        with: Self.indicators(of: column, levels: levels, names: names)
      )
    case .lookup(let keys, let table):
      var columns: [Column] = []
      for (name, key) in zip(keys, table.keys) {
        let column = try frame.column(named: name)
        guard KeyMatch.agree(column, key) else { throw .disagreeing(column, with: key) }
        columns.append(column)
      }
      let places = table.find(columns)
      var looked = frame
      for value in table.values { looked = try looked.setting(value.gathered(at: places)) }
      return looked
    }
  }

  private static func indicators(
    of column: Column,
    levels: [String],
    names: [String]
  ) -> [Column] {
    let categories = column.categories
    return zip(levels, names).map { level, name in
      // A level this table doesn't have has a code that no row has.
      let code = categories.code(of: level) ?? Categories.missingCode - 1
      return Column(
        name,
        doubles: categories.codes.map {
          $0 == Categories.missingCode ? .nan : $0 == code ? 1 : 0
        }
      )
    }
  }
}

extension Column {
  /// The column with the marked cells missing; an unreadable text of one is forgotten.
  package func masked(where mask: [Bool]) -> Column {
    let kept = Validity(count: count) { !mask[$0] }
    return Column(
      name,
      data,
      validity: validity?.intersection(kept) ?? kept,
      unreadable: unreadable.filter { !mask[$0.key] }
    )
  }

  /// The column with `value` in every missing cell; levels and wholeness follow the value.
  package func filled(with value: Value) throws(Diagnostic) -> Column {
    guard missingCount > 0, !value.isMissing else { return self }
    var builder = ColumnBuilder(name, kind)
    for row in 0..<count { builder.append(isMissing(at: row) ? value : self.value(at: row)) }
    let filled = builder.column
    guard filled.missingCount == 0 else {
      throw Diagnostic(
        .data,
        "column '\(name)' is \(kind.withArticle), which can't hold \(value.literalText)",
        subject: name
      )
    }
    return filled
  }

  /// The column with each number replaced; whole numbers stay whole where all results are.
  package func mappingNumbers(_ transform: (Double) -> Double) throws(Diagnostic) -> Column {
    let doubles = try numbers().map { $0.isNaN ? $0 : transform($0) }
    guard isWhole, doubles.allSatisfy({ $0.isNaN || $0 == $0.rounded() && abs($0) < 0x1p53 })
    else { return Column(name, doubles: doubles) }
    return Column(name, integers: doubles.map { $0.isNaN ? nil : Int64($0) })
  }
}

extension MapRule {
  static func apply(_ rules: [MapRule], to column: Column, kind: ColumnKind) -> Column {
    var builder = ColumnBuilder(column.name, kind)
    // Few distinct cells are the rule: each is looked up once.
    var known: [Value: Value] = [:]
    for row in 0..<column.count {
      let old = column.value(at: row)
      let new = known[old] ?? result(for: old, rules: rules, kind: kind)
      if known.count < 10_000 { known[old] = new }
      builder.append(new)
    }
    return builder.column
  }

  private static func result(for value: Value, rules: [MapRule], kind: ColumnKind) -> Value {
    let new = rules.first { $0.matches(value) }?.result ?? value
    guard kind == .category || kind == .text, !new.isMissing else { return new }
    return .text(new.plainText)
  }

  /// A number matches a number of any width; a level matches by its text.
  package func matches(_ value: Value) -> Bool {
    switch pattern {
    case .value(let wanted):
      if wanted == value { return true }
      if wanted.isMissing || value.isMissing { return false }
      if let a = wanted.double, let b = value.double { return a == b }
      return wanted.plainText == value.plainText
    case .range(let low, let high):
      guard let number = value.double else { return false }
      return number >= low ?? number && number <= high ?? number
    }
  }
}

extension Diagnostic {
  /// A key column that can't be found in a table's.
  package static func disagreeing(_ column: Column, with key: Column) -> Diagnostic {
    Diagnostic(
      .data,
      "'\(column.name)' is \(column.kind.withArticle), the table's '\(key.name)' is "
        + "\(key.kind.withArticle): keys are of one kind",
      try: "type \(key.kind.rawValue) \(Words.quotedName(column.name))",
      subject: column.name
    )
  }
}
