/// What the bytes between cells mean.
struct RecordSyntax: Sendable, Equatable {
  /// What stands between two cells; a blank stands for runs of blanks and tabs.
  var delimiter: UInt8
  /// 0xFF, which is no part of UTF-8, for none.
  var quote: UInt8
  /// LF, or CR where lines end with it alone. A CR before a LF belongs to the line's end.
  var lineEnd = UInt8(ascii: "\n")
  /// What a line begins with that is no row; 0xFF for none.
  var comment: UInt8 = 0xFF
  /// A line that begins with the mark is a row all the same when it has as many cells as the table.
  var isCommentGuessed = false
  /// A backslash takes the meaning from the quote behind it.
  var hasBackslashes = false
  /// How many columns there are.
  var width = 1

  static let none: UInt8 = 0xFF

  var isBlankDelimited: Bool { delimiter == 0x20 }

  @inline(__always)
  func isLineEnd(_ byte: UInt8) -> Bool { byte == lineEnd }
}
