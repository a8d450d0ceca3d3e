import Foundation

/// What is wrong with a text that should be as it was recorded; nil when it is.
///
/// With `RECORD_SNAPSHOTS=1` the text is recorded, and what is new is said to be wrong once.
/// The path is the recorded text's, from the top folder.
package func differenceFromGolden(_ text: String, _ path: String) throws -> String? {
  let file = repository + "/" + path
  let recorded = try? String(contentsOfFile: file, encoding: .utf8)
  if recorded == text { return nil }
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    return "recorded \(path)"
  }
  guard let recorded else { return "\(path) hasn't been recorded" }
  let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
  let new = text.split(separator: "\n", omittingEmptySubsequences: false)
  let place = zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
  return """
    \(path) differs from line \(place + 1):
    was: \(place < old.count ? String(old[place]) : "the end")
    is:  \(place < new.count ? String(new[place]) : "the end")
    """
}
