import Diagnostics
import Language
import Testing
import Workbench

/// Completion of the verbs over tables: from their signatures and the tables that are loaded.
@Suite struct TableVerbCompletionTests {
  private func labels(_ line: String) -> [String] {
    var names = Snapshot.Names()
    names.columns = [.init(name: "age", kind: .number), .init(name: "shop", kind: .category)]
    names.tables = ["shops", "towns"]
    names.recipes = ["main"]
    let completer = Completer(vocabulary: .standard, names: names)
    return completer.menu(in: line, at: line.unicodeScalars.count).items.map(\.label)
  }

  @Test func `a table is one of those beside the data`() {
    #expect(labels("join ").prefix(2) == ["shops", "towns"])
    #expect(labels("lookup to") == ["towns"])
    #expect(labels("join shops o") == ["on="])
    #expect(labels("join shops on=") == ["age", "shop"])
    #expect(labels("join shops kind=s") == ["semi"])
  }

  @Test func `functions that look at other rows are offered where they may`() {
    #expect(labels("compute y = la").prefix(2) == ["last(x)", "lag(x, n)"])
    #expect(!labels("derive y = la").contains { $0.hasPrefix("la") })
    #expect(labels("aggregate me").prefix(2) == ["mean(x)", "median(x)"])
    #expect(labels("aggregate n=me").prefix(2) == ["mean(x)", "median(x)"])
    #expect(labels("aggregate mean(sh").first == "shop")
    #expect(labels("aggregate mean(age) by s") == ["shop"])
    #expect(labels("compute y = lag(age) by s") == ["shop"])
  }
}
