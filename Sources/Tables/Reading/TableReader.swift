package import Diagnostics

/// A format that tables come in.
package protocol TableReader: Sendable {
  /// As `format=` names it.
  static var format: String { get }
  /// Endings of file names, in small letters, without the point.
  static var fileExtensions: [String] { get }
  /// The options of `load` it takes beside `rows=` and the kinds.
  static var optionNames: Set<String> { get }
  /// Whether a file is of this format, by its first bytes; false also where only the name can tell.
  static func recognises(_ head: [UInt8]) -> Bool

  init(_ options: ReadingOptions)

  func read(
    _ source: any ByteSource,
    _ context: ReadingContext
  ) throws(Diagnostic) -> LoadedTable
}

/// What reading may tell while it goes on, and what may stop it.
package struct ReadingContext: Sendable {
  package var report: Report
  /// Told the first rows as soon as they are there, with the kinds they seem to have.
  package var preview: (@Sendable (Frame) -> Void)?
  /// Raised when someone has seen enough: the rows read by then, from the first on without a gap,
  /// are the table.
  package var enough: Cancellation
  /// Bytes that the table may take in memory, what reading it needs besides included; nil = no
  /// bound.
  package var memoryLimit: Int?

  package init(
    report: Report = .silent,
    preview: (@Sendable (Frame) -> Void)? = nil,
    enough: Cancellation = Cancellation(),
    memoryLimit: Int? = nil
  ) {
    self.report = report
    self.preview = preview
    self.enough = enough
    self.memoryLimit = memoryLimit
  }
}
