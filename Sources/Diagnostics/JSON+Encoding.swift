extension JSON {
  /// The JSON form of a measurement, keys in the order in which it encodes them.
  ///
  /// Absent optionals become null: a key of the contract never disappears.
  package init(encoding value: some Encodable) {
    let slot = Slot()
    do {
      try value.encode(to: TreeEncoder(slot: slot, codingPath: []))
    } catch {
      preconditionFailure("a measurement always encodes: \(error)")
    }
    self = slot.json
  }
}

/// The place one value is written to; containers hold slots until everything below is written.
private final class Slot {
  private enum Form { case plain, array, object }

  private enum Item {
    case plain(JSON)
    case slot(Slot)

    var json: JSON {
      switch self {
      case .plain(let value): value
      case .slot(let slot): slot.json
      }
    }
  }

  private var form = Form.plain
  private var value = JSON.null
  private var keys: [String] = []
  /// Appended to in place: a spec's arrays hold millions of numbers.
  private var items: [Item] = []

  var count: Int { items.count }

  var json: JSON {
    switch form {
    case .plain: value
    case .array: .array(items.map(\.json))
    case .object: .object(zip(keys, items).map { JSON.Member($0, $1.json) })
    }
  }

  func becomeArray() { form = .array }
  func becomeObject() { form = .object }
  func setNull() { value = .null }

  func member(_ key: String) -> Slot {
    let slot = Slot()
    form = .object
    keys.append(key)
    items.append(.slot(slot))
    return slot
  }

  func item() -> Slot {
    let slot = Slot()
    form = .array
    items.append(.slot(slot))
    return slot
  }

  func append(_ value: some Encodable, codingPath: [any CodingKey]) throws {
    if let plain = Self.plain(value) {
      form = .array
      items.append(.plain(plain))
    } else {
      try item().set(value, codingPath: codingPath)
    }
  }

  func set(_ value: some Encodable, codingPath: [any CodingKey]) throws {
    if let plain = Self.plain(value) {
      self.value = plain
    } else {
      try value.encode(to: TreeEncoder(slot: self, codingPath: codingPath))
    }
  }

  /// The value as JSON, when it is no container.
  private static func plain(_ value: some Encodable) -> JSON? {
    switch value {
    case let value as JSON: value
    case let value as Bool: .bool(value)
    case let value as String: .string(value)
    case let value as Double: .number(value)
    case let value as Float: .number(Double(value))
    case let value as any BinaryInteger:
      Int64(exactly: value).map(JSON.integer) ?? .number(Double(value))
    default: nil
    }
  }
}

extension JSON: Encodable {
  package func encode(to encoder: any Encoder) throws {
    switch self {
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    case .bool(let value): try value.encode(to: encoder)
    case .integer(let value): try value.encode(to: encoder)
    case .number(let value): try value.encode(to: encoder)
    case .string(let value): try value.encode(to: encoder)
    case .array(let items): try items.encode(to: encoder)
    case .object(let members):
      var container = encoder.container(keyedBy: NameKey.self)
      for member in members { try container.encode(member.value, forKey: NameKey(member.key)) }
    }
  }
}

/// A coding key made from any name, for objects whose keys are data.
package struct NameKey: CodingKey {
  package let stringValue: String
  package var intValue: Int? { nil }

  package init(_ name: String) { stringValue = name }
  package init?(stringValue: String) { self.init(stringValue) }
  package init?(intValue: Int) { nil }
}

private struct TreeEncoder: Encoder {
  let slot: Slot
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    slot.becomeObject()
    return KeyedEncodingContainer(ObjectContainer(slot: slot, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    slot.becomeArray()
    return ArrayContainer(slot: slot, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    ValueContainer(slot: slot, codingPath: codingPath)
  }
}

private struct ObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let slot: Slot
  let codingPath: [any CodingKey]

  func encodeNil(forKey key: Key) { _ = slot.member(key.stringValue) }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    try slot.member(key.stringValue).set(value, codingPath: codingPath + [key])
  }

  func encodeIfPresent(_ value: (some Encodable)?, forKey key: Key) throws {
    guard let value else { return encodeNil(forKey: key) }
    try encode(value, forKey: key)
  }

  // The synthesised conformances call these overloads for their own types, so each stands for
  // itself: without them an absent optional of these types would lose its key.
  func encodeIfPresent(_ value: Bool?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: String?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: Double?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: Int?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: Int64?, forKey key: Key) throws { try optional(value, key) }

  private func optional(_ value: (some Encodable)?, _ key: Key) throws {
    guard let value else { return encodeNil(forKey: key) }
    try encode(value, forKey: key)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type,
    forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    TreeEncoder(slot: slot.member(key.stringValue), codingPath: codingPath + [key])
      .container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    TreeEncoder(slot: slot.member(key.stringValue), codingPath: codingPath + [key])
      .unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    TreeEncoder(slot: slot.member("super"), codingPath: codingPath)
  }

  func superEncoder(forKey key: Key) -> any Encoder {
    TreeEncoder(slot: slot.member(key.stringValue), codingPath: codingPath + [key])
  }
}

private struct ArrayContainer: UnkeyedEncodingContainer {
  let slot: Slot
  let codingPath: [any CodingKey]

  var count: Int { slot.count }

  func encodeNil() { _ = slot.item() }

  func encode(_ value: some Encodable) throws {
    try slot.append(value, codingPath: codingPath)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    TreeEncoder(slot: slot.item(), codingPath: codingPath).container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    TreeEncoder(slot: slot.item(), codingPath: codingPath).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { TreeEncoder(slot: slot.item(), codingPath: codingPath) }
}

private struct ValueContainer: SingleValueEncodingContainer {
  let slot: Slot
  let codingPath: [any CodingKey]

  func encodeNil() { slot.setNull() }

  func encode(_ value: some Encodable) throws { try slot.set(value, codingPath: codingPath) }
}
