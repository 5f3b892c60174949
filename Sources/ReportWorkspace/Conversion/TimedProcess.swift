#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Runs a program that may hang.
enum TimedProcess {
  /// Runs a program without input and output, and ends it with all it started where it takes too long.
  ///
  /// - Parameters:
  ///   - program: Its absolute path.
  ///   - arguments: Its arguments, without its own name.
  ///   - home: What it sees as the user's home.
  ///   - longestTime: How many seconds it may take.
  /// - Returns: Whether it ended by itself, with 0.
  static func run(
    _ program: String, _ arguments: [String], home: String, longestTime: Int
  ) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, mode) in [
      (STDIN_FILENO, O_RDONLY), (STDOUT_FILENO, O_WRONLY), (STDERR_FILENO, O_WRONLY),
    ] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", mode, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A group of its own, so that what it starts can be ended too.
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    var process = pid_t()
    let status = withCStrings([program] + arguments) { words in
      withCStrings([
        "PATH=\(path)", "HOME=\(home)", "TMPDIR=\(home)", "LC_ALL=C.UTF-8",
        "http_proxy=http://127.0.0.1:9", "https_proxy=http://127.0.0.1:9",
      ]) { environment in
        posix_spawn(&process, program, &actions, &attributes, words, environment)
      }
    }
    return status == 0 && ends(process, within: longestTime)
  }

  private static func ends(_ process: pid_t, within seconds: Int) -> Bool {
    var waited = 0
    var status: Int32 = 0
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { return status == 0 }
      if ended < 0, errno != EINTR { return false }
      guard waited < seconds * 1_000_000 else {
        kill(-process, SIGKILL)
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return false
      }
      let step = waited < 200_000 ? 5_000 : 50_000
      usleep(UInt32(step))
      waited += step
    }
  }

  private static func withCStrings<Result>(
    _ words: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers)
  }
}
