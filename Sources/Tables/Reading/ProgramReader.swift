/// A reader that has an installed program do the reading, which nobody runs without a yes.
package protocol ProgramReader: TableReader {
  /// The program's name.
  static var program: String { get }
}
