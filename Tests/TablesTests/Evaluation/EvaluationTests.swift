import Diagnostics
import Language
import Tables
import Testing

@Suite struct EvaluationTests {
  private func frame() throws -> Frame {
    try Frame([
      Column("i", integers: [7, -7, nil, .max]),
      Column("d", doubles: [0.5, -1.5, 2.5, .nan]),
      Column("b", booleans: [true, false, nil, true]),
      Column("c", categories: ["red", "Blue", nil, "red"]),
      Column("t", texts: ["a b c", "", nil, "x12y3"]),
      Column("n", categories: ["1", "2", "1", nil]),
      Column(
        "when",
        instants: [
          Instant("2024-02-29T13:45:00Z"), Instant("1969-12-31"), nil, Instant("2024-03-01"),
        ]
      ),
    ])
  }

  private func values(_ text: String) throws -> [Value] {
    try frame().evaluate(try CallParser.parseExpression(text)).column.values
  }

  private func fault(_ text: String) -> Diagnostic? {
    do throws(Diagnostic) {
      let expression = try CallParser.parseExpression(text)
      guard let frame = try? frame() else { return nil }
      _ = try frame.evaluate(expression)
      return nil
    } catch {
      return error
    }
  }

  @Test func `whole numbers stay whole and leave Int64 for doubles row by row`() throws {
    #expect(try values("i + 1") == [.number(8), .number(-6), .missing, .number(0x1p63)])
    #expect(try values("i - 1")[0] == .integer(6))
    #expect(try values("i * 2 - i").map(\.double) == [7, -7, nil, 0x1p63])
    #expect(try values("-i")[3] == .integer(-.max))
    #expect(try values("abs(i)")[1] == .integer(7))
    #expect(try values("i / 2") == [.number(3.5), .number(-3.5), .missing, .number(0x1p62)])
    #expect(try values("i ^ 2")[0] == .number(49))
    #expect(try values("b + b")[0] == .integer(2))
  }

  @Test func `a remainder has the sign of its divisor`() throws {
    #expect(try values("i % 3") == [.integer(1), .integer(2), .missing, .integer(1)])
    #expect(try values("i % -3")[0] == .integer(-2))
    #expect(try values("d % 1") == [.number(0.5), .number(0.5), .number(0.5), .missing])
  }

  @Test func `faults are missing and counted`() throws {
    let frame = try frame()
    let zero = try frame.evaluate(try CallParser.parseExpression("i / 0 + i % 0"))
    #expect(zero.column.missingCount == 4)
    #expect(zero.faults.divisionsByZero == 6)
    #expect(zero.faults.warnings == ["6 divisions by zero gave missing"])
    let domain = try frame.evaluate(try CallParser.parseExpression("log(d) + sqrt(d)"))
    #expect(domain.faults.outOfDomain == 2)
    let overflow = try frame.evaluate(try CallParser.parseExpression("exp(1000 * d)"))
    #expect(overflow.faults.overflows == 1)
    #expect(overflow.column.missingCount == 2)
    #expect(overflow.faults.warnings == ["1 overflow gave missing"])
  }

