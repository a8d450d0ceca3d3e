/// The number of single-character insertions, deletions, substitutions and swaps of neighbours
/// that turn `a` into `b` (optimal string alignment).
package func editDistance(_ a: String, _ b: String) -> Int {
  let a = Array(a.unicodeScalars)
  let b = Array(b.unicodeScalars)
  guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [Int](repeating: i, count: b.count + 1)
    for j in 1...b.count {
      let substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      row[j] = min(last[j] + 1, row[j - 1] + 1, substitution)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        row[j] = min(row[j], beforeLast[j - 2] + 1)
      }
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}

/// The known name that was most likely meant, or nil when none is near.
///
/// A name is near when at most a third of its letters (at least one, at most four) differ, letter
/// case apart, or when one of the two begins with the other.
package func nearest(to name: String, in known: [String]) -> String? {
  let wanted = name.lowercased()
  guard !wanted.isEmpty else { return nil }
  let allowed = min(4, max(1, wanted.unicodeScalars.count / 3))
  let ranked = known.prefix(5_000).lazy
    .filter { abs($0.unicodeScalars.count - wanted.unicodeScalars.count) <= allowed }
    .map { (name: $0, distance: editDistance(wanted, $0.lowercased())) }
    .filter { $0.distance <= allowed }
    .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
  if let ranked { return ranked.name }
  guard wanted.unicodeScalars.count >= 3 else { return nil }
  return known.first { $0.lowercased().hasPrefix(wanted) }
}
