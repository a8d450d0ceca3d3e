import Diagnostics
import Language
import Tables
import Testing

@Suite struct FrameTests {
  private func frame() throws -> Frame {
    try Frame([
      Column("age", integers: [30, 40, nil]), Column("wall", categories: ["a", "b", "a"]),
    ])
  }

  @Test func `an unknown column names the known ones and the nearest`() throws {
    let frame = try frame()
    do throws(Diagnostic) {
      _ = try frame.column(named: "agee")
      Issue.record("there is no such column")
    } catch {
      #expect(error.message == "no column 'agee' (known: age, wall)")
      #expect(error.hint == "age")
      #expect(error.subject == "agee")
    }
  }

  @Test func `names are unique and columns of one length`() throws {
    let frame = try frame()
    #expect(throws: Diagnostic.self) { try frame.adding(Column("age", integers: [1, 2, 3])) }
    #expect(throws: Diagnostic.self) { try frame.adding(Column("x", integers: [1, 2])) }
    #expect(throws: Diagnostic.self) { try frame.renaming([("age", "wall")]) }
  }

  @Test func `columns are added, replaced, removed, renamed, chosen`() throws {
    let frame = try frame()
    let x = Column("x", integers: [1, 2, 3])
    #expect(try frame.adding(x).names == ["age", "wall", "x"])
    #expect(try frame.setting(x.renamed("age")).column(named: "age").values[0] == .integer(1))
    #expect(try frame.replacing("age", with: [x, x.renamed("y")]).names == ["x", "y", "wall"])
    #expect(try frame.removing(["age"]).names == ["wall"])
    #expect(try frame.removing(["age", "wall"]).rowCount == 3)
    #expect(try frame.renaming([("age", "wall"), ("wall", "age")]).names == ["wall", "age"])
    #expect(try frame.selecting(["wall", "age"]).names == ["wall", "age"])
  }

  @Test func `rows keep their numbers`() throws {
    let frame = try frame()
    let filtered = frame.filter([true, false, true])
    #expect(filtered.rowNumbers.array == [0, 2])
    #expect(filtered.row(at: 1) == [.missing, .text("a")])
    #expect(filtered.rows(at: [1]).rowNumbers[0] == 2)
    #expect(frame.prefix(2) == frame.rows(at: [0, 1]))
    #expect(RowNumbers([4, 5, 6]) == .range(4..<7))
  }

  @Test func `the digest tells contents, names and rows apart`() throws {
    let frame = try frame()
    #expect(try frame.digest == self.frame().digest)
    #expect(try frame.digest != frame.renaming([("age", "years")]).digest)
    #expect(frame.digest != frame.prefix(2).digest)
    #expect(frame.rows(at: [1, 0, 2]).digest != frame.digest)
  }

  @Test func `candidates carry kinds and roles`() throws {
    let frame = try frame()
    let selection = ColumnSelection([.kind(.number)])
    #expect(try selection.resolve(in: frame.candidates()) == ["age"])
    #expect(try selection.resolve(in: frame.candidates(roles: ["age"])).isEmpty)
  }
}
