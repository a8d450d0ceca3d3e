import Diagnostics
import Language

extension Evaluator {
  func text(
    _ function: Function,
    _ operands: [Computed],
    type: ExpressionType
  ) throws(Diagnostic) -> Computed {
    let first = operands[0]
    switch function {
    case .concat:
      return Computed(
        texts: (0..<count).map { row in
          var joined = ""
          for operand in operands {
            guard let part = operand.text(at: row) else { return nil }
            joined += part
          }
          return joined
        },
        as: type
      )
    case .lower: return mapped(first, type) { $0.lowercased() }
    case .upper: return mapped(first, type) { $0.uppercased() }
    case .trim: return mapped(first, type, Self.trimmed)
    case .extract:
      guard case .constant(.text(let pattern)) = operands[1] else { return .constant(.missing) }
      let regex = try Self.regex(pattern)
      return mapped(first, type) { text in
        guard let match = try? regex.firstMatch(in: text) else { return nil }
        let output = match.output
        return output[output.count > 1 ? 1 : 0].substring.map(String.init)
      }
    case .word:
      let places = operands[1].doubles(count: count)
      return Computed(
        texts: (0..<count).map { row in
          guard !places[row].isNaN, let text = first.text(at: row) else { return nil }
          return Self.word(Int(exactly: places[row].rounded()) ?? 0, of: text)
        },
        as: type
      )
    case .replace:
      if case .constant(.text(let old)) = operands[1], case .constant(.text(let new)) = operands[2]
      {
        return mapped(first, type) { Self.replaced($0, old, by: new) }
      }
      return Computed(
        texts: (0..<count).map { row in
          guard let text = first.text(at: row), let old = operands[1].text(at: row),
            let new = operands[2].text(at: row)
          else { return nil }
          return Self.replaced(text, old, by: new)
        },
        as: type
      )
    default: return .constant(.missing)
    }
  }

  private func mapped(
    _ operand: Computed,
    _ type: ExpressionType,
    _ change: (String) -> String?
  ) -> Computed {
    guard case .category(let categories) = operand else {
      return Computed(texts: mapTexts(operand, missing: nil, change), as: type)
    }
    // Levels that become the same are one level.
    var interner = Interner()
    let codes = categories.levels.map { level in
      change(level).map { interner.code(of: $0) } ?? Categories.missingCode
    }
    return .category(
      Categories(
        interner: interner,
        codes: categories.codes.map {
          $0 == Categories.missingCode ? Categories.missingCode : codes[Int($0)]
        }
      )
    )
  }

  func search(_ function: Function, _ text: Computed, _ part: Computed) -> [Truth] {
    let isFound: (String, String) -> Truth = { text, part in
      let bytes = Array(text.utf8)
      let wanted = Array(part.utf8)
      return Truth(
        function == .starts ? bytes.starts(with: wanted) : Self.place(of: wanted, in: bytes) != nil
      )
    }
    if case .constant(.text(let part)) = part {
      return mapTexts(text, missing: .missing) { isFound($0, part) }
    }
    return (0..<count).map { row in
      guard let text = text.text(at: row), let part = part.text(at: row) else { return .missing }
      return isFound(text, part)
    }
  }

  func length(of operand: Computed) -> Computed {
    let lengths = mapTexts(operand, missing: -1) { Int64($0.count) }
    return .whole(
      WholeNumbers(
        values: Rows(lengths.map { max(0, $0) }),
        validity: Validity(count: count) { lengths[$0] >= 0 }
      )
    )
  }

  /// Numbers and booleans are numbers already.
  func numberRead(from operand: Computed) -> Computed {
    switch operand {
    case .category, .texts, .constant(.text):
      .doubles(mapTexts(operand, missing: .nan) { NumberText.double(Array($0.utf8).span) ?? .nan })
    default: operand
    }
  }

  func dateRead(from operand: Computed) -> Computed {
    switch operand {
    case .category, .texts, .constant(.text):
      let found = mapTexts(operand, missing: Instant?.none) { text in
        CellText.instant(Array(text.utf8).span)
      }
      return .instants(
        found.map { $0?.microseconds ?? 0 },
        Validity(count: count) { found[$0] != nil }
      )
    default: return operand
    }
  }
}

extension Evaluator {
  private static func regex(_ pattern: String) throws(Diagnostic) -> Regex<AnyRegexOutput> {
    do {
      return try Regex(pattern)
    } catch {
      throw Diagnostic(
        .usage,
        "'\(pattern)' is no regular expression that can be read",
        subject: pattern
      )
    }
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  private static func word(_ place: Int, of text: String) -> String? {
    let words = text.unicodeScalars.split { $0.properties.isWhitespace }
    let index = place > 0 ? place - 1 : words.count + place
    return place != 0 && words.indices.contains(index) ? String(words[index]) : nil
  }

  private static func place(of part: [UInt8], in bytes: [UInt8], from start: Int = 0) -> Int? {
    guard bytes.count - start >= part.count else { return nil }
    return (start...bytes.count - part.count).first { place in
      part.indices.allSatisfy { bytes[place + $0] == part[$0] }
    }
  }

  private static func replaced(_ text: String, _ old: String, by new: String) -> String {
    let bytes = Array(text.utf8)
    let part = Array(old.utf8)
    guard !part.isEmpty else { return text }
    var result: [UInt8] = []
    var done = 0
    while let found = place(of: part, in: bytes, from: done) {
      result += bytes[done..<found]
      result += new.utf8
      done = found + part.count
    }
    result += bytes[done...]
    return String(decoding: result, as: UTF8.self)
  }
}
