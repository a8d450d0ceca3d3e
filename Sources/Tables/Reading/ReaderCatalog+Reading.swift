package import Diagnostics

extension ReaderCatalog {
  /// Reads a source, or what a gzip file holds, by the reader of its format.
  ///
  /// - Parameters:
  ///   - format: found out if left out.
  ///   - names: the options given that only some formats take.
  ///   - consent: asked before an outside program runs; throws where it may not.
  package static func read(
    _ source: any ByteSource,
    _ options: ReadingOptions,
    as format: String? = nil,
    given names: [String] = [],
    _ context: ReadingContext,
    consent: (_ program: String) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> (table: LoadedTable, format: String) {
    let unpacked = try GzipSource.unpacked(source)
    let reader = if let format { try reader(named: format) } else { try reader(for: unpacked) }
    try check(names, for: reader)
    if let program = reader as? any ProgramReader.Type {
      try consent("\(program.program), to read \(source.name)")
    }
    var table = try reader.init(options).read(unpacked, context)
    // Of a packed file the fingerprint is that of its own bytes.
    if unpacked is GzipSource { table.source = SourceDigest(of: source, inBackground: true) }
    return (table, reader.format)
  }
}
