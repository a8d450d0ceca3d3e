package import Canvas
import Foundation

/// A picture kept as text in `Tests/<Target>Tests/Snapshots/<name>.txt`.
///
/// With `RECORD_SNAPSHOTS=1` it is written, and the test that asked fails, so that nobody takes a
/// recording for a passed test.
package struct Golden: Sendable {
  private let path: String

  /// A picture by its name, kept by the tests of a target such as `Display`.
  package init(_ name: String, of target: String) {
    path = "\(repository)/Tests/\(target)Tests/Snapshots/\(name).txt"
  }

  /// What differs from the kept text; nil = nothing.
  package func difference(from text: String) -> String? {
    let text = text + "\n"
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" { return record(text) }
    guard let kept = try? String(contentsOfFile: path, encoding: .utf8) else {
      return "\(path) isn't there; RECORD_SNAPSHOTS=1 writes it. It would be:\n\(text)"
    }
    guard kept != text else { return nil }
    let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    let place = line ?? min(old.count, new.count)
    return "\(path) differs from line \(place + 1) on; the picture is now:\n\(text)"
  }

  private func record(_ text: String) -> String {
    let folder = (path as NSString).deletingLastPathComponent
    do {
      try FileManager.default.createDirectory(
        atPath: folder,
        withIntermediateDirectories: true
      )
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      return "recorded \(path)"
    } catch {
      return "couldn't record \(path): \(error)"
    }
  }

  /// A picture with its styles below.
  package static func text(of grid: Grid, styled: Bool) -> String {
    styled ? grid.description + "\n\n" + grid.styledDescription : grid.description
  }
}
