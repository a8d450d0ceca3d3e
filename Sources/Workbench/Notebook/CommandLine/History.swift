/// The lines submitted before, and the place among them while someone leafs.
package struct History: Hashable, Sendable {
  package private(set) var lines: [String]
  /// What was typed before leafing began.
  private var draft = ""
  private var place: Int?

  private static let capacity = 2_000

  package init(_ lines: [String] = []) { self.lines = Array(lines.suffix(Self.capacity)) }

  package mutating func append(_ line: String) {
    place = nil
    guard !line.isEmpty, lines.last != line else { return }
    lines.append(line)
    if lines.count > Self.capacity { lines.removeFirst(lines.count - Self.capacity) }
  }

  /// Typing ends the leafing.
  package mutating func leave() { place = nil }

  /// The line before that begins with what was typed; nil when there is none.
  package mutating func earlier(than text: String) -> String? {
    if place == nil { draft = text }
    let limit = place ?? lines.count
    let current = place.map { lines[$0] }
    guard let found = lines[..<limit].lastIndex(where: { $0.hasPrefix(draft) && $0 != current })
    else { return nil }
    place = found
    return lines[found]
  }

  /// The next line that begins with what was typed, at last what was typed itself.
  package mutating func later() -> String? {
    guard let from = place else { return nil }
    let found = lines[(from + 1)...].firstIndex {
      $0.hasPrefix(draft) && $0 != lines[from]
    }
    place = found
    return found.map { lines[$0] } ?? draft
  }

  /// The lines that hold a text, newest first, each once.
  package func lines(holding text: String) -> [String] {
    var seen: Set<String> = []
    let wanted = text.lowercased()
    return lines.reversed().filter {
      (wanted.isEmpty || $0.lowercased().contains(wanted)) && seen.insert($0).inserted
    }
  }
}
