/// Keys as their places among the distinct ones, which ascend.
package struct OrderedCodes: Sendable {
  package let codes: [UInt32]
  package let distinct: [UInt64]

  package init(of keys: [UInt64]) {
    var table = KeyTable()
    let codes = table.codes(of: keys.span)
    let found = table.keys
    let order = found.indices.sorted { found[$0] < found[$1] }
    var places = [UInt32](repeating: 0, count: found.count)
    for (place, code) in order.enumerated() { places[code] = UInt32(place) }
    distinct = order.map { found[$0] }
    self.codes = codes.map { places[Int($0)] }
  }
}
