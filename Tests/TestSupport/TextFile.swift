import Foundation

/// A file of the repository, by its path from the top folder.
package func text(of path: String) throws -> String {
  try String(contentsOfFile: repository + "/" + path, encoding: .utf8)
}
