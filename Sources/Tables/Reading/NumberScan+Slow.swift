extension NumberScan {
  /// Any spelling, byte by byte.
  @inline(never)
  func slow(_ start: UnsafePointer<UInt8>, _ count: Int) -> (value: Double, shape: Shape) {
    var index = 0
    let isNegative = unsafe count > 0 && start[0] == UInt8(ascii: "-")
    if isNegative { index = 1 }
    if count > 0, unsafe start[0] == UInt8(ascii: "+") { index = 1 }
    let first = index
    var digits: UInt64 = 0
    var digitCount = 0
    var significant = 0
    var exponent = 0
    var hasPoint = false
    while index < count {
      let byte = unsafe start[index]
      let digit = byte &- 48
      if digit <= 9 {
        digitCount += 1
        if significant > 0 || digit > 0 { significant += 1 }
        if significant <= 19 {
          digits = digits &* 10 &+ UInt64(digit)
          if hasPoint { exponent -= 1 }
        } else if !hasPoint {
          exponent += 1
        }
      } else if unsafe byte == point, !hasPoint {
        hasPoint = true
      } else {
        break
      }
      index += 1
    }
    guard digitCount > 0 else { return (0, .none) }
    let isPlain = !hasPoint && index == count
    if index < count {
      guard unsafe start[index] | 0x20 == UInt8(ascii: "e"),
        let power = unsafe Self.power(start + index + 1, count - index - 1)
      else { return (0, .none) }
      exponent += power
    }
    let second = first + 1 < count ? unsafe start[first + 1] : 0
    let hasLeadingZero = unsafe start[first] == 48 && (48...57).contains(second)
    guard
      let value = unsafe nearest(
        digits,
        exponent,
        isCut: significant > 19,
        text: (start + first, count - first)
      )
    else { return (0, .none) }
    let signed = isNegative ? -value : value
    if hasLeadingZero { return (signed, .digits) }
    if isPlain {
      let limit: UInt64 = isNegative ? 1 << 63 : 1 << 63 - 1
      let isWhole = significant <= 19 && digits <= limit
      return isWhole ? (digits == 0 ? 0 : signed, .whole) : (signed, .digits)
    }
    return (signed, .decimal)
  }

  /// Whether a number has three digits behind its point and one to three before, the first no zero.
  func mayBeGrouped(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var index = unsafe start[0] == UInt8(ascii: "-") || start[0] == UInt8(ascii: "+") ? 1 : 0
    guard count - index >= 5, count - index <= 7, unsafe start[count - 4] == point,
      unsafe start[index] != UInt8(ascii: "0")
    else { return false }
    while index < count {
      if index != count - 4, unsafe start[index] &- 48 > 9 { return false }
      index += 1
    }
    return true
  }

  private func nearest(
    _ digits: UInt64,
    _ exponent: Int,
    isCut: Bool,
    text: (start: UnsafePointer<UInt8>, count: Int)
  ) -> Double? {
    let least = unsafe EiselLemire.double(digits, exponent: exponent, powers)
    guard isCut else { return least }
    // What is cut off is below one in the last digit kept: where both ends give one double, it is it.
    if let least, unsafe EiselLemire.double(digits + 1, exponent: exponent, powers) == least {
      return least
    }
    var spelled = unsafe [UInt8](UnsafeBufferPointer(start: text.start, count: text.count))
    let point = unsafe point
    for index in spelled.indices where spelled[index] == point {
      spelled[index] = UInt8(ascii: ".")
    }
    guard let value = Double(String(decoding: spelled, as: UTF8.self)), value.isFinite
    else { return nil }
    return value
  }

  /// The number after `e`, held within what decides between zero and overflow.
  private static func power(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int? {
    guard count > 0 else { return nil }
    let isNegative = unsafe start[0] == UInt8(ascii: "-")
    var index = unsafe isNegative || start[0] == UInt8(ascii: "+") ? 1 : 0
    guard index < count else { return nil }
    var power = 0
    while index < count {
      let digit = unsafe start[index] &- 48
      guard digit <= 9 else { return nil }
      power = min(power * 10 + Int(digit), 1_000_000)
      index += 1
    }
    return isNegative ? -power : power
  }
}
