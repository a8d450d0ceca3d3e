import Diagnostics
import Foundation
import Language
import TestSupport
import Workbench

/// Lines run one after the other, as a session runs them.
struct Lines {
  private let interpreter: Interpreter
  private(set) var study = Study()
  private(set) var history: [String] = []
  private(set) var warnings: [String] = []

  /// - Parameter text: lines to begin with, apart by line ends.
  init(
    _ text: String = "",
    ledger: Ledger = Ledger(),
    folder: String = repository,
    consent: CommandConsent = CommandConsent(.refuses)
  ) throws(Diagnostic) {
    interpreter = Interpreter(ledger: ledger, consent: consent, folder: folder)
    for line in text.split(separator: "\n") { try run(String(line)) }
  }

  /// What the line gives, as JSON.
  @discardableResult
  mutating func run(_ line: String, isReplay: Bool = false) throws(Diagnostic) -> Facts {
    let result = try interpreter.run(line, in: study, history: history, isReplay: isReplay)
    study = result.study
    history.append(line)
    warnings = result.outcome.warnings
    return Facts(json: result.outcome.measurement.map { JSON(encoding: $0) } ?? .null)
  }

  /// The fault of a line, which leaves all as it was; nil when it runs.
  func fault(_ line: String, isReplay: Bool = false) -> Diagnostic? {
    do throws(Diagnostic) {
      _ = try interpreter.run(line, in: study, history: history, isReplay: isReplay)
      return nil
    } catch {
      return error
    }
  }
}

/// What a line gave, reached by the keys of its JSON; an absent one is null.
struct Facts: Equatable {
  let json: JSON

  /// Keys, and places in lists.
  subscript(_ path: String...) -> Facts {
    let found = path.reduce(json) { value, key in
      if let place = Int(key), case .array(let items) = value {
        return items.indices.contains(place) ? items[place] : .null
      }
      return value[key] ?? .null
    }
    return Facts(json: found)
  }

  var double: Double? {
    switch json {
    case .number(let value): value
    case .integer(let value): Double(value)
    default: nil
    }
  }

  var int: Int? { if case .integer(let value) = json { Int(value) } else { nil } }
  var string: String? { if case .string(let value) = json { value } else { nil } }
  var bool: Bool? { if case .bool(let value) = json { value } else { nil } }
  var items: [Facts] {
    if case .array(let items) = json { items.map(Facts.init(json:)) } else { [] }
  }
  var strings: [String] { items.compactMap(\.string) }
  var doubles: [Double] { items.compactMap(\.double) }
}

/// A folder that is gone with its owner.
final class TemporaryFolder {
  let path = NSTemporaryDirectory() + "assay-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// The path of a new file.
  func file(_ name: String, _ content: String) throws -> String {
    try content.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8)
    return "\(path)/\(name)"
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
