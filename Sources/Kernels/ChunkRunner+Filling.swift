package import Diagnostics

extension ChunkRunner {
  /// So many rows are a chunk where a kernel has no reason for another number.
  package static let chunkSize = 1 << 16

  /// The results of work that can't fail, in the order of chunks.
  package static func results<Result: Sendable>(
    _ count: Int,
    body: @Sendable (_ chunk: Int) -> Result
  ) -> [Result] {
    do throws(Diagnostic) {
      return try run(count) { (chunk) throws(Diagnostic) in body(chunk) }
    } catch {
      preconditionFailure("work that does not throw: \(error)")
    }
  }

  /// What `body` says of each chunk of the values.
  package static func parts<Element: Sendable, Result: Sendable>(
    of values: Swift.Span<Element>,
    size: Int = chunkSize,
    body: @Sendable (Swift.Span<Element>) -> Result
  ) -> [Result] {
    results((values.count + size - 1) / size) { chunk in
      body(values.extracting(chunk * size..<min(values.count, (chunk + 1) * size)))
    }
  }

  /// The same with the place in all values at which the chunk begins.
  package static func parts<Element: Sendable, Result: Sendable>(
    of values: Swift.Span<Element>,
    size: Int = chunkSize,
    body: @Sendable (_ part: Swift.Span<Element>, _ start: Int) -> Result
  ) -> [Result] {
    results((values.count + size - 1) / size) { chunk in
      let start = chunk * size
      return body(values.extracting(start..<min(values.count, start + size)), start)
    }
  }

  /// An array whose parts are written by chunks of rows, all of them at once.
  ///
  /// - Parameter body: writes every element of its part, which has one for each row of the range.
  package static func filled<Element: BitwiseCopyable & Sendable>(
    rows count: Int,
    size: Int = chunkSize,
    body: @Sendable (Range<Int>, inout MutableSpan<Element>) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> [Element] {
    var failure: Diagnostic?
    let array = unsafe [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
      let address = UInt(bitPattern: buffer.baseAddress)
      do throws(Diagnostic) {
        _ = try run(rows: count, size: size) { (rows) throws(Diagnostic) in
          guard let base = unsafe UnsafeMutablePointer<Element>(bitPattern: address) else { return }
          // Safe: the ranges of two chunks share no row and lie within the capacity, the buffer
          // outlives the run, and elements are plain bits that are written before they are read.
          var part = unsafe MutableSpan(_unsafeStart: base + rows.lowerBound, count: rows.count)
          try body(rows, &part)
        }
        initialized = count
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return array
  }

  /// The same of work that can't fail.
  package static func written<Element: BitwiseCopyable & Sendable>(
    rows count: Int,
    size: Int = chunkSize,
    body: @Sendable (Range<Int>, inout MutableSpan<Element>) -> Void
  ) -> [Element] {
    do throws(Diagnostic) {
      return try filled(rows: count, size: size) { (rows, part) throws(Diagnostic) in
        body(rows, &part)
      }
    } catch {
      preconditionFailure("work that does not throw: \(error)")
    }
  }
}
