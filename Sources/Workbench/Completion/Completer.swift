import Language

/// Finds what could stand at the cursor.
///
/// Every word comes from a signature or from the study.
package struct Completer: Sendable {
  package var vocabulary: Vocabulary
  package var names: Snapshot.Names
  /// What the folders hold that have been listed, by the path typed for them; a folder's name ends
  /// in a slash.
  package var folders: [String: [String]]

  private static let maximumCount = 200

  package init(
    vocabulary: Vocabulary,
    names: Snapshot.Names,
    folders: [String: [String]] = [:]
  ) {
    self.vocabulary = vocabulary
    self.names = names
    self.folders = folders
  }

  /// The folder that has to be listed before a path at the cursor can be completed; empty for the
  /// working folder, nil when no path stands there or it has been listed.
  package func folderNeeded(in text: String, at cursor: Int) -> String? {
    let expected = Expectation(in: text, at: cursor, vocabulary: vocabulary)
    guard wantsPath(expected) else { return nil }
    let folder = Self.folder(of: expected.typed)
    return folders[folder] == nil ? folder : nil
  }

  package func menu(in text: String, at cursor: Int) -> Completion.Menu {
    let expected = Expectation(in: text, at: cursor, vocabulary: vocabulary)
    var items: [Completion]
    if wantsPath(expected) {
      items = paths(expected)
    } else {
      items = ranked(candidates(expected), by: expected.typed)
    }
    items = Array(items.prefix(Self.maximumCount))
    return Completion.Menu(items: items, replaced: expected.replaced, typed: expected.typed)
  }

  private func wantsPath(_ expected: Expectation) -> Bool {
    guard expected.opening == "\"" else { return false }
    switch expected.kind {
    case .positional(let place):
      return expected.signature?.positionals[place].kind == .text
    case .option(let option): return option.kind == .text
    default: return false
    }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[...slash])
  }

  private func paths(_ expected: Expectation) -> [Completion] {
    let folder = Self.folder(of: expected.typed)
    let rest = String(expected.typed.dropFirst(folder.count))
    let entries = (folders[folder] ?? []).filter { rest.hasPrefix(".") || !$0.hasPrefix(".") }
    let items = entries.map { entry in
      let quoted = Words.quotedText(folder + entry)
      // A folder stays open for what is in it.
      return Completion(
        entry,
        insertion: entry.hasSuffix("/") ? String(quoted.dropLast()) : quoted
      )
    }
    return ranked(items, by: rest)
  }

  /// Those that begin with what was typed, then those that hold it, in their own order.
  private func ranked(_ items: [Completion], by typed: String) -> [Completion] {
    let wanted = typed.lowercased()
    guard !wanted.isEmpty else { return items }
    var first: [Completion] = []
    var second: [Completion] = []
    for item in items {
      let label = item.label.lowercased()
      let bare = label.hasPrefix(":") || label.hasPrefix("$") ? String(label.dropFirst()) : label
      if bare.hasPrefix(wanted) {
        first.append(item)
      } else if bare.contains(wanted) {
        second.append(item)
      }
    }
    return first + second
  }

  private func candidates(_ expected: Expectation) -> [Completion] {
    guard let signature = expected.signature else {
      return expected.kind == .verb ? vocabulary.verbs.map { Completion($0.word, $0.summary) } : []
    }
    if expected.opening == "$" { return parameters }
    switch expected.kind {
    case .verb, .nothing:
      return expected.opening.isEmpty && signature.tail == .none ? clauses(expected) : []
    case .option(let option): return values(of: option, expected)
    case .groups: return columns(expected) + clauses(expected)
    case .expression:
      return columns(expected) + functions(of: signature) + parameters + words(signature)
    case .positional(let place):
      let positional = signature.positionals[place]
      return values(of: positional, expected) + (expected.opening.isEmpty ? clauses(expected) : [])
    }
  }

  private func values(
    of positional: Signature.Positional,
    _ expected: Expectation
  ) -> [Completion] {
    switch positional.kind {
    case .method(let choices):
      return choices.filter { !expected.used.contains($0.word) }
        .map { Completion($0.word, $0.summary) }
    case .columns, .operands, .pairs: return columns(expected) + kinds(expected)
    case .column: return columns(expected)
    case .names: return studyNames(positional.name)
    case .table: return names.tables.map { Completion($0, "table") }
    case .definitions: return expected.signature.map(functions) ?? []
    case .text: return [Completion("\"", "a path or text in quotes")]
    case .name, .number, .ratio: return []
    }
  }

  private func values(
    of option: Signature.Option,
    _ expected: Expectation
  ) -> [Completion] {
    switch option.kind {
    case .choice(let words):
      return words.map { Completion($0, $0 == option.standard ? "unless given" : "") }
    case .flag: return [Completion("yes"), Completion("no")]
    case .column, .keys: return columns(expected)
    case .expression:
      return columns(expected) + (expected.signature.map(functions) ?? []) + parameters
    case .name: return studyNames(option.name)
    case .text: return [Completion("\"", "a path or text in quotes")]
    case .integer, .number, .value, .list, .range:
      return (option.standard.map { [Completion($0, "unless given")] } ?? []) + parameters
    }
  }

  /// Recipes, candidates, models or measures, whichever the positional's name speaks of.
  private func studyNames(_ what: String) -> [Completion] {
    let what = what.lowercased()
    let recipes = names.recipes.map { Completion($0, "recipe") }
    let candidates = names.candidates.map { Completion($0, "candidate") }
    if what.contains("recipe") || what == "from" { return recipes }
    if what.contains("measure") {
      return vocabulary.measures.map { Completion($0.word, $0.summary) }
    }
    let models = vocabulary.modelSignatures.map { Completion($0.word, $0.summary) }
    if what.contains("candidate") { return candidates }
    return what.contains("model") ? candidates + models : candidates + recipes
  }

  private func columns(_ expected: Expectation) -> [Completion] {
    guard expected.opening != ":" else { return [] }
    let sign = expected.opening == "-" ? "-" : ""
    return names.columns.map { column in
      let role = column.hasRole ? ", has a role" : ""
      return Completion(
        column.name,
        insertion: sign + Words.quotedName(column.name),
        column.kind.rawValue + role
      )
    }
  }

  private func kinds(_ expected: Expectation) -> [Completion] {
    guard expected.opening == ":" || expected.opening.isEmpty else { return [] }
    let kinds = ColumnKind.allCases.map {
      Completion(":" + $0.rawValue, "every column of this kind")
    }
    return kinds + [Completion(":all", "every column without a role")]
  }

  /// Those that look at other rows only where they may.
  private func functions(of signature: Signature) -> [Completion] {
    let allowed = Function.allCases.filter { signature.looksAcrossRows || !$0.looksAcrossRows }
    let known = allowed.map { function in
      let form = "\(function.rawValue)(\(function.parameters.joined(separator: ", ")))"
      return Completion(form, insertion: function.rawValue + "(", function.summary)
    }
    return known + names.functions.map { Completion($0, insertion: $0 + "(", "defined here") }
  }

  private var parameters: [Completion] { names.parameters.map { Completion("$" + $0, "param") } }

  private func words(_ signature: Signature) -> [Completion] {
    let clause = signature.takesGroups ? [Completion("by", "groups")] : []
    return [
      Completion("and"), Completion("or"), Completion("not"), Completion("is missing"),
      Completion("missing"),
    ] + clause
  }

  /// Options not given yet, `by` and `where`.
  private func clauses(_ expected: Expectation) -> [Completion] {
    guard let signature = expected.signature else { return [] }
    let foreign =
      signature.takesForeignOptions
      ? vocabulary.modelSignatures.filter { expected.used.contains($0.word) }.flatMap(\.options)
      : []
    var items = (signature.options + foreign).filter { !expected.used.contains($0.name) }
      .map { option in
        let standard = option.standard.map { " (\($0))" } ?? ""
        return Completion(option.name + "=", option.summary + standard)
      }
    if signature.takesGroups, !expected.used.contains("by") {
      items.append(Completion("by", "in groups"))
    }
    if signature.takesCondition, !expected.used.contains("where") {
      items.append(Completion("where", "only these rows"))
    }
    return items
  }
}
