package import Language

/// `NAME=VALUE` from outside a session, the value as the language writes it or else a text.
package struct GivenParameter: Sendable {
  package let name: String
  package let value: Argument

  package init?(_ text: String) {
    guard let sign = text.firstIndex(of: "=") else { return nil }
    name = String(text[..<sign])
    let rest = String(text[text.index(after: sign)...])
    guard Words.isBareWord(name), !rest.isEmpty else { return nil }
    let line = "param \(name) = \(rest)"
    let parsed = try? CallParser.parse(line, signatures: VerbCatalog.verbs).call
    if case .value(let value)? = parsed?.definition?.body {
      self.value = value
    } else {
      value = .value(.text(rest))
    }
  }
}
