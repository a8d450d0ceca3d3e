import Diagnostics
import Tables
import Testing

@Suite struct SQLiteReaderTests {
  @Test(arguments: ["orders", "large"])
  func `tables and views are what pandas reads`(name: String) throws {
    let table = try SourcesOracle.load("shop.db") { $0.table = name }
    #expect(SourcesOracle.difference(table.frame, from: "shop.db \(name)") == nil)
    #expect(
      table.warnings
        == (name == "orders"
          ? ["column 'note', rows 1 and 3: bytes that are no text, written as x'…'"] : [])
    )
  }

  @Test func `a query gives its rows`() throws {
    let table = try SourcesOracle.load("shop.db") {
      $0.query = "select customer, count(*) as n from orders group by customer"
    }
    #expect(SourcesOracle.difference(table.frame, from: "shop.db query") == nil)
  }

  @Test func `of several tables one has to be named`() throws {
    let fault = #expect(throws: Diagnostic.self) { try SourcesOracle.load("shop.db") }
    #expect(fault?.message.hasSuffix("has 3 tables: customers, orders, large") == true)
    #expect(fault?.hint?.hasSuffix(#"table="customers""#) == true)
    let unknown = #expect(throws: Diagnostic.self) {
      try SourcesOracle.load("shop.db") { $0.table = "order" }
    }
    #expect(unknown?.hint == #"table="orders""#)
  }

  @Test(arguments: [
    "delete from orders", "drop table orders", "vacuum into '/tmp/assay-vacuum.db'",
    "attach '/tmp/assay-attached.db' as x", "pragma user_version = 3",
    "insert into orders (id) values (9) returning id", "select 1; delete from orders",
    "with x as (select 1) delete from orders",
  ])
  func `a query that writes is refused`(query: String) throws {
    let path = "\(SourcesOracle.folder)/shop.db"
    let before = try FileSource.source(at: path).allBytes().bytes
    #expect(throws: Diagnostic.self) { try SourcesOracle.load("shop.db") { $0.query = query } }
    #expect(try FileSource.source(at: path).allBytes().bytes == before)
  }

  @Test func `a query that can't be asked tells why`() {
    let fault = #expect(throws: Diagnostic.self) {
      try SourcesOracle.load("shop.db") { $0.query = "select x from orders" }
    }
    #expect(fault?.message.contains("no such column: x") == true)
  }

  @Test func `a damaged database is an error`() throws {
    let bytes = Array("SQLite format 3\0".utf8) + [UInt8](repeating: 7, count: 5_000)
    #expect(throws: Diagnostic.self) {
      try SourcesOracle.read(MemorySource(name: "x.db", bytes: bytes))
    }
  }

  @Test func `a database in memory reads as a file does`() throws {
    let bytes = try FileSource.source(at: "\(SourcesOracle.folder)/shop.db").allBytes().bytes
    let table = try SourcesOracle.read(MemorySource(name: "x.db", bytes: bytes)) {
      $0.table = "large"
      $0.rowLimit = 1
    }
    #expect(table.frame.rowCount == 1)
  }
}
