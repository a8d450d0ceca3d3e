import Diagnostics
import Language
import Testing
import Workbench

@Suite struct CompleterTests {
  private static let completer: Completer = {
    var names = Snapshot.Names()
    names.columns = [
      .init(name: "age", kind: .number), .init(name: "bill length", kind: .number),
      .init(name: "species", kind: .category),
    ]
    names.recipes = ["main", "trees"]
    names.parameters = ["limit"]
    return Completer(
      vocabulary: FakeInterpreter.vocabulary,
      names: names,
      folders: ["": ["data/", "penguins.csv"], "data/": ["a b.csv"]]
    )
  }()

  private func labels(_ line: String) -> [String] {
    let menu = Self.completer.menu(in: line, at: line.unicodeScalars.count)
    return menu.items.map(\.label)
  }

  private func insertion(_ line: String) -> String? {
    Self.completer.menu(in: line, at: line.unicodeScalars.count).items.first?.insertion
  }

  @Test func `the first word is a verb`() {
    #expect(labels("hi") == ["hist"])
    #expect(labels("").contains("pairplot"))
  }

  @Test func `methods come before columns where the form has one`() {
    #expect(labels("impute ").prefix(3) == ["median", "mean", "mode"])
    #expect(labels("impute median ").prefix(2) == ["age", "bill length"])
    #expect(labels("impute me") == ["median", "mean"])
  }

  @Test func `a name that needs backticks gets them`() {
    #expect(insertion("hist bill") == "`bill length`")
    #expect(insertion("hist `bill l") == "`bill length`")
    #expect(insertion("hist -bill") == "-`bill length`")
  }

  @Test func `kinds complete after a colon, params after a dollar`() {
    #expect(labels("drop :n").first == ":number")
    #expect(labels("filter age < $") == ["$limit"])
  }

  @Test func `options are offered once, and their values`() {
    #expect(labels("hist age b").contains("bins="))
    #expect(!labels("hist age bins=3 b").contains("bins="))
    #expect(labels("target species kind=") == ["class", "number"])
    #expect(labels("hist age on=d") == ["design"])
    #expect(labels("impute median by=") == ["1", "$limit"])
  }

  @Test func `options of a model come with its name`() {
    #expect(labels("train forest tr") == ["tree", "trees="])
    #expect(!labels("train tr").contains("trees="))
  }

  @Test func `words that come several times are offered once each`() {
    #expect(labels("train ").contains("forest"))
    #expect(!labels("train forest ").contains("forest"))
  }

  @Test func `conditions know columns and functions`() {
    #expect(labels("hist age where sp").first == "species")
    #expect(labels("filter ro").first == "round(x, digits)")
    #expect(insertion("derive x = lo")?.hasSuffix("(") == true)
    #expect(labels("derive x").isEmpty)
  }

  @Test func `groups are columns`() {
    #expect(labels("hist age by sp") == ["species"])
  }

  @Test func `paths complete inside quotes, folders stay open`() {
    #expect(insertion("load \"peng") == "\"penguins.csv\"")
    #expect(insertion("load \"da") == "\"data/")
    #expect(insertion("load \"data/a") == "\"data/a b.csv\"")
    #expect(
      Completer(vocabulary: FakeInterpreter.vocabulary, names: .init())
        .folderNeeded(in: "load \"x/y", at: 9) == "x/"
    )
  }

  @Test func `comments and unknown verbs offer nothing`() {
    #expect(labels("# hist").isEmpty)
    #expect(labels("nonsense a").isEmpty)
  }

  @Test func `a completion in the middle replaces its word alone`() {
    let menu = Self.completer.menu(in: "hist ag by species", at: 7)
    #expect(menu.items.first?.insertion == "age")
    #expect(menu.replaced == .init(5, 7))
  }
}
