import Canvas

/// A query with the things that answer it: the palette and the help.
package struct PickList: Sendable {
  package enum Target: Hashable, Sendable {
    case action(KeyAction)
    /// Goes into the command line.
    case line(String)
  }

  package struct Item: Hashable, Sendable {
    package var title: String
    package var detail: String
    /// The key that does the same.
    package var key: String
    /// Nil for a heading, or what only informs.
    package var target: Target?
    package var isHeading: Bool
    /// What else finds it.
    package var keywords: String

    package init(
      _ title: String,
      _ detail: String = "",
      key: String = "",
      target: Target? = nil,
      isHeading: Bool = false,
      keywords: String = ""
    ) {
      self.title = title
      self.detail = detail
      self.key = key
      self.target = target
      self.isHeading = isHeading
      self.keywords = keywords
    }
  }

  package enum Order: Hashable, Sendable {
    /// Best first.
    case byMatch
    /// As they stand, under their headings.
    case asGiven
  }

  package var title: String
  package var editor: LineEditor
  private let items: [Item]
  private let order: Order
  package private(set) var shown: [Item] = []
  package private(set) var selected = 0

  package init(title: String, _ items: [Item], order: Order, query: String = "") {
    self.title = title
    self.items = items
    self.order = order
    editor = LineEditor(query)
    filter()
  }

  package var choice: Item? { selected < shown.count ? shown[selected] : nil }

  package mutating func insert(_ text: String) {
    editor.insert(text)
    filter()
  }

  package mutating func perform(_ action: KeyAction) -> Bool {
    guard editor.perform(action) else { return false }
    filter()
    return true
  }

  package mutating func move(by step: Int) {
    guard !shown.isEmpty else { return }
    var place = min(max(selected + step, 0), shown.count - 1)
    let direction = step < 0 ? -1 : 1
    while place >= 0, place < shown.count, shown[place].target == nil { place += direction }
    if place >= 0, place < shown.count { selected = place }
  }

  package mutating func select(_ place: Int) {
    if place >= 0, place < shown.count, shown[place].target != nil { selected = place }
  }

  private mutating func filter() {
    let query = editor.text.lowercased()
    switch order {
    case .byMatch: shown = ranked(query)
    case .asGiven: shown = kept(query)
    }
    selected = shown.firstIndex { $0.target != nil } ?? 0
  }

  private func ranked(_ query: String) -> [Item] {
    let scored = items.enumerated().compactMap { place, item -> (Int, Int, Item)? in
      let score = FuzzyMatch.score(query, item.title, secondary: item.detail + " " + item.keywords)
      return score.map { ($0, place, item) }
    }
    return scored.sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.2)
  }

  /// The items that hold every word of the query, under the headings they stand under.
  private func kept(_ query: String) -> [Item] {
    let words = query.split(separator: " ")
    guard !words.isEmpty else { return items }
    var kept: [Item] = []
    var heading: Item?
    for item in items {
      if item.isHeading {
        heading = item
        continue
      }
      let text = "\(item.title) \(item.detail) \(item.key) \(item.keywords)".lowercased()
      guard words.allSatisfy({ text.contains($0) }) else { continue }
      if let due = heading {
        kept.append(due)
        heading = nil
      }
      kept.append(item)
    }
    return kept
  }
}
