/// What tells a file from a changed one, without reading it.
struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let number: UInt64
  let size: Int
  let seconds: Int
  let nanoseconds: Int
}