  @Test func `logic is three-valued`() throws {
    #expect(
      try values("b and d > 0") == [.boolean(true), .boolean(false), .missing, .missing]
    )
    #expect(
      try values("b or d > 0") == [.boolean(true), .boolean(false), .boolean(true), .boolean(true)]
    )
    #expect(try values("b and 1 = 2") == Array(repeating: .boolean(false), count: 4))
    #expect(try values("not b")[2] == .missing)
    #expect(try values("b is missing") == [false, false, true, false].map { .boolean($0) })
    #expect(try values("missing = 1") == Array(repeating: .missing, count: 4))
  }

  @Test func `comparing goes by kind`() throws {
    #expect(
      try values("c = \"red\"") == [.boolean(true), .boolean(false), .missing, .boolean(true)]
    )
    #expect(
      try values("c < \"a\"") == [.boolean(false), .boolean(true), .missing, .boolean(false)]
    )
    #expect(try values("n = 1") == [.boolean(true), .boolean(false), .boolean(true), .missing])
    #expect(
      try values("when >= \"2024-02-29\"")
        == [.boolean(true), .boolean(false), .missing, .boolean(true)]
    )
    #expect(try values("when > 2024-02-29")[0] == .boolean(true))
    #expect(try values("i = 9223372036854775807")[3] == .boolean(true))
    #expect(try values("c = t")[0] == .boolean(false))
    #expect(try values("i > d")[1] == .boolean(false))
  }

  @Test func `membership knows missing`() throws {
    #expect(
      try values("c in (\"red\", \"green\")")
        == [.boolean(true), .boolean(false), .missing, .boolean(true)]
    )
    #expect(try values("i in (7, missing)") == [.boolean(true), .missing, .missing, .missing])
  }

  @Test func `conditions take true alone`() throws {
    let condition = try frame().condition(try CallParser.parseExpression("b"))
    #expect(condition == [true, false, false, true])
    #expect(throws: Diagnostic.self) { try frame().condition(.column("i")) }
    #expect(try frame().condition(.literal(.missing)) == [false, false, false, false])
  }

  @Test func `choices and substitutes`() throws {
    #expect(try values("if(b, i, 0)") == [.integer(7), .integer(0), .integer(0), .integer(.max)])
    #expect(try values("if(b, \"yes\", missing)")[1] == .missing)
    #expect(
      try values("coalesce(d, i, 1)") == [
        .number(0.5), .number(-1.5), .number(2.5), .number(0x1p63),
      ]
    )
    #expect(try values("coalesce(c, \"none\")")[2] == .text("none"))
    #expect(try values("if(b, when, 2000-01-01)")[1].plainText == "2000-01-01")
  }

  @Test func `number functions`() throws {
    #expect(try values("round(d)") == [.number(1), .number(-2), .number(3), .missing])
    #expect(try values("round(i)")[0] == .integer(7))
    #expect(try values("round(2.345, 2)")[0] == .number(2.35))
    #expect(try values("round(1234, -2)")[0] == .number(1200))
    #expect(try values("floor(d)")[1] == .number(-2))
    #expect(try values("ceil(d)")[1] == .number(-1))
    #expect(try values("min(i, 3, d)") == [.number(0.5), .number(-7), .missing, .missing])
    #expect(try values("max(i, 3)")[1] == .integer(3))
    #expect(try values("clamp(i, -5, 5)") == [.integer(5), .integer(-5), .missing, .integer(5)])
    #expect(try values("minmax(i, 3, 11)")[0] == .number(0.5))
    #expect(try values("log(exp(1)) + log10(100) + log1p(0) + sqrt(4)")[0] == .number(5))
  }

  @Test func `the distance from Paris to London`() throws {
    let kilometres = try values("distance(48.8566, 2.3522, 51.5074, -0.1278)")[0].double ?? 0
    #expect(abs(kilometres - 343.5565) < 0.001)
    #expect(try values("distance(0, 0, 0, 180)")[0].double == Double.pi * 6371.0088)
  }

  @Test func `text functions`() throws {
    #expect(try values("upper(c)") == [.text("RED"), .text("BLUE"), .missing, .text("RED")])
    #expect(try values("concat(c, \"-\", i)")[0] == .text("red-7"))
    #expect(try values("concat(c, t)")[2] == .missing)
    #expect(try values("trim(\"  x \")")[0] == .text("x"))
    #expect(try values("replace(t, \" \", \"_\")")[0] == .text("a_b_c"))
    #expect(try values("extract(t, \"[0-9]+\")") == [.missing, .missing, .missing, .text("12")])
    #expect(try values("extract(t, \"x([0-9])\")")[3] == .text("1"))
    #expect(
      try values("contains(t, \"b\")") == [
        .boolean(true), .boolean(false), .missing, .boolean(false),
      ]
    )
    #expect(try values("starts(c, \"re\")")[0] == .boolean(true))
    #expect(try values("length(t)") == [.integer(5), .integer(0), .missing, .integer(5)])
    #expect(try values("word(t, 2)") == [.text("b"), .missing, .missing, .missing])
    #expect(try values("word(t, -1)")[0] == .text("c"))
    #expect(try values("number(n)") == [.number(1), .number(2), .number(1), .missing])
    #expect(try values("date(\"2024-01-31\")")[0].plainText == "2024-01-31")
  }

  @Test func `parts of dates`() throws {
    let parts = ["year", "month", "day", "weekday", "hour", "minute"].map { name in
      (try? values("\(name)(when)")[0]) ?? .missing
    }
    #expect(parts == [2024, 2, 29, 4, 13, 45].map { .integer($0) })
    #expect(try values("day(when)")[2] == .missing)
    #expect(try values("days(\"2024-02-28\", when)")[3] == .number(2))
  }

  @Test func `text from categories is a category`() throws {
    let frame = try frame()
    func kind(_ text: String) throws -> ColumnKind {
      let expression = try CallParser.parseExpression(text)
      let kind = try frame.kind(of: expression)
      #expect(try frame.evaluate(expression).column.kind == kind)
      return kind
    }
    #expect(try kind("lower(c)") == .category)
    #expect(try kind("lower(t)") == .text)
    #expect(try kind("concat(c, i)") == .text)
    #expect(try kind("if(b, \"x\", \"y\")") == .category)
    #expect(try kind("missing") == .number)
    #expect(try kind("i > 1") == .boolean)
    #expect(try kind("date(t)") == .datetime)
  }

  @Test func `what doesn't fit is refused by name`() {
    #expect(
      fault("t + 1")?.message == "'+' takes numbers, found text 't' (concat(a, b) joins texts)"
    )
    #expect(fault("t + 1")?.subject == "t")
    #expect(fault("c > 5 and i")?.message == "'and' takes true or false, found number 'i'")
    #expect(fault("iii + 1")?.message.hasPrefix("no column 'iii'") == true)
    #expect(fault("d = \"x\"")?.message == "'=' can't compare number 'd' with the text 'x'")
    #expect(
      fault("when = \"soon\"")?.message == "'soon' is no date, expected one such as 2024-01-31"
    )
    #expect(fault("when - when")?.message.contains("days(from, to)") == true)
    #expect(fault("$rate + 1")?.message == "'$rate' has no value")
    #expect(fault("extract(t, \"[\")")?.kind == .usage)
    #expect(fault("year(t)")?.message.contains("date(text)") == true)
    #expect(fault("if(b, i, c)")?.message.contains("one kind") == true)
    #expect(fault("log(c)")?.message == "log() takes numbers, found category 'c'")
  }

  @Test(arguments: [
    "i + 1", "i * 2 - i", "i * i > 1", "d % 1", "if(b, i, d)", "upper(c)", "concat(c, i)",
    "coalesce(t, c)", "days(when, \"2024-01-01\")", "c in (\"red\", \"blue\")", "min(i, i * 2)",
    "round(d, 1)", "extract(t, \"[0-9]\")", "number(n) + 1", "b or d > 0", "i % 5",
  ])
  func `one row gives what the batch gives`(text: String) throws {
    let frame = try frame()
    let expression = try CallParser.parseExpression(text)
    let batch = try frame.evaluate(expression).column
    for row in 0..<frame.rowCount {
      let one = try frame.rows(at: [row]).evaluate(expression).column
      #expect(one.kind == batch.kind)
      if batch.kind == .number {
        #expect(one.value(at: 0).double == batch.value(at: row).double)
      } else {
        #expect(one.value(at: 0) == batch.value(at: row))
      }
    }
  }

  @Test func `no rows give no rows`() throws {
    let empty = try frame().prefix(0)
    for text in [
      "i + 1", "upper(c)", "concat(t, 1)", "b and i > 1", "round(d, 2)", "1", "year(when)",
    ] {
      #expect(try empty.evaluate(try CallParser.parseExpression(text)).column.count == 0)
    }
  }
}

extension EvaluationTests {
  @Test func `long expressions are typed once at each place`() throws {
    let frame = try Frame([Column("x", integers: [1, 2])])
    var sum = Expression.column("x")
    var text = Expression.literal(.text("a"))
    for _ in 0..<60 {
      sum = .arithmetic(.add, sum, .column("x"))
      text = .call(.concat, [.call(.lower, [text])])
    }
    #expect(try frame.evaluate(sum).column.values == [.integer(61), .integer(122)])
    #expect(try frame.evaluate(text).column.value(at: 1) == .text("a"))
  }
}
