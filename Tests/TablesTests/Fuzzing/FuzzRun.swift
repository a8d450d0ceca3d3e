import Foundation

/// Trials one after the other.
///
/// What is being tried is kept in two files of a folder, so that it is found after a trap; both are
/// gone when a run found nothing.
struct FuzzRun {
  private let folder: String
  private let input: FileHandle
  private let words: FileHandle

  init(folder: String) throws {
    self.folder = folder
    func file(_ name: String) throws -> FileHandle {
      let path = "\(folder)/\(name)"
      try Data().write(to: URL(fileURLWithPath: path))
      return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }
    input = try file("input")
    words = try file("input.txt")
  }

  /// The first fault, with its seed.
  ///
  /// `isOver` is asked before each trial.
  func fault(from first: UInt64, until isOver: (_ count: Int) -> Bool) throws -> String? {
    var seed = first
    var count = 0
    while !isOver(count) {
      let trial = FuzzTrial(seed: seed)
      try keep(trial.bytes, in: input)
      try keep(Array(trial.description.utf8), in: words)
      if let fault = trial.fault() {
        let text = "\(trial.description)\n  \(fault)\n"
        try keep(Array(text.utf8), in: words)
        return text
      }
      seed &+= 1
      count += 1
    }
    for name in ["input", "input.txt"] {
      try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
    return nil
  }

  /// The files stay open: to close one that was emptied makes the disk write it.
  private func keep(_ bytes: [UInt8], in file: FileHandle) throws {
    try file.seek(toOffset: 0)
    try file.write(contentsOf: Data(bytes))
    try file.truncate(atOffset: UInt64(bytes.count))
  }
}
