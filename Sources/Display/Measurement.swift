/// What a verb found out: its encoded form is the JSON of the contract, its scene is what people
/// see. Both come from the same numbers, measured once.
package protocol Measurement: Encodable, Sendable {
  var scene: Scene { get }
}
