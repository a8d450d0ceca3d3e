import Foundation
import Terminal
import Testing

struct ClipboardTests {
  @Test(arguments: ["", "a", "ab", "abc", "héllo 日本", "\u{0}\u{7F}"])
  func `base 64 is that of Foundation`(text: String) {
    let expected = Data(text.utf8).base64EncodedString()
    #expect(String(decoding: Clipboard.base64(Array(text.utf8)), as: UTF8.self) == expected)
  }

  @Test func `a long text is cut between characters`() {
    let text = String(repeating: "日", count: 30_000)
    let sequence = String(decoding: Clipboard.sequence(copying: text), as: UTF8.self)
    #expect(sequence.hasPrefix("\u{1B}]52;c;") && sequence.hasSuffix("\u{7}"))
    let data = Data(base64Encoded: String(sequence.dropFirst(7).dropLast()))
    let copied = data.map { String(decoding: $0, as: UTF8.self) } ?? ""
    #expect(copied.count == Clipboard.longestText / 3)
    #expect(copied.allSatisfy { $0 == "日" })
  }
}
