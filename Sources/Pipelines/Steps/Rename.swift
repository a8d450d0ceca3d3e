package import Diagnostics
package import Language
package import Learning
import Tables

/// Gives columns other names; target and roles follow.
package struct Rename: Step {
  package static let signature = Signature(
    "rename",
    .tableStep,
    "give columns other names",
    positionals: [
      .init("clean", .method([.init("clean", "every name to snake_case")])),
      .init("pairs", .pairs),
    ],
    examples: [
      .init("rename `Body Mass (g)`=body_mass", "one column"),
      .init("rename clean", "every name to snake_case: `Body Mass (g)` becomes body_mass_g"),
    ]
  )

  private enum Form {
    case clean
    case pairs([Renaming])
  }

  private let form: Form

  package init(reading arguments: inout ArgumentReader) throws(Diagnostic) {
    if try arguments.method(standard: "") == "clean" {
      form = .clean
      return
    }
    var pairs: [Renaming] = []
    for pair in try arguments.pairs() {
      guard let old = pair.old.columnName, let new = pair.new.columnName else {
        throw Diagnostic(
          .usage,
          "rename takes OLD=NEW, found '\(Argument.pair(pair.old, pair.new).text)'",
          try: "rename `old name`=new_name",
          subject: pair.old.subject
        )
      }
      pairs.append(Renaming(old: old, new: new))
    }
    guard !pairs.isEmpty else { throw arguments.needs("OLD=NEW or clean") }
    form = .pairs(pairs)
  }

  package func fit(to training: Training, report: Report) throws(Diagnostic) -> FittedRename {
    let pairs = renamings(of: training.frame.names)
    // Says what is wrong with a name now, with the column in the message.
    _ = try training.frame.renaming(pairs.map { ($0.old, $0.new) })
    return FittedRename(pairs: pairs)
  }

  /// What becomes of these names.
  package func renamings(of names: [String]) -> [Renaming] {
    switch form {
    case .pairs(let pairs): return pairs
    case .clean:
      var taken: Set<String> = []
      var pairs: [Renaming] = []
      for name in names {
        let clean = Self.snakeCase(name)
        var unique = clean
        var number = 2
        while !taken.insert(unique).inserted {
          unique = "\(clean)_\(number)"
          number += 1
        }
        if unique != name { pairs.append(Renaming(old: name, new: unique)) }
      }
      return pairs
    }
  }

  /// Small letters and digits with single underscores between words; camelCase is taken apart.
  package static func snakeCase(_ name: String) -> String {
    var words: [String] = []
    var word = ""
    var previous: Character?
    for character in name {
      if character.isLetter || character.isNumber {
        let startsWord = character.isUppercase && previous?.isLowercase == true
        if startsWord, !word.isEmpty {
          words.append(word)
          word = ""
        }
        word += character.lowercased()
      } else if character != "'", !word.isEmpty {
        words.append(word)
        word = ""
      }
      previous = character
    }
    if !word.isEmpty { words.append(word) }
    let joined = words.joined(separator: "_")
    if joined.isEmpty { return "column" }
    return joined.first?.isNumber == true ? "_" + joined : joined
  }
}

package struct FittedRename: FittedStep {
  package let pairs: [Renaming]

  package var operations: [Operation] { [.rename(pairs)] }
  package var findings: [Finding] { pairs.map { Finding($0.old, "now \($0.new)") } }
}

extension Argument {
  /// The name a bare word, backticks or a text in quotes give.
  fileprivate var columnName: String? {
    switch self {
    case .word(let name), .name(let name), .value(.text(let name)): name.isEmpty ? nil : name
    default: nil
    }
  }
}
