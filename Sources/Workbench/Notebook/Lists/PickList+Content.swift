import Canvas
import Language

extension PickList {
  /// Every verb, screen and action, with its key.
  static func palette(in context: KeyContext, _ vocabulary: Vocabulary) -> PickList {
    var items: [Item] = []
    var seen: Set<KeyAction> = [.palette, .interrupt]
    for place in context == .cells ? [context] : [context, .cells] {
      for binding in KeyTable.bindings(in: place) where binding.isCommand {
        guard place == context || binding.action.worksFromAnywhere else { continue }
        guard seen.insert(binding.action).inserted else { continue }
        items.append(
          Item(
            binding.action.title,
            binding.summary,
            key: place == context || place == .cells ? binding.keyText : "",
            target: .action(binding.action)
          )
        )
      }
    }
    items += vocabulary.verbs.map { signature in
      Item(
        signature.word,
        signature.summary,
        target: .line(signature.word + " "),
        keywords: signature.group.rawValue
      )
    }
    return PickList(title: "palette", items, order: .byMatch)
  }

  /// The keys of a place, then the verb being typed, then every verb, function and model.
  static func help(
    for context: KeyContext,
    verb: String?,
    _ vocabulary: Vocabulary,
    query: String = ""
  ) -> PickList {
    var items: [Item] = []
    if let verb, let signature = vocabulary.signatures[verb] ?? vocabulary.models[verb] {
      items.append(Item(verb, isHeading: true))
      items += rows(of: signature, isVerb: vocabulary.signatures[verb] != nil)
    }
    items.append(Item("keys here: \(context.rawValue)", isHeading: true))
    items += rows(of: KeyTable.bindings(in: context))
    let words = WorkbenchWord.allCases.map(\.rawValue).joined(separator: ", ")
    items.append(Item("words to type", "\(words): acts, never lines of the session"))
    for group in Signature.Group.allCases {
      let members = vocabulary.verbs.filter { $0.group == group }
      if members.isEmpty { continue }
      items.append(Item(group.rawValue, isHeading: true))
      items += members.flatMap { rows(of: $0, isVerb: true) }
    }
    if !vocabulary.models.isEmpty {
      items.append(Item("models, for train and tune", isHeading: true))
      items += vocabulary.modelSignatures.flatMap { rows(of: $0, isVerb: false) }
    }
    items.append(Item("functions, for expressions", isHeading: true))
    items += Function.allCases.filter { !$0.looksAcrossRows }.map(row)
    items.append(Item("functions of compute and aggregate", isHeading: true))
    items += Function.allCases.filter(\.looksAcrossRows).map(row)
    for other in KeyContext.allCases where other != context {
      items.append(Item("keys elsewhere: \(other.rawValue)", isHeading: true))
      items += rows(of: KeyTable.bindings(in: other)).map {
        Item($0.title, $0.detail, keywords: $0.keywords)
      }
    }
    return PickList(title: "help", items, order: .asGiven, query: query)
  }

  private static func row(of function: Function) -> Item {
    let parameters = function.parameters.joined(separator: ", ")
    return Item("\(function.rawValue)(\(parameters))", function.summary)
  }

  private static func rows(of bindings: [KeyBinding]) -> [Item] {
    bindings.map {
      Item(
        $0.allKeysText,
        $0.summary,
        target: $0.isCommand ? .action($0.action) : nil,
        keywords: $0.action.title
      )
    }
  }

  /// Form, what it does, its methods and options, its examples.
  private static func rows(of signature: Signature, isVerb: Bool) -> [Item] {
    let word = signature.word
    let head = Item(
      isVerb ? signature.usage : word,
      isVerb ? "" : signature.summary,
      target: .line((isVerb ? word : "train " + word) + " "),
      keywords: signature.summary
    )
    var items = [head]
    if isVerb { items.append(Item("  " + signature.summary, keywords: word)) }
    for positional in signature.positionals {
      guard case .method(let choices) = positional.kind else { continue }
      items += choices.map { Item("    " + $0.word, $0.summary, keywords: word) }
    }
    items += signature.options.map {
      Item("    \($0.name)=\($0.form)", $0.summary, keywords: word)
    }
    items += signature.examples.map {
      Item("  " + $0.line, $0.meaning, target: .line($0.line), keywords: word)
    }
    return items
  }
}

extension KeyAction {
  /// As palette and help name it.
  var title: String {
    switch self {
    case .commandLine: "type a line"
    case .sessionText: "session text"
    case .table: "table screen"
    case .attributes: "attributes screen"
    case .open: "open"
    case .edit: "edit line"
    case .editOutside: "edit in $EDITOR"
    case .openEditor: "write in $EDITOR"
    case .remove: "remove line"
    case .copy: "copy"
    case .copyOutput: "copy output"
    case .fold: "fold output"
    case .runStale: "run stale line"
    case .keep: "keep look"
    case .back: "back"
    default: words
    }
  }

  /// The name with blanks between its words: `sort ascending`.
  private var words: String {
    rawValue.reduce(into: "") { text, letter in
      if letter.isUppercase { text += " " }
      text += letter.lowercased()
    }
  }

  /// Whether it means the same wherever it is called; the others need what a view shows.
  var worksFromAnywhere: Bool {
    switch self {
    case .save, .quit, .help, .undo, .redo, .table, .attributes, .sessionText, .commandLine,
      .suspend, .repaint:
      true
    default: false
    }
  }
}
