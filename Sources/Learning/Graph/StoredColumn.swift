import Diagnostics
import Language
import Tables

/// A column as a spec keeps it: its name, its kind, its cells.
struct StoredColumn: Codable {
  let name: String
  let cells: Cells

  enum Cells {
    case whole([Int64?])
    case numbers([Double?])
    case booleans([Bool?])
    case categories([String?])
    case texts([String?])
    case instants([Instant?])
  }

  init(_ column: Column) {
    name = column.name
    let values = column.values
    let texts = { values.map { $0.isMissing ? nil : $0.plainText } }
    switch column.data {
    case .integers: cells = .whole(values.map { if case .integer(let a) = $0 { a } else { nil } })
    case .doubles: cells = .numbers(values.map(\.double))
    case .booleans:
      cells = .booleans(values.map { if case .boolean(let a) = $0 { a } else { nil } })
    case .category: cells = .categories(texts())
    case .texts: cells = .texts(texts())
    case .instants:
      cells = .instants(values.map { if case .datetime(let a) = $0 { a } else { nil } })
    }
  }

  var column: Column {
    switch cells {
    case .whole(let cells): Column(name, integers: cells)
    case .numbers(let cells): Column(name, doubles: cells.map { $0 ?? .nan })
    case .booleans(let cells): Column(name, booleans: cells)
    case .categories(let cells): Column(name, categories: cells)
    case .texts(let cells): Column(name, texts: cells)
    case .instants(let cells): Column(name, instants: cells)
    }
  }

  private enum Kind: String, Codable { case whole, number, boolean, category, text, datetime }

  private enum CodingKeys: String, CodingKey { case name, kind, cells }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(String.self, forKey: .name)
    func cells<Cell: Decodable>(_: Cell.Type) throws -> [Cell?] {
      try container.decode([Cell?].self, forKey: .cells)
    }
    switch try container.decode(Kind.self, forKey: .kind) {
    case .whole: self.cells = .whole(try cells(Int64.self))
    case .number: self.cells = .numbers(try cells(Double.self))
    case .boolean: self.cells = .booleans(try cells(Bool.self))
    case .category: self.cells = .categories(try cells(String.self))
    case .text: self.cells = .texts(try cells(String.self))
    case .datetime:
      let texts = try cells(String.self)
      let instants = texts.map { $0.flatMap { Instant($0) } }
      guard zip(texts, instants).allSatisfy({ ($0 == nil) == ($1 == nil) }) else {
        throw DecodingError.dataCorruptedError(
          forKey: .cells,
          in: container,
          debugDescription: "a cell is no datetime"
        )
      }
      self.cells = .instants(instants)
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    func put<Cell: Encodable>(_ kind: Kind, _ cells: [Cell?]) throws {
      try container.encode(kind, forKey: .kind)
      try container.encode(cells, forKey: .cells)
    }
    switch cells {
    case .whole(let cells): try put(.whole, cells)
    case .numbers(let cells): try put(.number, cells)
    case .booleans(let cells): try put(.boolean, cells)
    case .categories(let cells): try put(.category, cells)
    case .texts(let cells): try put(.text, cells)
    case .instants(let cells): try put(.datetime, cells.map { $0?.text })
    }
  }
}

extension LookupTable: Codable {
  private enum CodingKeys: String, CodingKey { case keys, values }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let keys = try container.decode([StoredColumn].self, forKey: .keys).map(\.column)
    let values = try container.decode([StoredColumn].self, forKey: .values).map(\.column)
    let names = Set(values.map(\.name))
    guard let count = keys.first?.count, (keys + values).allSatisfy({ $0.count == count }),
      names.count == values.count
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .values,
        in: container,
        debugDescription: "a lookup's columns are of one length and have names of their own"
      )
    }
    try self.init(keys: keys, values: values)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(keys.map(StoredColumn.init), forKey: .keys)
    try container.encode(values.map(StoredColumn.init), forKey: .values)
  }
}
