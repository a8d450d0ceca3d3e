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
  enum Content {
    case plain(JSON)
    case array([Slot])
    case object([(key: String, slot: Slot)])
  }

  var content = Content.plain(.null)

  var json: JSON {
    switch content {
    case .plain(let value): value
    case .array(let slots): .array(slots.map(\.json))
    case .object(let members): .object(members.map { JSON.Member($0.key, $0.slot.json) })
    }
  }

  func member(_ key: String) -> Slot {
    let slot = Slot()
    if case .object(var members) = content {
      members.append((key, slot))
      content = .object(members)
    } else {
      content = .object([(key, slot)])
    }
    return slot
  }

  func item() -> Slot {
    let slot = Slot()
    if case .array(var slots) = content {
      slots.append(slot)
      content = .array(slots)
    } else {
      content = .array([slot])
    }
    return slot
  }

  func set(_ value: some Encodable, codingPath: [any CodingKey]) throws {
    switch value {
    case let value as JSON: content = .plain(value)
    case let value as Bool: content = .plain(.bool(value))
    case let value as String: content = .plain(.string(value))
    case let value as Double: content = .plain(.number(value))
    case let value as Float: content = .plain(.number(Double(value)))
    case let value as any BinaryInteger:
      content = .plain(Int64(exactly: value).map(JSON.integer) ?? .number(Double(value)))
    default: try value.encode(to: TreeEncoder(slot: self, codingPath: codingPath))
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
    if case .plain = slot.content { slot.content = .object([]) }
    return KeyedEncodingContainer(ObjectContainer(slot: slot, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if case .plain = slot.content { slot.content = .array([]) }
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

  var count: Int {
    guard case .array(let slots) = slot.content else { return 0 }
    return slots.count
  }

  func encodeNil() { _ = slot.item() }

  func encode(_ value: some Encodable) throws {
    try slot.item().set(value, codingPath: codingPath)
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

  func encodeNil() { slot.content = .plain(.null) }

  func encode(_ value: some Encodable) throws { try slot.set(value, codingPath: codingPath) }
}
