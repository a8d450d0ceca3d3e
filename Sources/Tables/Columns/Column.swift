package import Language
private import Synchronization

/// A named column.
///
/// Its content is shared by every copy and never changes: a changed column is another one.
package struct Column: Sendable {
  package var name: String
  private let content: Content

  /// The validity says which rows have a value; nil = all that the data have.
  ///
  /// Doubles that aren't finite are missing in any case.
  ///
  /// `unreadable`: the texts of cells that could not be read as the column's kind, by row; those
  /// rows are missing.
  package init(
    _ name: String,
    _ data: ColumnData,
    validity: Validity? = nil,
    unreadable: [Int: String] = [:]
  ) {
    if let validity {
      precondition(validity.count == data.count, "a validity has one bit a row")
    }
    let (data, validity) = data.canonical(validity)
    self.name = name
    content = Content(data: data, validity: validity, unreadable: unreadable)
  }

  /// Data that are as they should be already: the fixed value in each missing row, and just those
  /// rows clear in the validity.
  package init(
    _ name: String,
    canonical data: ColumnData,
    validity: Validity?,
    unreadable: [Int: String] = [:]
  ) {
    self.name = name
    content = Content(data: data, validity: validity, unreadable: unreadable)
  }

  package var data: ColumnData { content.data }
  /// Nil: every row has a value.
  package var validity: Validity? { content.validity }
  package var unreadable: [Int: String] { content.unreadable }
  package var kind: ColumnKind { content.data.kind }
  package var count: Int { content.data.count }
  package var missingCount: Int { content.missingCount }

  package func isMissing(at row: Int) -> Bool { content.validity.map { !$0[row] } ?? false }

  package func value(at row: Int) -> Value {
    isMissing(at: row) ? .missing : content.data.value(at: row)
  }

  /// SHA-256 of the content, the name left out; computed once for all copies.
  package var digest: String { content.digest }

  package func renamed(_ name: String) -> Column {
    var copy = self
    copy.name = name
    return copy
  }

  /// The rows at these places, in this order; a place may come more than once.
  package func rows(at indices: [Int]) -> Column {
    var moved: [Int: String] = [:]
    if !unreadable.isEmpty {
      for (row, index) in indices.enumerated() { moved[row] = unreadable[index] }
    }
    return Column(
      name,
      data.rows(at: indices),
      validity: validity?.rows(at: indices),
      unreadable: moved
    )
  }
}

extension Column: Equatable {
  package static func == (a: Column, b: Column) -> Bool {
    a.name == b.name
      && (a.content === b.content
        || a.data == b.data && a.validity == b.validity && a.unreadable == b.unreadable)
  }
}

extension Column {
  private final class Content: Sendable {
    let data: ColumnData
    let validity: Validity?
    let unreadable: [Int: String]
    let missingCount: Int
    private let knownDigest = Mutex<String?>(nil)

    init(data: ColumnData, validity: Validity?, unreadable: [Int: String]) {
      self.data = data
      self.validity = validity
      self.unreadable = unreadable
      missingCount = validity.map { $0.count - $0.setCount } ?? 0
    }

    var digest: String {
      if let known = knownDigest.withLock({ $0 }) { return known }
      var fingerprint = Fingerprint()
      fingerprint.update(data)
      if let validity { fingerprint.update(validity.words) }
      for (row, text) in unreadable.sorted(by: { $0.key < $1.key }) {
        fingerprint.update([UInt64(row)])
        fingerprint.update(text)
      }
      let digest = fingerprint.hexadecimal
      knownDigest.withLock { $0 = digest }
      return digest
    }
  }
}
