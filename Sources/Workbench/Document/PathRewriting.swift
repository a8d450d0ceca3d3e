import FoundationEssentials
import Language

/// Keeps the paths in a line pointing at the same files when the session moves to another folder.
package enum PathRewriting {
  private static let verbs: Set<String> = ["load", "export", "predict"]

  /// - Parameters:
  ///   - old, new: folders that relative paths start from; empty is the working folder.
  package static func rewrite(_ source: String, from old: String, to new: String) -> String {
    guard let call = try? CallParser.parse(source, signatures: VerbCatalog.verbs).call,
      verbs.contains(call.verb)
    else { return source }
    var result = source
    for case .value(.text(let path)) in call.arguments
    where !path.hasPrefix("/") && !HomeFolder.isMeant(by: path) {
      let moved = relative(old.isEmpty ? path : old + "/" + path, to: new)
      guard let place = result.range(of: Words.quotedText(path)) else { continue }
      result.replaceSubrange(place, with: Words.quotedText(moved))
    }
    return result
  }

  /// The path as seen from a folder; from the root where the two have no folder in common.
  ///
  /// - Parameter working: what paths that don't start at the root start from.
  package static func relative(
    _ path: String,
    to folder: String,
    working: String = FileManager.default.currentDirectoryPath
  ) -> String {
    var target = normalised(path.hasPrefix("/") ? path : working + "/" + path)
    var base = normalised(folder.hasPrefix("/") ? folder : working + "/" + folder)
    let isApart = target.first != base.first
    if isApart, !base.isEmpty { return "/" + target.joined(separator: "/") }
    while let first = target.first, first == base.first, target.count > 1 {
      target.removeFirst()
      base.removeFirst()
    }
    return (base.map { _ in ".." } + target).joined(separator: "/")
  }

  private static func normalised(_ path: String) -> [String] {
    var parts: [String] = []
    for part in path.split(separator: "/").map(String.init) where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
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
