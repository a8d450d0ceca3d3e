/// What a verb found out, measured once.
///
/// Its encoded form is the JSON of the contract, its scene is what people see.
package protocol Measurement: Encodable, Sendable {
  var scene: Scene { get }
}
