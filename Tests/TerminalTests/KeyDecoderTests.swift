import Canvas
import Terminal
import Testing

struct KeyDecoderTests {
  private func keys(_ text: String) -> [Input] {
    var decoder = KeyDecoder()
    return decoder.feed(Array(text.utf8)) + decoder.timeout()
  }

  @Test(arguments: [
    ("a", Key.character("a")), ("Ä", .character("Ä")), ("日", .character("日")),
    ("😀", .character("😀")), ("\r", .enter), ("\n", .control("j")), ("\t", .tab),
    ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{1}", .control("a")),
    ("\u{3}", .control("c")), ("\u{1A}", .control("z")), ("\0", .control(" ")),
    ("\u{1C}", .control("\\")), ("\u{1F}", .control("_")), ("\u{1B}", .escape),
    ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}OC", .right),
    ("\u{1B}[D", .left), ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home),
    ("\u{1B}[7~", .home), ("\u{1B}[F", .end), ("\u{1B}[4~", .end), ("\u{1B}[2~", .insert),
    ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown),
    ("\u{1B}OP", .function(1)), ("\u{1B}[11~", .function(1)), ("\u{1B}[[A", .function(1)),
    ("\u{1B}[[E", .function(5)), ("\u{1B}[15~", .function(5)), ("\u{1B}[24~", .function(12)),
    ("\u{1B}[Z", .backTab), ("\u{1B}[1;5C", Key(.right, .control)),
    ("\u{1B}O5C", Key(.right, .control)), ("\u{1B}[1;2A", Key(.up, .shift)),
    ("\u{1B}[1;3D", Key(.left, .alt)), ("\u{1B}[1;6F", Key(.end, [.shift, .control])),
    ("\u{1B}[3;5~", Key(.delete, .control)), ("\u{1B}[1;2P", Key(.function(1), .shift)),
    ("\u{1B}x", .alt("x")), ("\u{1B}X", .alt("X")), ("\u{1B}ä", .alt("ä")),
    ("\u{1B}\r", Key(.enter, .alt)), ("\u{1B}\u{7F}", Key(.backspace, .alt)),
    ("\u{1B}\u{2}", Key(.character("b"), [.alt, .control])), ("\u{1B}[", .alt("[")),
    ("\u{1B}O", .alt("O")), ("\u{1B}P", .alt("P")), ("\u{1B}]", .alt("]")),
    ("\u{1B}[13;5u", Key(.enter, .control)), ("\u{1B}[13;2u", Key(.enter, .shift)),
    ("\u{1B}[27;5;13~", Key(.enter, .control)), ("\u{1B}[97;5u", .control("a")),
    ("\u{1B}[65;6u", Key(.character("a"), [.shift, .control])), ("\u{1B}[97;2u", .character("A")),
    ("\u{1B}[97:65;1:1u", .character("a")), ("\u{1B}[27u", .escape), ("\u{1B}[127u", .backspace),
    ("\u{1B}OM", .enter), ("\u{1B}Op", .character("0")), ("\u{1B}Ok", .character("+")),
  ]) func `a key is one event whatever form its bytes have`(bytes: String, key: Key) {
    #expect(keys(bytes) == [.key(key)])
  }

  @Test func `bytes cut anywhere give the same events`() {
    let text = "aÄ日😀\u{1B}[1;5C\u{1B}OA\u{1B}[<0;250;7M\u{1B}[200~x\u{1B}[A\ny\u{1B}[201~\u{1B}[Ib"
    let bytes = Array(text.utf8)
    var whole = KeyDecoder()
    let expected = whole.feed(bytes)
    #expect(expected.count == 10)
    for cut in 1..<bytes.count {
      var decoder = KeyDecoder()
      #expect(decoder.feed(bytes[..<cut]) + decoder.feed(bytes[cut...]) == expected)
    }
  }

  @Test func `an escape byte is a key only when nothing follows`() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B]) == [])
    #expect(decoder.isWaiting)
    #expect(decoder.feed(Array("OA".utf8)) == [.key(.up)])
    #expect(!decoder.isWaiting)
    #expect(decoder.timeout() == [])
    #expect(decoder.feed([0x1B, 0x1B]) == [.key(.escape)])
    #expect(decoder.timeout() == [.key(.escape)])
    #expect(decoder.feed(Array("q".utf8)) == [.key(.character("q"))])
  }

  @Test(arguments: [
    ("\u{1B}[<0;5;3M", MouseEvent.Action.press(.left), 4, 2),
    ("\u{1B}[<2;1;1m", .release(.right), 0, 0),
    ("\u{1B}[<33;10;4M", .drag(.middle), 9, 3),
    ("\u{1B}[<64;250;100M", .wheelUp, 249, 99),
    ("\u{1B}[<65;2;2M", .wheelDown, 1, 1),
  ]) func `the mouse is read in its SGR form`(
    bytes: String,
    action: MouseEvent.Action,
    x: Int,
    y: Int
  ) {
    #expect(keys(bytes) == [.mouse(MouseEvent(action, at: Point(x, y)))])
  }

  @Test func `the mouse has modifiers`() {
    let expected = MouseEvent(.press(.left), at: .zero, [.shift, .control])
    #expect(keys("\u{1B}[<20;1;1M") == [.mouse(expected)])
  }

  @Test func `a paste is one event of plain text`() {
    #expect(
      keys("\u{1B}[200~one\r\ntwo\rthree\u{3}\u{1B}[31m\tä\u{1B}[201~q")
        == [.paste("one\ntwo\nthree[31m\tä"), .key(.character("q"))]
    )
    #expect(keys("\u{1B}[200~\u{1B}[201~") == [.paste("")])
  }

  @Test(arguments: [
    "\u{1B}[?1;2c", "\u{1B}[12;40R\u{1B}[0n", "\u{1B}[99~", "\u{1B}[>0;276;0c", "\u{1B}[1;2;3;4x",
    "\u{1B}[<0;0;0M", "\u{1B}[<3;1;1M", "\u{1B}[97;1:3u", "\u{1B}[57441;2u",
    "\u{1B}]11;rgb:0/0/0\u{7}",
    "\u{1B}]11;rgb:0/0/0\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[M !!", "\u{85}",
    "\u{1B}[1111111111111111111111111111111111111111111111111111111111111111111111111111111111~",
  ]) func `sequences that mean nothing to us are swallowed whole`(bytes: String) {
    let events = keys(bytes + "q").filter {
      $0 != .key(Key(.function(3), [.alt, .shift, .control]))
    }
    #expect(events == [.key(.character("q"))])
  }

  @Test func `focus is reported`() {
    #expect(keys("\u{1B}[I\u{1B}[O") == [.focus(true), .focus(false)])
  }

  @Test func `bytes that are no character become one sign`() {
    var decoder = KeyDecoder()
    let sign = Input.key(.character("\u{FFFD}"))
    #expect(decoder.feed([0xFF, 0x61]) == [sign, .key(.character("a"))])
    #expect(decoder.feed([0xE6, 0x97, 0x61]) == [sign, .key(.character("a"))])
    #expect(decoder.feed([0xC0, 0x80]) == [sign, sign])
    #expect(decoder.feed([0xE0, 0x80, 0x80]) == [sign])
    #expect(decoder.feed([0xED, 0xA0, 0x80]) == [sign])
    #expect(decoder.feed([0xF4, 0x90, 0x80, 0x80]) == [sign])
    #expect(decoder.feed([0xE6, 0x1B, 0x5B, 0x41]) == [sign, .key(.up)])
  }

  @Test(arguments: 0..<40) func `random bytes never trap and leave a decoder that works`(
    seed: UInt64
  ) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ below: UInt64) -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state % below
    }
    // Mostly bytes that mean something, so that sequences get deep.
    let frequent = Array("\u{1B}\u{1B}\u{1B}[[[O<;:0123456789~MmuAPZR?>]\u{7}\\ ".utf8)
    var decoder = KeyDecoder()
    var count = 0
    for _ in 0..<2000 {
      let bytes = (0..<random(40)).map { _ in
        random(3) == 0 ? UInt8(random(256)) : frequent[Int(random(UInt64(frequent.count)))]
      }
      count += decoder.feed(bytes).count
      if random(5) == 0 { count += decoder.timeout().count }
    }
    #expect(count > 0)
    // Ends whatever is open, a paste too.
    _ = decoder.feed(Array("\u{1B}[201~\u{7}\u{1B}\\".utf8))
    _ = decoder.timeout()
    _ = decoder.feed(Array("~~~~".utf8))
    #expect(decoder.feed(Array("q".utf8)) == [.key(.character("q"))])
  }
}
