import Diagnostics

extension ReadingOptions {
  /// What was told to stand between cells, around them and before comments.
  private var toldMarks: [(mark: Unicode.Scalar, option: String)] {
    var told: [(mark: Unicode.Scalar, option: String)] = []
    if let delimiter { told.append((delimiter, "delimiter")) }
    if case .mark(let mark)? = quote { told.append((mark, "quote")) }
    if case .mark(let mark)? = comment { told.append((mark, "comment")) }
    return told
  }

  /// - Throws: `.usage` for a mark that can't be one, and for two that are the same.
  func checkMarks() throws(Diagnostic) {
    let told = toldMarks
    for (place, (mark, option)) in told.enumerated() {
      let isFit =
        mark.isASCII && mark.value > 0 && mark != "\n" && mark != "\r"
        && !("0"..."9").contains(mark)
      guard isFit else {
        throw Diagnostic(
          .usage,
          "\(option)= is '\(mark)', expected an ASCII character that is no digit, such as ',' or ';'",
          subject: String(mark)
        )
      }
      guard let other = told[..<place].first(where: { $0.mark == mark }) else { continue }
      throw Diagnostic(
        .usage,
        "\(other.option)= and \(option)= are both '\(mark)', expected two marks",
        subject: String(mark)
      )
    }
    if delimiter == "\"", quote == nil {
      throw Diagnostic(
        .usage,
        "delimiter= is '\"', which quotes cells (quote=none reads it as any other)",
        subject: "\""
      )
    }
  }
}
