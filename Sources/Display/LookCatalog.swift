/// Every look, by its word.
package enum LookCatalog {
  package static let all: [any Look.Type] = [
    Corr.self,
    Crosstab.self,
    Describe.self,
    Freq.self,
    Group.self,
    Head.self,
    Hist.self,
    Missing.self,
    Outliers.self,
    Pairplot.self,
    Scatter.self,
  ]
}
