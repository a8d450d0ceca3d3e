import Language

/// Keeps the paths in a line pointing at the same files when the session moves to another folder.
enum PathRewriting {
  private static let verbs: Set<String> = ["load", "export", "predict"]

  /// - Parameters:
  ///   - old, new: folders that relative paths start from; empty is the working folder.
  static func rewrite(_ source: String, from old: String, to new: String) -> String {
    guard let call = try? CallParser.parse(source, signatures: VerbCatalog.verbs).call,
      verbs.contains(call.verb)
    else { return source }
    var result = source
    for case .value(.text(let path)) in call.arguments where !path.hasPrefix("/") {
      let full = old.isEmpty ? path : old + "/" + path
      guard let moved = relative(full, to: new) else { continue }
      guard let place = result.range(of: Words.quotedText(path)) else { continue }
      result.replaceSubrange(place, with: Words.quotedText(moved))
    }
    return result
  }

  /// The path as seen from a folder, both relative to the same place; nil when one of the two is
  /// absolute and the other isn't.
  static func relative(_ path: String, to folder: String) -> String? {
    guard path.hasPrefix("/") == folder.hasPrefix("/") || folder.isEmpty else { return nil }
    var target = normalised(path)
    var base = normalised(folder)
    while let first = target.first, first == base.first, target.count > 1 {
      target.removeFirst()
      base.removeFirst()
    }
    guard !base.contains("..") else { return nil }
    return (base.map { _ in ".." } + target).joined(separator: "/")
  }

  private static func normalised(_ path: String) -> [String] {
    var parts: [String] = []
    for part in path.split(separator: "/").map(String.init) where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return parts
  }
}

extension String {
  /// The first place of a text, by Unicode scalars.
  fileprivate func range(of text: String) -> Range<String.Index>? {
    let wanted = Array(text.unicodeScalars)
    var start = unicodeScalars.startIndex
    while start < unicodeScalars.endIndex {
      let rest = unicodeScalars[start...]
      if rest.starts(with: wanted) {
        return start..<unicodeScalars.index(start, offsetBy: wanted.count)
      }
      start = unicodeScalars.index(after: start)
    }
    return nil
  }
}
