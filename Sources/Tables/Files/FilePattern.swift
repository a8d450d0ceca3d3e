private import Glibc

/// Paths with `*`, `?` and `[…]`, as shells have them.
package enum FilePattern {
  package static func isMeant(by path: String) -> Bool {
    guard path.contains(where: { "*?[".contains($0) }) else { return false }
    // A file of that very name is meant by it.
    return unsafe access(path, F_OK) != 0
  }

  /// Sorted by Unicode scalars.
  package static func paths(matching pattern: String) -> [String] {
    var found = unsafe glob_t()
    defer { unsafe globfree(&found) }
    guard unsafe glob(pattern, GLOB_NOSORT, nil, &found) == 0 else { return [] }
    var paths: [String] = []
    for place in 0..<Int(unsafe found.gl_pathc) {
      // `gl_pathv` holds `gl_pathc` C strings until `globfree`.
      if let path = unsafe found.gl_pathv[place] { paths.append(unsafe String(cString: path)) }
    }
    return paths.sorted(by: ScalarOrder.precedes)
  }
}
