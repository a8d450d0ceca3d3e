import Diagnostics
import Language
import Tables
import Testing
import Workbench

@Suite struct AggregateCommandTests {
  private let sales = TableVerbOracle.load("sales")

  @Test func `without groups there is one row`() throws {
    var lines = try Lines(sales)
    let found = try lines.run("aggregate n=count() dearest=max(price)")
    #expect(found["rows"].int == 1 && found["columns"].int == 2 && found["from"].int == 123)
  }

  @Test func `rows are numbered anew, in the order of the keys`() throws {
    var lines = try Lines(sales)
    let found = try lines.run("aggregate count() by item")
    #expect(found["by"].strings == ["item"])
    #expect(lines.study.frame.rowNumbers.array == [0, 1, 2])
    #expect(lines.study.frame.names == ["item", "count"])
  }

  @Test func `a figure needs a name of its own, one value a group, and functions that give one`()
    throws
  {
    let lines = try Lines(sales)
    #expect(lines.fault("aggregate mean(price*2) by shop")?.hint == "NAME=mean(price * 2)")
    #expect(lines.fault("aggregate n=price by shop")?.hint == "mean(price)")
    #expect(lines.fault("aggregate n=lag(price) by shop")?.message.contains("lag()") == true)
    #expect(
      lines.fault("aggregate n=mean(pricee) by shop")?.message.contains("no column 'pricee'")
        == true
    )
    #expect(
      lines.fault("aggregate item=count() by item")?.message.contains("already a column 'item'")
        == true
    )
    #expect(lines.fault("aggregate by shop")?.message.contains("needs a figure") == true)
    #expect(lines.fault("aggregate n= by shop")?.message.contains("nothing after it") == true)
  }

  @Test func `no rows make no groups`() throws {
    var lines = try Lines("\(sales)\nfilter units > 100")
    #expect(try lines.run("aggregate n=count() mean(price) by shop")["rows"].int == 0)
  }
}
