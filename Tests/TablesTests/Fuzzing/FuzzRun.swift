import Foundation
import Synchronization

/// Trials one after the other.
///
/// With a folder, the input is kept there as long as it is being tried, so that it is found after
/// a trap.
struct FuzzRun {
  var folder: String?

  /// The first fault, with its seed.
  ///
  /// `isOver` is asked before each trial.
  func fault(from first: UInt64, until isOver: (_ count: Int) -> Bool) -> String? {
    var seed = first
    var count = 0
    while !isOver(count) {
      let trial = FuzzTrial(seed: seed)
      keep(trial)
      if let fault = trial.fault() {
        let text = "\(trial.description)\n  \(fault)"
        note(text)
        return text
      }
      seed &+= 1
      count += 1
    }
    keep(nil)
    return nil
  }

  private func keep(_ trial: FuzzTrial?) {
    guard let folder else { return }
    let path = folder + "/input"
    guard let trial else {
      try? FileManager.default.removeItem(atPath: path)
      try? FileManager.default.removeItem(atPath: path + ".txt")
      return
    }
    try? Data(trial.bytes).write(to: URL(fileURLWithPath: path))
    note(trial.description)
  }

  private func note(_ text: String) {
    guard let folder else { return }
    try? Data((text + "\n").utf8).write(to: URL(fileURLWithPath: folder + "/input.txt"))
  }
}
