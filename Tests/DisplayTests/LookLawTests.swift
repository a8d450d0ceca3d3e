import Canvas
import Diagnostics
import Display
import Foundation
import Language
import Tables
import TestSupport
import Testing

/// What every look of the catalogue has to keep.
struct LookLawTests {
  static let examples = LookCatalog.all.flatMap { $0.signature.examples.map(\.line) }
  static let words = LookCatalog.all.map { $0.signature.word }

  @Test func `folder and catalogue name the same looks`() throws {
    let folder = repository + "/Sources/Display/Looks"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { !$0.contains("+") }
      .map { String($0.dropLast(".swift".count)) }
    #expect(files.sorted() == LookCatalog.all.map { "\($0)" }.sorted())
    #expect(files.map { $0.lowercased() }.sorted() == Self.words.sorted())
  }

  @Test func `the catalogue is sorted and has each word once`() {
    #expect(Self.words == Array(Set(Self.words)).sorted())
  }

  @Test(arguments: examples)
  func `an example runs on a sample`(line: String) throws {
    let measurement = try Samples.measure(line, on: Samples.credit())
    #expect(JSON(encoding: measurement)["rows"] != nil)
    #expect(measurement.scene.draw(width: 80, rendering: .text).height > 1)
  }

  @Test(arguments: words)
  func `every look takes where and on`(word: String) throws {
    let look = try #require(LookCatalog.all.first { $0.signature.word == word })
    #expect(look.signature.takesCondition)
    #expect(look.signature.option(named: "on") != nil)
    #expect(look.signature.group == .look)
  }

  @Test(arguments: examples)
  func `a look measured twice gives the same`(line: String) throws {
    let frame = try Samples.credit()
    let first = try Samples.measure(line, on: frame)
    let second = try Samples.measure(line, on: frame)
    #expect(JSON(encoding: first) == JSON(encoding: second))
    #expect(first.scene == second.scene)
  }

  @Test(arguments: examples)
  func `a picture stays in its box`(line: String) throws {
    let scene = try Samples.measure(line, on: Samples.credit()).scene
    for width in [1, 2, 3, 5, 8, 13, 20, 34, 40, 60, 80, 120] {
      for height in [1, 2, 3, 4, 5, 7, 9, 12, 16, 24, 40] {
        let grid = scene.draw(width: width, height: height, rendering: .full)
        #expect(grid.width <= width && grid.height <= height, "\(width) × \(height)")
      }
      for rendering in [Rendering.full, .text, .ascii] {
        #expect(scene.draw(width: width, rendering: rendering).width <= width)
      }
    }
  }

  /// Those that need no column to be named.
  static let undemandingWords = words.filter { !["scatter", "crosstab", "group"].contains($0) }

  /// Lines over columns that break naive code.
  static let awkwardLines =
    undemandingWords + [
      "scatter huge tiny", "scatter missing constant", "scatter when huge by odd",
      "scatter some flag by flag odd", "hist huge tiny constant missing when",
      "hist some by odd", "hist huge bins=1000", "freq huge tiny free odd missing",
      "crosstab odd flag", "crosstab missing when", "crosstab constant free share=row",
      "crosstab odd flag value=huge figure=sum", "group by missing", "group huge tiny by odd flag",
      "group flag by some order=max", "describe by odd", "freq odd flag by constant",
      "corr huge some by flag", "pairplot missing constant huge tiny some by odd",
      "pairplot when some by flag",
      "outliers zscore", "outliers mad k=0", "corr spearman :all -odd -free -when",
      "head 1000000 order=-huge", "head 0", "describe (huge * huge) (some / 0)",
    ]

  @Test(arguments: awkwardLines, [0, 1, 2, 3, 40])
  func `no content traps`(line: String, rowCount: Int) throws {
    let measurement = try Samples.measure(line, on: Samples.awkward(rowCount: rowCount))
    _ = JSON(encoding: measurement).compact
    for width in [1, 7, 20, 80] {
      for rendering in [Rendering.full, .text, .ascii] {
        #expect(measurement.scene.draw(width: width, rendering: rendering).width <= width)
        for height in [1, 6, 24] {
          let grid = measurement.scene.draw(width: width, height: height, rendering: rendering)
          #expect(grid.width <= width && grid.height <= height)
          #expect(!grid.description.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        }
      }
    }
  }

  @Test(arguments: undemandingWords)
  func `a table without columns is no fault`(word: String) throws {
    let measurement = try Samples.measure(word, on: Frame())
    #expect(JSON(encoding: measurement)["rows"] == .integer(0))
    _ = measurement.scene.draw(width: 40, height: 10, rendering: .ascii)
  }

  @Test(arguments: undemandingWords)
  func `ten thousand columns are drawn`(word: String) throws {
    let columns = (0..<10_000).map { place in
      Column("c\(place)", integers: (0..<10).map { Int64($0 * place % 17) })
    }
    let measurement = try Samples.measure(word, on: Frame(columns))
    let grid = measurement.scene.draw(width: 80, height: 24, rendering: .text)
    #expect(grid.width <= 80 && grid.height <= 24)
  }

  @Test func `a restriction is told`() throws {
    let frame = try Samples.credit()
    let signature = Describe.signature
    let call = try CallParser.parse("describe age", signatures: ["describe": signature]).call
    let subject = Subject(
      frame: frame.prefix(800),
      totalRowCount: 1000,
      restriction: "test sealed"
    )
    let scene = try Describe.read(call).measure(subject, report: .silent).scene
    let text = scene.draw(width: 80, rendering: .text).description
    #expect(text.contains("800 of 1,000 rows, test sealed"))
  }
}
