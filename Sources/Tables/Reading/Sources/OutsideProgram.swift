package import Diagnostics
private import Glibc

/// A program that runs beside this one, in a session of its own without a terminal: it can't ask
/// for a password there and wait for ever.
///
/// Nobody runs one without a yes; that is asked for before.
package struct OutsideProgram: Sendable {
  private let arguments: [String]
  /// As messages call it.
  private let name: String

  package init(arguments: [String], name: String) {
    self.arguments = arguments
    self.name = name
  }

  /// What a shell would run.
  ///
  /// - Parameter folder: where it runs; empty for the working folder.
  package init(command: String, folder: String = "") {
    let shell = ["/bin/sh", "-c"]
    self.init(
      arguments: folder.isEmpty
        ? shell + [command] : shell + ["cd -- \"$0\" && eval \"$1\"", folder, command],
      name: "'\(command)'"
    )
  }

  /// What it writes to standard output, kept so that it can be read as often as needed.
  ///
  /// - Throws: `.data` when it ends with another status than 0, with what it complained of;
  ///   `.cancelled` when the report says so, and it and what it started have been ended then.
  package func output(_ report: Report) throws(Diagnostic) -> any ByteSource {
    let (output, complaints) = (try TemporaryFile(), try TemporaryFile())
    defer { complaints.unlinkNow() }
    output.unlinkNow()
    let process = try spawn(output.descriptor, complaints.descriptor)
    let status = try wait(for: process, output, report)
    let kept = KeptOutput(output, name: name)
    switch status {
    case .exited(0): return kept
    case .exited(let code):
      throw failed("ended with status \(code)", code == 127, complaints)
    case .killed(let signal):
      guard let count = kept.byteCount, count > 0 else {
        throw failed("was ended by signal \(signal)", false, complaints)
      }
      let why = "\(name) was ended by signal \(signal), behind byte \(count) of its output"
      return NamedSource(name, kept, shortfall: why)
    }
  }

  private enum Status {
    case exited(Int32)
    case killed(Int32)
  }

  private func spawn(_ output: Int32, _ complaints: Int32) throws(Diagnostic) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, complaints, STDERR_FILENO)
    // A signal that this program leaves unheard is heard there.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGPIPE, SIGINT, SIGQUIT, SIGTSTP, SIGTERM, SIGHUP] {
      unsafe sigaddset(&signals, signal)
    }
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    let setsid: Int16 = 0x80
    unsafe posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF) | setsid
    )
    // The C strings live to the end of this function, and the list ends with a null pointer.
    let strings = unsafe arguments.map { unsafe strdup($0) }
    defer { unsafe strings.forEach { unsafe free($0) } }
    var process: pid_t = 0
    let code = unsafe posix_spawnp(
      &process,
      arguments[0],
      &actions,
      &attributes,
      strings + [nil],
      environ
    )
    guard code == 0 else {
      if code == ENOENT { throw .notInstalled(arguments[0]) }
      let reason = unsafe String(cString: strerror(code)).lowercased()
      throw Diagnostic(.file, "can't run \(name): \(reason)")
    }
    return process
  }

  private func wait(
    for process: pid_t,
    _ output: TemporaryFile,
    _ report: Report
  ) throws(Diagnostic) -> Status {
    var pause: UInt32 = 1_000
    while true {
      var status: Int32 = 0
      let ended = unsafe waitpid(process, &status, WNOHANG)
      if ended == process {
        let signal = status & 0x7F
        let code = status >> 8 & 0xFF
        // A shell tells so that what it ran was ended by a signal.
        if signal == 0, code > 128, code <= 128 + 64 { return .killed(code - 128) }
        return signal == 0 ? .exited(code) : .killed(signal)
      }
      guard ended == 0 || errno == EINTR else {
        throw Diagnostic(.internal, "lost sight of \(name)")
      }
      do throws(Diagnostic) {
        var facts = stat()
        unsafe fstat(output.descriptor, &facts)
        try report(Progress("running \(name), bytes so far", done: Int(facts.st_size), of: nil))
      } catch {
        end(process)
        throw error
      }
      usleep(pause)
      pause = min(pause * 2, 20_000)
    }
  }

  /// The program and all that it started.
  private func end(_ process: pid_t) {
    kill(-process, SIGTERM)
    var status: Int32 = 0
    for _ in 0..<50 {
      if unsafe waitpid(process, &status, WNOHANG) != 0 { break }
      usleep(20_000)
    }
    kill(-process, SIGKILL)
    unsafe waitpid(process, &status, 0)
  }

  private func failed(
    _ how: String,
    _ isUnknown: Bool,
    _ complaints: TemporaryFile
  ) -> Diagnostic {
    let said = try? FileSource.bytes(of: "/proc/self/fd/\(complaints.descriptor)")
    let lines = String(decoding: said ?? [], as: UTF8.self).split(separator: "\n")
    let words = lines.suffix(5).joined(separator: "; ")
    return Diagnostic(.data, "\(name) \(how)" + (words.isEmpty ? "" : ": \(words)"))
  }
}

/// A file without a name, which goes when nobody reads it any more.
private struct KeptOutput: ByteSource {
  let name: String
  private let file: Held

  /// The file is written no more: only its number is used, to open it anew.
  private final class Held: Sendable {
    let path: String
    let descriptor: Int32

    init(_ descriptor: Int32) {
      self.descriptor = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
      path = "/proc/self/fd/\(self.descriptor)"
    }

    deinit { close(descriptor) }
  }

  init(_ file: TemporaryFile, name: String) {
    self.name = name
    self.file = Held(file.descriptor)
  }

  var byteCount: Int? {
    var facts = stat()
    return unsafe fstat(file.descriptor, &facts) == 0 ? Int(facts.st_size) : nil
  }

  func open() throws(Diagnostic) -> any ByteStream {
    try FileSource.source(at: file.path).open()
  }
}

extension Diagnostic {
  fileprivate static func notInstalled(_ program: String) -> Diagnostic {
    program == "duckdb"
      ? Diagnostic(
        .file,
        "Parquet is read by way of duckdb, which is not installed: see https://duckdb.org/install"
      )
      : Diagnostic(.file, "no program '\(program)' is installed")
  }
}
