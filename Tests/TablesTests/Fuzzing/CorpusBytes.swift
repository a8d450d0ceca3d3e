/// The bytes of all files of the corpus, which mutations begin with.
enum CorpusBytes {
  static let all: [[UInt8]] = CorpusFile.all.compactMap { try? $0.bytes() }.filter { !$0.isEmpty }
}
