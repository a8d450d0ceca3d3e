import Foundation
import Glibc

/// A program running in a terminal of its own, with a model of what that terminal shows.
///
/// Nothing sleeps: a test waits for a condition on the screen and reads what the program sends all
/// the while. For one thread.
final class Pty {
  enum Ending: Equatable {
    case exit(Int)
    case signal(Int)
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private(set) var screen: ScreenModel
  /// Everything the program sent.
  private(set) var output: [UInt8] = []
  let process: pid_t
  private let control: Int32
  /// Kept open so that the terminal's settings can be read after the program has ended.
  private let terminal: Int32
  private var ending: Ending?
  private var isClosed = false

  /// The programs built beside the tests.
  static let buildFolder: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: tests).deletingLastPathComponent().path
  }()

  /// Starts a program, given by its path or by its name beside the tests.
  ///
  /// The environment goes over a small fixed one; nothing of the tests' own is passed on.
  init(
    _ arguments: [String],
    columns: Int = 80,
    rows: Int = 24,
    environment: [String: String] = [:],
    folder: String? = nil
  ) throws {
    var size = winsize()
    size.ws_col = UInt16(columns)
    size.ws_row = UInt16(rows)
    var control: Int32 = -1
    var terminal: Int32 = -1
    // The five pointers are read or written during the call only.
    guard unsafe openpty(&control, &terminal, nil, nil, &size) == 0 else {
      throw Failure(description: "openpty failed: \(errno)")
    }
    (self.control, self.terminal) = (control, terminal)
    _ = fcntl(control, F_SETFD, FD_CLOEXEC)
    _ = fcntl(terminal, F_SETFD, FD_CLOEXEC)
    _ = fcntl(control, F_SETFL, O_NONBLOCK)
    screen = ScreenModel(columns: columns, rows: rows)
    var program = arguments
    if !program[0].contains("/") { program[0] = Self.buildFolder + "/" + program[0] }
    if let folder {
      program = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder] + program
    }
    var values = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no",
      "PATH": "/usr/bin:/bin", "HOME": "/tmp",
    ]
    values.merge(environment) { $1 }
    process = try Self.spawn(
      program,
      terminal: try Self.name(of: terminal),
      environment: values.map { "\($0)=\($1)" }.sorted()
    )
  }

  deinit {
    if ending == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    closeControl()
    close(terminal)
  }

  /// `ttyname_r`, since the name that `ptsname` returns is shared by parallel tests.
  private static func name(of terminal: Int32) throws -> String {
    var bytes = [CChar](repeating: 0, count: 128)
    let failure = unsafe bytes.withUnsafeMutableBufferPointer { buffer -> Int32 in
      guard let start = buffer.baseAddress else { return -1 }
      return unsafe ttyname_r(terminal, start, buffer.count)
    }
    guard failure == 0 else { throw Failure(description: "ttyname_r failed: \(failure)") }
    return String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Starts the program as leader of its own session; the terminal, opened by name as its first
  /// file, becomes its controlling one.
  private static func spawn(
    _ arguments: [String],
    terminal: String,
    environment: [String]
  ) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, 0, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var none = sigset_t()
    var all = sigset_t()
    unsafe sigemptyset(&none)
    unsafe sigfillset(&all)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    // SETSIGDEF | SETSIGMASK | SETSID
    unsafe posix_spawnattr_setflags(&attributes, 0x04 | 0x08 | 0x80)
    // The copies live until after the call, then they are freed.
    let argv = unsafe arguments.map { unsafe strdup($0) } + [nil]
    let envp = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer {
      unsafe argv.forEach { unsafe free($0) }
      unsafe envp.forEach { unsafe free($0) }
    }
    var process: pid_t = 0
    let failure = unsafe posix_spawn(&process, arguments[0], &actions, &attributes, argv, envp)
    guard failure == 0 else {
      throw Failure(description: "can't start \(arguments[0]): \(failure)")
    }
    return process
  }

  private func closeControl() {
    if !isClosed { close(control) }
    isClosed = true
  }

  /// The terminal goes away, as when its window is closed.
  func hangUp() { closeControl() }

  func type(_ text: String) { send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty, !isClosed {
      let count = unsafe rest.withUnsafeBufferPointer {
        unsafe write(control, $0.baseAddress, $0.count)
      }
      if count > 0 { rest = rest.dropFirst(count) } else { pump(milliseconds: 1) }
    }
  }

  func signal(_ number: Int32) { kill(process, number) }

  func resize(columns: Int, rows: Int) {
    var size = winsize()
    size.ws_col = UInt16(columns)
    size.ws_row = UInt16(rows)
    // Taken in before the program hears of it and draws for the new size.
    pump(milliseconds: 0)
    screen.resize(columns: columns, rows: rows)
    unsafe _ = ioctl(control, UInt(TIOCSWINSZ), &size)
  }

  /// Whether the terminal echoes and edits lines, as a shell leaves it.
  var isCooked: Bool {
    var settings = termios()
    unsafe tcgetattr(terminal, &settings)
    return settings.c_lflag & UInt32(ECHO | ICANON | ISIG) == UInt32(ECHO | ICANON | ISIG)
  }

  /// Reads what there is, waiting at most so long for the first of it.
  private func pump(milliseconds: Int32) {
    guard !isClosed else { return }
    var ready = pollfd(fd: control, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&ready, 1, milliseconds) > 0 else { return }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe bytes.withUnsafeMutableBufferPointer {
        unsafe read(control, $0.baseAddress, $0.count)
      }
      guard count > 0 else { break }
      output += bytes.prefix(count)
      screen.feed(bytes.prefix(count))
    }
  }

  /// Waits until the condition holds, also with what comes next: a picture comes in pieces, and
  /// between two of them half of the screen is an old one.
  ///
  /// Fails with a picture of the screen after `seconds`, which only a broken program needs: on a
  /// busy machine everything takes long.
  func wait(
    _ what: String = "the screen",
    seconds: Double = 30,
    until condition: (ScreenModel) -> Bool
  ) throws {
    let deadline = ContinuousClock.now + .seconds(seconds)
    pump(milliseconds: 0)
    while true {
      if condition(screen) {
        pump(milliseconds: 20)
        if condition(screen) { return }
      }
      guard ContinuousClock.now < deadline else { throw failure(what) }
      pump(milliseconds: 10)
    }
  }

  func wait(for text: String) throws { try wait("'\(text)'") { $0.contains(text) } }

  /// Waits for the program's end, reading what it still sends.
  func waitForEnd(seconds: Double = 30) throws -> Ending {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while ending == nil {
      var status: Int32 = 0
      if unsafe waitpid(process, &status, WNOHANG) == process {
        let signal = Int(status & 0x7F)
        ending = signal == 0 ? .exit(Int(status >> 8 & 0xFF)) : .signal(signal)
      } else if ContinuousClock.now >= deadline {
        throw failure("the end of the program")
      } else if isClosed {
        usleep(1000)
      } else {
        pump(milliseconds: 10)
        // A terminal without a program is always ready, with nothing to read.
        usleep(1000)
      }
    }
    pump(milliseconds: 0)
    return ending ?? .exit(-1)
  }

  /// Processor time used so far by all threads, in milliseconds.
  var processorTime: Double {
    let folder = "/proc/\(process)/task"
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return threads.reduce(0) { total, thread in
      let path = "\(folder)/\(thread)/schedstat"
      let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      return total + (text.split(separator: " ").first.flatMap { Double($0) } ?? 0) / 1e6
    }
  }

  /// Consoles sometimes swallow a whole screen: it is written beside the tests too.
  private func failure(_ what: String) -> Failure {
    let failure = Failure(
      description: """
        waited in vain for \(what); the screen (\(screen.columns)×\(screen.rows)) was
        \(screen.text)
        unknown: \(screen.unknown)
        last bytes: \(String(decoding: output.suffix(400), as: UTF8.self).debugDescription)
        """
    )
    let path = "\(Self.buildFolder)/terminal-failure-\(process).txt"
    try? failure.description.write(toFile: path, atomically: true, encoding: .utf8)
    return failure
  }
}
