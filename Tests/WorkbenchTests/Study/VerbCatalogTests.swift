import Diagnostics
import Display
import Foundation
import Language
import Learning
import Modelling
import Pipelines
import Tables
import TestSupport
import Testing
import Workbench

/// What holds for everything that can be typed.
@Suite struct VerbCatalogTests {
  static let signatures = VerbCatalog.all + VerbCatalog.models
  static let examples = signatures.flatMap { $0.examples.map(\.line) }

  @Test(arguments: examples)
  func `an example prints back as what was read`(line: String) throws {
    let call = try CallParser.parse(line, signatures: VerbCatalog.verbs).call
    #expect(try CallParser.parse(call.text, signatures: VerbCatalog.verbs).call == call)
  }

  @Test(arguments: examples)
  func `a verb reads its examples and leaves nothing unread`(line: String) throws {
    let call = try CallParser.parse(line, signatures: VerbCatalog.verbs).call
    if let command = CommandCatalog.command(named: call.verb) {
      _ = try command.read(call)
    } else if let look = LookCatalog.all.first(where: { $0.signature.word == call.verb }) {
      _ = try look.read(call)
    } else {
      _ = try StepCatalog.read(call)
    }
  }

  @Test(arguments: signatures)
  func `a signature says what it is in one sentence, with an example`(signature: Signature) {
    #expect(!signature.summary.isEmpty && signature.summary.last != ".")
    #expect(signature.summary.first?.isUppercase == false)
    #expect(!signature.examples.isEmpty)
    #expect(signature.examples.allSatisfy { !$0.meaning.isEmpty && $0.meaning.last != "." })
    #expect(signature.options.allSatisfy { !$0.summary.isEmpty && $0.summary.last != "." })
    #expect(Set(signature.options.map(\.name)).count == signature.options.count)
  }

  @Test(arguments: VerbCatalog.all)
  func `every example of a verb begins with the verb`(signature: Signature) {
    for example in signature.examples {
      #expect(example.line == signature.word || example.line.hasPrefix(signature.word + " "))
    }
  }

  @Test func `words are unlike`() {
    #expect(Set(VerbCatalog.all.map(\.word)).count == VerbCatalog.all.count)
  }

  @Test func `the folder has one file for each command of the catalogue`() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: repository + "/Sources/Workbench/Commands"
    )
    let commands = files.filter { $0.hasSuffix("Command.swift") && $0 != "Command.swift" }
    #expect(commands.sorted() == CommandCatalog.all.map { "\($0).swift" }.sorted())
    for type in CommandCatalog.all {
      #expect("\(type)".lowercased() == type.signature.word + "command")
    }
  }

  @Test(arguments: VerbCatalog.all)
  func `a verb without what it needs, or with what it can't use, says its form`(
    signature: Signature
  ) throws {
    for line in [signature.word, signature.word + " \"what is this\" 12/13 :nonsense"] {
      do throws(Diagnostic) {
        let call = try CallParser.parse(line, signatures: VerbCatalog.verbs).call
        if let command = CommandCatalog.command(named: call.verb) {
          _ = try command.read(call)
        } else if let look = LookCatalog.all.first(where: { $0.signature.word == call.verb }) {
          _ = try look.read(call)
        } else {
          _ = try StepCatalog.read(call)
        }
      } catch {
        #expect(error.kind == .usage, "\(error)")
        #expect(error.hint != nil || error.span != nil, "\(error)")
      }
    }
  }
}
