/// Where a text stands in its columns.
package enum Alignment: Sendable {
  case left, right, center
}
