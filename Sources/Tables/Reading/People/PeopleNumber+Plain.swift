extension PeopleNumber {
  /// A number that leaves nothing to find out.
  enum PlainForm {
    /// The same under both conventions.
    case whole
    /// Only with a point for the decimals.
    case decimal
  }

  /// By its bytes alone, which is quicker than taking it apart; nil for any other number, and for what
  /// is none.
  static func plainForm(_ start: UnsafePointer<UInt8>, _ count: Int) -> PlainForm? {
    let first = unsafe count > 0 && start[0] == UInt8(ascii: "-") ? 1 : 0
    guard count > first, count <= 18 else { return nil }
    var point: Int?
    for index in first..<count {
      let byte = unsafe start[index]
      if byte &- 48 <= 9 { continue }
      guard byte == UInt8(ascii: "."), point == nil else { return nil }
      point = index
    }
    let wholeCount = (point ?? count) - first
    // A leading zero makes a name.
    guard wholeCount > 0, unsafe start[first] != UInt8(ascii: "0") || wholeCount == 1 else {
      return nil
    }
    guard let point else { return .whole }
    // The point of `1.234` may stand between thousands.
    return count - point - 1 == 3 ? nil : .decimal
  }
}
