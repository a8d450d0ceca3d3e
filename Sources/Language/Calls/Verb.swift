package import Diagnostics

/// Anything the language can name: a step, a look, a command; and, as an argument, a model.
package protocol Verb: Sendable {
  static var signature: Signature { get }

  /// Reads its arguments; what it leaves unread is refused by the caller.
  init(reading arguments: inout ArgumentReader) throws(Diagnostic)
}

extension Verb {
  /// Reads a bound call, refusing whatever the verb doesn't use.
  package static func read(_ call: Call) throws(Diagnostic) -> Self {
    var arguments = ArgumentReader(call, signature)
    let verb = try Self(reading: &arguments)
    try arguments.finish()
    return verb
  }
}
