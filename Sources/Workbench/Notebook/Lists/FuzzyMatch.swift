/// How well a few typed letters fit a name.
enum FuzzyMatch {
  /// Higher is better.
  ///
  /// Nil when the letters don't stand in the name in this order, nor its words
  /// at the beginning of words of the secondary text. All in any case.
  static func score(_ query: String, _ name: String, secondary: String) -> Int? {
    let query = query.lowercased()
    let name = name.lowercased()
    guard !query.isEmpty else { return 0 }
    if name == query { return 1_000 }
    if name.hasPrefix(query) { return 900 - name.count }
    if name.contains(" " + query) { return 700 - name.count }
    if name.contains(query) { return 500 - name.count }
    if let spread = spread(of: query, in: name) { return 300 - spread }
    let words = query.split(separator: " ")
    let all = " " + name + " " + secondary.lowercased()
    return words.allSatisfy { all.contains(" " + $0) } ? 100 - min(name.count, 90) : nil
  }

  /// How many letters of the name lie between the query's, taken from the left.
  private static func spread(of query: String, in name: String) -> Int? {
    var rest = Array(name)[...]
    var gaps = 0
    for letter in query where letter != " " {
      guard let place = rest.firstIndex(of: letter) else { return nil }
      gaps += place - rest.startIndex
      rest = rest[(place + 1)...]
    }
    return gaps > query.count * 4 ? nil : gaps
  }
}
