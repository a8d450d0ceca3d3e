/// A picture in data units, drawn as a grid at any size.
package struct Scene: Sendable {
  package init() {}
}
