/// Every look, by its word.
package enum LookCatalog {
  package static let all: [any Look.Type] = [
    Head.self,
    Pairplot.self,
    Scatter.self,
  ]
}
