private import CExpat
import Diagnostics

/// The tags and texts of a part of a workbook one after the other, as expat finds them.
///
/// Document types are refused, and with them the entities they declare, which could grow without
/// bound.
///
/// Safe to use: expat calls back only while `feed` runs, and this object outlives its parser.
@safe final class XMLEvents {
  /// Elements by their names without the name space. Every start has its end, of an empty element
  /// too; a text may come in pieces.
  enum Event: Equatable {
    case start(String)
    case end(String)
    case text(String)
  }

  private struct Entry {
    var event: Event
    /// Where it begins, in bytes.
    var position: Int
    /// Of a start, by their places in `attributes`.
    var attributes: Range<Int>
  }

  private let bytes: [UInt8]
  /// For messages.
  private let part: String
  private let name: String

  private let parser: XML_Parser?
  private var fedCount = 0
  /// Those of the bytes fed last.
  private var entries: [Entry] = []
  private var attributes: [(name: String, value: String)] = []
  /// Of the entry that comes next.
  private var place = 0
  private var hasDocumentType = false

  /// How many bytes expat gets at once.
  private static let blockSize = 1 << 18
  /// Expat looks at a tag from its start again with every block until it ends.
  private static let longestTag = 1 << 24

  /// - Parameters:
  ///   - part: the name of the bytes in the workbook.
  ///   - name: the workbook's.
  init(_ bytes: [UInt8], part: String, of name: String) {
    self.bytes = bytes
    self.part = part
    self.name = name
    unsafe parser = XML_ParserCreate(nil)
    // Not retained: the parser goes before this object does.
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { context, name, attributes in
        unsafe XMLEvents.owner(context)?.start(name, attributes)
      },
      { context, name in
        guard let events = unsafe XMLEvents.owner(context) else { return }
        events.add(.end(unsafe XMLEvents.localName(name)))
      }
    )
    unsafe XML_SetCharacterDataHandler(parser) { context, start, count in
      // Expat gives the count of the bytes from `start` on, which live for the length of the call.
      let text = unsafe UnsafeRawBufferPointer(start: start, count: Int(count))
      unsafe XMLEvents.owner(context)?.add(.text(String(decoding: text, as: UTF8.self)))
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      unsafe XMLEvents.owner(context)?.refuseDocumentType()
    }
  }

  deinit { unsafe XML_ParserFree(parser) }

  /// Where the event that `next` gave last begins, in bytes.
  var position: Int { place > 0 ? entries[place - 1].position : 0 }

  /// Nil at the end.
  func next() throws(Diagnostic) -> Event? {
    while place == entries.count {
      guard fedCount < bytes.count || fedCount == 0 else { return nil }
      try feed()
      if bytes.isEmpty { return nil }
    }
    place += 1
    return entries[place - 1].event
  }

  /// Of the start that `next` gave last; by its full name, such as `r:id`.
  func attribute(_ name: String) -> String? {
    guard place > 0 else { return nil }
    for index in entries[place - 1].attributes where attributes[index].name == name {
      return attributes[index].value
    }
    return nil
  }

  /// What is wrong at the event that `next` gave last.
  func fault(_ what: String) -> Diagnostic { fault(what, at: position) }

  private func fault(_ what: String, at position: Int) -> Diagnostic {
    Diagnostic(
      .data,
      "'\(name)' is damaged: \(what), in '\(part)' at byte \(position + 1)",
      subject: name
    )
  }

  /// Gives expat the next block, which calls back with what is in it.
  private func feed() throws(Diagnostic) {
    entries.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    place = 0
    let block = fedCount..<min(fedCount + Self.blockSize, bytes.count)
    let isLast = block.upperBound == bytes.count
    // Expat copies what it needs behind the call.
    let status = unsafe bytes.withUnsafeBytes { buffer in
      let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[block])
      let start = unsafe rest.baseAddress?.assumingMemoryBound(to: CChar.self)
      return unsafe XML_Parse(parser, start, Int32(block.count), isLast ? 1 : 0)
    }
    fedCount = block.upperBound
    // Less than 0 before the first event.
    let reached = max(0, unsafe XML_GetCurrentByteIndex(parser))
    if hasDocumentType { throw fault("a document type, expected none", at: reached) }
    guard status == XML_STATUS_OK else {
      let reason = unsafe XML_ErrorString(XML_GetErrorCode(parser)).map {
        unsafe String(cString: $0)
      }
      throw fault(reason ?? "a fault", at: reached)
    }
    guard isLast || fedCount - reached <= Self.longestTag else {
      throw fault("a tag of more than \(Self.longestTag >> 20) MiB", at: reached)
    }
  }

  private func start(
    _ name: UnsafePointer<XML_Char>?,
    _ pairs: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    let first = attributes.count
    // Expat gives names and values in turn, and a null pointer behind the last.
    if var pair = unsafe pairs {
      while let key = unsafe pair[0], let value = unsafe pair[1] {
        attributes.append(unsafe (String(cString: key), String(cString: value)))
        unsafe pair += 2
      }
    }
    add(.start(unsafe Self.localName(name)), attributes: first..<attributes.count)
  }

  private func add(_ event: Event, attributes: Range<Int> = 0..<0) {
    let position = unsafe XML_GetCurrentByteIndex(parser)
    entries.append(Entry(event: event, position: position, attributes: attributes))
  }

  private func refuseDocumentType() {
    hasDocumentType = true
    unsafe XML_StopParser(parser, 0)
  }

  /// The object that expat was given by `init`, alive while its parser is.
  private static func owner(_ context: UnsafeMutableRawPointer?) -> XMLEvents? {
    unsafe context.map { unsafe Unmanaged<XMLEvents>.fromOpaque($0).takeUnretainedValue() }
  }

  /// What stands before a colon is the name space.
  private static func localName(_ name: UnsafePointer<XML_Char>?) -> String {
    // Expat ends names with a zero.
    guard let full = unsafe name.map({ unsafe String(cString: $0) }) else { return "" }
    guard let colon = full.utf8.lastIndex(of: UInt8(ascii: ":")) else { return full }
    return String(full[full.utf8.index(after: colon)...])
  }
}
