#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Runs another program and collects what it says.
public enum TestProcess {
  /// What a program left behind.
  public struct Result: Sendable {
    /// The exit status, or 128 and the signal's number.
    public let status: Int32
    /// Standard output as UTF-8.
    public let output: String
    /// Standard error as UTF-8.
    public let error: String
  }

  /// Runs `program` and waits for its end.
  ///
  /// - Parameters:
  ///   - program: The program's absolute path.
  ///   - arguments: Its arguments, without its own name.
  ///   - input: What it reads from standard input.
  /// - Returns: What it left behind, or nil where it cannot be started.
  public static func run(
    _ program: String, _ arguments: [String], input: String = ""
  ) -> Result? {
    let folder = TemporaryFolder()
    folder.write(input, to: "input")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, folder.path + "/input", O_RDONLY, 0)
    for (descriptor, name) in [(Int32(1), "/output"), (2, "/error")] {
      posix_spawn_file_actions_addopen(
        &actions, descriptor, folder.path + name, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var process = pid_t()
    guard posix_spawn(&process, program, &actions, nil, words, environ) == 0 else { return nil }
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1 && errno == EINTR {}
    return Result(
      status: status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F),
      output: TestFile.read(folder.path + "/output") ?? "",
      error: TestFile.read(folder.path + "/error") ?? "")
  }

  /// Runs `program` with its standard error on a terminal of its own.
  ///
  /// - Parameters:
  ///   - program: The program's absolute path.
  ///   - arguments: Its arguments, without its own name.
  /// - Returns: What the terminal showed, and what went to standard output; nil where it cannot be
  ///   started or there are no terminals.
  public static func runOnTerminal(
    _ program: String, _ arguments: [String]
  ) -> (shown: String, output: String)? {
    let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    // TIOCSPTLCK and TIOCGPTN of Linux: unlocks the other side, and gives its number.
    var lock: Int32 = 0
    var number: UInt32 = 0
    guard ioctl(terminal, 0x4004_5431, &lock) == 0, ioctl(terminal, 0x8004_5430, &number) == 0
    else { return nil }
    let name = "/dev/pts/\(number)"
    let folder = TemporaryFolder()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(
      &actions, 1, folder.path + "/output", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, name, O_RDWR | O_NOCTTY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var variables: [UnsafeMutablePointer<CChar>?] =
      (["TERM=xterm", "LANG=zh_CN.UTF-8"] as [String]).map {
        strdup($0)
      }
    defer { for variable in variables { free(variable) } }
    variables.append(nil)
    var process = pid_t()
    guard posix_spawn(&process, program, &actions, nil, words, variables) == 0 else { return nil }
    var shown: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4096)
    while true {
      // Ends with an error once the program has closed its side.
      let count = read(terminal, &piece, piece.count)
      if count <= 0 { break }
      shown += piece[..<count]
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1 && errno == EINTR {}
    return (
      String(decoding: shown, as: UTF8.self), TestFile.read(folder.path + "/output") ?? ""
    )
  }

  /// Starts `program`, kills it after some microseconds, and waits until it is gone; what it prints
  /// is dropped.
  public static func kill(
    _ program: String, _ arguments: [String], afterMicroseconds delay: UInt32
  ) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [Int32(1), 2] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var process = pid_t()
    guard posix_spawn(&process, program, &actions, nil, words, environ) == 0 else { return }
    usleep(delay)
    Glibc.kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1 && errno == EINTR {}
  }

  /// The project's own program, where it was built beside the tests; nil where it was not.
  public static let bulletin: String? = {
    guard let real = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(real) }
    let folders = [CommandLine.arguments.first ?? "", String(cString: real)].map { name in
      name.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    }
    return folders.map { $0 + "/bulletin" }.first { access($0, X_OK) == 0 }
  }()

  /// The program called `name` in one of the folders of `PATH`, or nil.
  public static func find(_ name: String) -> String? {
    guard let variable = getenv("PATH") else { return nil }
    for folder in String(cString: variable).split(separator: ":") {
      let path = folder + "/" + name
      if access(path, X_OK) == 0 { return path }
    }
    return nil
  }

  /// A Python that has openpyxl, or nil: the independent reader of workbooks.
  public static let pythonWithOpenpyxl: String? = {
    for python in ["/usr/bin/python3", find("python3")] {
      guard let python, let result = run(python, ["-c", "import openpyxl"]) else { continue }
      if result.status == 0 { return python }
    }
    return nil
  }()

  /// LibreOffice's program, or nil.
  public static let soffice: String? = find("soffice")
}
