import Foundation
import TestSupport
import Testing

/// The built program gives the same bytes twice, and on one core.
@Suite struct DeterminismTests {
  private static let session = """
    load "samples/german_credit.csv"
    target risk positive=0
    split 60/20/20 seed=7
    measure roc_auc log_loss accuracy
    pairplot age credit_amount duration by risk
    scale standard :number
    encode onehot :category
    train baseline logistic tree forest
    validate kfold folds=3 repeats=2
    train forest trees=20
    compare
    choose best
    evaluate
    evaluate test
    predict
    """

  /// Beside the test bundle; nil when the program isn't built.
  private static var program: String? {
    let bundle = Bundle.allBundles.map(\.bundlePath) + CommandLine.arguments
    let folders = bundle.map { ($0 as NSString).deletingLastPathComponent }
    return (folders + ["\(repository)/.build/release"]).map { $0 + "/assay" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private func output(of command: [String]) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = URL(fileURLWithPath: repository)
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    input.fileHandleForWriting.write(Data((Self.session + "\n").utf8))
    try input.fileHandleForWriting.close()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let times = try Regex("\"(fit_|predict_)?seconds\":[-+0-9.e]+")
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
      String($0).replacing(times, with: "\"seconds\":0")
    }
  }

  @Test func `the same session gives the same bytes twice`() throws {
    let program = try #require(Self.program, "the program isn't built")
    let run = [program, "run", "-", "--json"]
    let first = try output(of: run)
    #expect(first.count == 15)
    #expect(try output(of: run) == first)
  }

  private static let hasTaskset = FileManager.default.isExecutableFile(atPath: "/usr/bin/taskset")

  @Test(.enabled(if: hasTaskset, "taskset, which keeps a program on one core, is absent"))
  func `one core gives the same bytes as all`() throws {
    let program = try #require(Self.program, "the program isn't built")
    let run = [program, "run", "-", "--json"]
    #expect(try output(of: ["taskset", "-c", "0"] + run) == output(of: run))
  }
}
