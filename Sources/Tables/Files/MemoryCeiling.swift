package import Diagnostics
private import Glibc

/// How much memory a table may take before reading it is given up, so that it isn't the machine
/// that gives up.
package struct MemoryCeiling: Sendable {
  /// Bytes of this process.
  package let limit: Int

  package init(limit: Int) { self.limit = limit }

  /// What this process has by now and nine tenths of what the machine, or the container it runs
  /// in, has left; nil where the system doesn't tell.
  package static func ofMachine() -> MemoryCeiling? {
    let left = [availableInMachine(), availableInContainer()].compactMap(\.self).min()
    guard let left, let resident = residentByteCount() else { return nil }
    return MemoryCeiling(limit: resident + left / 10 * 9)
  }

  /// The report, which also ends the work with an error of kind `.data` once the process has grown
  /// beyond the limit.
  package func guarding(_ report: Report, named name: String) -> Report {
    let limit = limit
    return Report { (progress) throws(Diagnostic) in
      if let size = Self.residentByteCount(), size > limit {
        throw .tooLarge(name, size: size, limit: limit, progress)
      }
      try report(progress)
    }
  }

  /// Bytes of this process that are in memory.
  package static func residentByteCount() -> Int? {
    guard let fields = words(inFile: "/proc/self/statm"), fields.count > 1 else { return nil }
    return Int(fields[1]).map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) }
  }

  private static func availableInMachine() -> Int? {
    guard let fields = words(inFile: "/proc/meminfo"),
      let place = fields.firstIndex(of: "MemAvailable:"), place + 1 < fields.count
    else { return nil }
    return Int(fields[place + 1]).map { $0 * 1024 }
  }

  /// By the second version of control groups; nil without a bound of that kind.
  private static func availableInContainer() -> Int? {
    let folder = "/sys/fs/cgroup/"
    guard let limit = words(inFile: folder + "memory.max")?.first.flatMap({ Int($0) }),
      let used = words(inFile: folder + "memory.current")?.first.flatMap({ Int($0) })
    else { return nil }
    return max(0, limit - used)
  }

  /// The words of one of the kernel's small text files.
  private static func words(inFile path: String) -> [String]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 8192) { buffer, count in
      // At most as many bytes as the buffer holds.
      count = unsafe max(0, read(descriptor, buffer.baseAddress, buffer.count))
    }
    return String(decoding: bytes, as: UTF8.self)
      .split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
  }
}

extension Diagnostic {
  fileprivate static func tooLarge(
    _ name: String,
    size: Int,
    limit: Int,
    _ progress: Progress
  ) -> Diagnostic {
    let share = progress.total.map { total in
      total > 0 ? " after \(100 * progress.done / total) % of it" : ""
    }
    return Diagnostic(
      .data,
      "'\(name)' does not fit into memory: stopped\(share ?? "") at \(size >> 20) MiB, "
        + "expected to stay below \(limit >> 20) MiB (rows= reads only the first rows)",
      subject: name
    )
  }
}
