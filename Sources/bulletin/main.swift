import BulletinCommands
import Glibc

/// How writing ended.
enum WriteOutcome {
  case written
  /// Whoever read the other end of the pipe has gone, which is no failure: `bulletin … | head`.
  case readerLeft
  case failed
}

/// Writes all bytes to a descriptor.
func write(_ bytes: [UInt8], to descriptor: Int32) -> WriteOutcome {
  var offset = 0
  while offset < bytes.count {
    let count = bytes.withUnsafeBytes { buffer in
      Glibc.write(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
    }
    if count < 0 {
      if errno == EINTR { continue }
      return errno == EPIPE ? .readerLeft : .failed
    }
    offset += count
  }
  return .written
}

/// The value of an environment variable; empty where it is not set.
func variable(_ name: String) -> String {
  getenv(name).map { String(cString: $0) } ?? ""
}

/// Today by the local calendar, as `2023-07-25`.
func today() -> String {
  var now = time(nil)
  var parts = tm()
  localtime_r(&now, &parts)
  func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
  return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
}

/// Draws a bar on the terminal's line, over the one before; the last one is wiped away.
func drawProgress(_ done: Int, of all: Int) {
  let width = 30
  let full = all > 0 ? done * width / all : width
  let bar = String(repeating: "#", count: full) + String(repeating: ".", count: width - full)
  let line = done == all ? "\r\u{1B}[K" : "\r[\(bar)] \(done)/\(all)"
  _ = write(Array(line.utf8), to: STDERR_FILENO)
}

// A broken pipe is told by write's own answer.
signal(SIGPIPE, SIG_IGN)
// So is a file that outgrows its limit.
signal(SIGXFSZ, SIG_IGN)
let locale = [variable("LC_ALL"), variable("LC_MESSAGES"), variable("LANG")].first { !$0.isEmpty }
let draw: CommandProgress = { done, all in drawProgress(done, of: all) }
let progress = isatty(STDERR_FILENO) == 1 && variable("TERM") != "dumb" ? draw : nil
let environment = CommandEnvironment(
  language: CommandEnvironment.language(ofLocale: locale ?? ""),
  usesColor: isatty(STDERR_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    && variable("NO_COLOR").isEmpty && variable("TERM") != "dumb",
  width: Int(variable("COLUMNS")) ?? 100, today: today(), progress: progress,
  writesOutput: { bytes in
    switch write(bytes, to: STDOUT_FILENO) {
    case .written: break
    case .readerLeft: exit(0)
    case .failed: exit(2)
    }
  })
let result = BulletinProgram.run(Array(CommandLine.arguments.dropFirst()), in: environment)
let outcome = write(result.output, to: STDOUT_FILENO)
_ = write(result.errors, to: STDERR_FILENO)
exit(outcome == .failed ? 2 : result.exitCode)
