/// Every look, by its word.
package enum LookCatalog {
  package static let all: [any Look.Type] = [
    Corr.self,
    Describe.self,
    Freq.self,
    Head.self,
    Hist.self,
    Missing.self,
    Outliers.self,
    Pairplot.self,
    Scatter.self,
  ]
}
