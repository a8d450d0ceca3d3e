/// A line that does something: a verb and what it was told. Equal calls print the same.
package struct Call: Hashable, Sendable {
  package var verb: String
  package var arguments: [Argument] = []
  package var options: [Option] = []
  /// `NAME = …` or `NAME(a, b) = …`
  package var definition: Definition?
  /// The tail of `filter`.
  package var expression: Expression?
  package var groups: [Argument] = []
  package var condition: Expression?

  package init(_ verb: String) { self.verb = verb }

  package struct Option: Hashable, Sendable {
    package var name: String
    package var value: Argument

    package init(_ name: String, _ value: Argument) {
      self.name = name
      self.value = value
    }
  }

  package struct Definition: Hashable, Sendable {
    package var name: String
    /// The arguments of a function made by `define`; nil where no parentheses stood.
    package var parameters: [String]?
    package var body: Body

    package enum Body: Hashable, Sendable {
      case expression(Expression)
      /// The value of a `param`.
      case value(Argument)
    }

    package init(name: String, parameters: [String]? = nil, body: Body) {
      self.name = name
      self.parameters = parameters
      self.body = body
    }
  }
}
