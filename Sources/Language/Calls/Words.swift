/// How names and texts are written.
package enum Words {
  package static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar == "." || scalar == "@" || scalar.properties.isAlphabetic
      || scalar.properties.numericType != nil || isMark(scalar)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark: true
    default: false
    }
  }

  /// Words of the grammar, which as a column's name need backticks.
  package static let reserved: Set<String> = [
    "and", "or", "not", "is", "in", "by", "where", "missing", "yes", "no", "true", "false",
  ]

  /// A bare word begins with a letter or `_`, so that no number or date reads as a name.
  package static func isBareWord(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, first == "_" || first.properties.isAlphabetic
    else { return false }
    return name.unicodeScalars.allSatisfy(isWordScalar)
  }

  /// A column's name as it is typed: bare, or in backticks (a backtick inside is doubled).
  package static func quotedName(_ name: String) -> String {
    if isBareWord(name), !reserved.contains(name) { return name }
    return "`" + escaped(name, doubling: "`") + "`"
  }

  /// A text as it is typed: in double quotes, with `\"`, `\\`, `\n`, `\r`, `\t` inside.
  package static func quotedText(_ text: String) -> String {
    "\"" + escaped(text, doubling: nil) + "\""
  }

  private static func escaped(_ text: String, doubling mark: Unicode.Scalar?) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\\": result += "\\\\"
      case "\"" where mark == nil: result += "\\\""
      case _ where scalar == mark:
        result.unicodeScalars.append(scalar)
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
