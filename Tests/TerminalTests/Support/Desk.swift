import Foundation
import TestSupport

/// A working folder with the samples in it, in which the built program is started.
final class Desk {
  let folder = NSTemporaryDirectory() + "desk-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/samples",
      withDestinationPath: repository + "/samples"
    )
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The program in a terminal.
  func start(
    _ arguments: String...,
    columns: Int = 80,
    rows: Int = 24,
    environment: [String: String] = [:]
  ) throws -> Pty {
    try Pty(
      ["assay"] + arguments,
      columns: columns,
      rows: rows,
      environment: environment,
      folder: folder
    )
  }

  /// The workbench on a sample, once the sample is loaded.
  func open(
    _ sample: String = "penguins_raw.csv",
    columns: Int = 80,
    rows: Int = 24,
    environment: [String: String] = [:]
  ) throws -> Pty {
    let pty = try start(
      "samples/\(sample)",
      columns: columns,
      rows: rows,
      environment: environment
    )
    try pty.wait("the loaded sample") {
      $0.row(0).contains(" × ") || $0.row(0).contains(" x ")
    }
    return pty
  }

  func write(_ text: String, to name: String) throws {
    try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
  }

  func text(of name: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
  }

  struct Result {
    var status: Int
    var output: String
    var errors: String
  }

  /// The program without a terminal.
  func run(
    _ arguments: [String],
    input: String = "",
    environment: [String: String] = [:]
  ) throws -> Result {
    try write(input, to: ".input")
    let process = Process()
    let (output, errors) = (folder + "/.output", folder + "/.errors")
    for path in [output, errors] { try Data().write(to: URL(fileURLWithPath: path)) }
    process.executableURL = URL(fileURLWithPath: Pty.buildFolder + "/assay")
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
    process.standardInput = FileHandle(forReadingAtPath: folder + "/.input")
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    process.waitUntilExit()
    return Result(
      status: Int(process.terminationStatus),
      output: try text(of: ".output"),
      errors: try text(of: ".errors")
    )
  }
}

extension Pty {
  static let (up, down, right, left) = ("\u{1B}OA", "\u{1B}OB", "\u{1B}OC", "\u{1B}OD")
  static let (enter, escape, tab) = ("\r", "\u{1B}", "\t")

  static func control(_ letter: Character) -> String {
    letter.asciiValue.map { String(Unicode.Scalar($0 & 0x1F)) } ?? ""
  }

  /// Types a line into the command line and runs it.
  func run(_ line: String) { type(line + Pty.enter) }

  /// From the command line to the cells.
  func goToCells() throws {
    type(Pty.escape)
    try wait("the keys of the cells") { $0.row($0.rows - 1).contains("edit") }
  }

  func quit(saving: Bool = false) throws -> Ending {
    type(Pty.control("Q"))
    return try waitForEnd()
  }

  /// What is above the talk row, without what changes from run to run.
  var view: String { (1..<(screen.rows - 3)).map { screen.row($0) }.joined(separator: "\n") }

  /// Whether the terminal is as the program found it.
  var isRestored: Bool {
    !screen.isAlternate && screen.showsCursor && isCooked
      && screen.modes.isDisjoint(with: [1, 1000, 1002, 1006, 2004])
  }
}
