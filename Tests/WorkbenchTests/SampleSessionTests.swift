import Canvas
import Foundation
import TestSupport
import Testing
import Workbench

/// The sample sessions, run as `assay run` runs them.
struct SampleSessionTests {
  static let names: [String] = {
    let files =
      (try? FileManager.default.contentsOfDirectory(atPath: repository + "/sessions")) ?? []
    return files.filter { $0.hasSuffix(".assay") }.map { String($0.dropLast(6)) }.sorted()
  }()

  @Test func `there are sample sessions`() {
    #expect(Self.names.count >= 4)
  }

  @Test(arguments: names)
  func `each runs to its end and prints what it did when it was recorded`(name: String) throws {
    let (isDone, transcript) = try run(name, .text(width: 80, .text))
    #expect(isDone)
    let difference = Golden("\(name)-80", of: "Workbench").difference(
      from: transcript
    )
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(arguments: names)
  func `each begins with the line that makes it a program`(name: String) throws {
    #expect(try text(of: "sessions/\(name).assay").hasPrefix("#!/usr/bin/env -S assay run\n"))
  }

  @Test(arguments: [40, 60, 120])
  func `no line of a transcript is wider than it was told`(width: Int) throws {
    let (isDone, transcript) = try run("penguins", .text(width: width, .text))
    #expect(isDone)
    let lines = transcript.split(separator: "\n", omittingEmptySubsequences: false)
    // A line that was typed is shown as it is; notes go to standard error.
    let wide = lines.filter {
      !$0.hasPrefix("› ") && !$0.hasPrefix("penguins:") && displayWidth(of: String($0)) > width
    }
    #expect(wide.isEmpty, "\(wide)")
  }

  @Test func `a transcript in plain ASCII has nothing else`() throws {
    let (_, transcript) = try run("penguins", .text(width: 80, .ascii))
    let strange = transcript.split(separator: "\n").filter { $0.contains { !$0.isASCII } }
    #expect(strange.isEmpty, "\(strange)")
  }

  @Test func `the lines in the README run`() throws {
    let readme = try text(of: "README.md")
    let blocks = readme.matches(of: /(?ms)^```assay\n(.*?)^```/).map { String($0.output.1) }
    #expect(!blocks.isEmpty)
    for block in blocks {
      let (isDone, transcript) = run(block, folder: repository, name: "README", .json)
      #expect(isDone, "\(transcript.suffix(600))")
    }
  }

  private func run(_ name: String, _ form: Batch.Form) throws -> (isDone: Bool, String) {
    run(
      try text(of: "sessions/\(name).assay"),
      folder: repository + "/sessions",
      name: name,
      form
    )
  }

  /// What goes to standard output and error, times blanked.
  private func run(
    _ lines: String,
    folder: String,
    name: String,
    _ form: Batch.Form
  ) -> (isDone: Bool, String) {
    var transcript = ""
    let batch = Batch(
      interpreter: Interpreter(folder: folder),
      form: form,
      name: name,
      print: { transcript += $0 },
      complain: { transcript += $0 }
    )
    let isDone = batch.run(lines)
    return (isDone, Self.blankingTimes(in: transcript))
  }

  /// A time span gives way to as many columns as it takes, so that the table keeps its shape.
  private static func blankingTimes(in text: String) -> String {
    text.replacing(/\ +[0-9.]+ m?s(?![a-z])/) { match in
      String(repeating: " ", count: match.output.count - 1) + "t"
    }
  }
}
