/// A value that is a word without quotes.
enum JSONWord: String {
  case `true`, `false`, null
  case notANumber = "NaN"
  case infinity = "Infinity"
  case minusInfinity = "-Infinity"

  var letters: [UInt8] {
    switch self {
    case .true: Self.trueLetters
    case .false: Self.falseLetters
    case .null: Self.nullLetters
    case .notANumber, .infinity, .minusInfinity: Array(rawValue.utf8)
    }
  }

  private static let trueLetters = Array("true".utf8)
  private static let falseLetters = Array("false".utf8)
  private static let nullLetters = Array("null".utf8)
}
