#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reads and writes files of this machine, without leaving half of one behind.
public enum LocalFiles {
  /// The bytes of a file.
  ///
  /// - Throws: ``FileError`` where it is missing, a folder, or cannot be read.
  public static func read(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw error(path) }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw error(path) }
    guard info.st_mode & S_IFMT != S_IFDIR else {
      throw FileError(path: path, reason: .isFolder)
    }
    return try read(descriptor, expecting: Int(info.st_size), path)
  }

  /// All that standard input holds.
  public static func readStandardInput() throws(FileError) -> [UInt8] {
    try read(STDIN_FILENO, expecting: 0, "-")
  }

  /// What is at a path.
  public enum Kind: Sendable {
    /// A folder.
    case folder
    /// A file, or anything else that can be read.
    case file
  }

  /// What is at a path, links followed; nil where there is nothing.
  public static func kind(of path: String) -> Kind? {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    return info.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  /// When a file was last changed, in nanoseconds since 1970; nil where there is none.
  static func modificationTime(of path: String) -> Int? {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    return Int(info.st_mtim.tv_sec) &* 1_000_000_000 &+ Int(info.st_mtim.tv_nsec)
  }

  /// The names in a folder, sorted, hidden ones left out.
  ///
  /// - Throws: ``FileError`` where it is missing, no folder, or cannot be read.
  public static func names(in path: String) throws(FileError) -> [String] {
    guard let folder = opendir(path) else { throw error(path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = name(of: entry)
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// The name of an entry of a folder.
  static func name(of entry: UnsafeMutablePointer<dirent>) -> String {
    withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(
        to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)
      ) { String(cString: $0) }
    }
  }

  /// Writes a file so that at any moment either the old or the new one is there, whole.
  ///
  /// The bytes go to a new file beside the target, are flushed to the disk, and take the target's
  /// name. A target that is no ordinary file, such as a pipe, is written straight.
  ///
  /// - Throws: ``FileError``; the old file is then untouched.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    var info = stat()
    var mode: mode_t = 0o644
    var target = path
    if stat(path, &info) == 0 {
      switch info.st_mode & S_IFMT {
      case S_IFDIR: throw FileError(path: path, reason: .isFolder)
      case S_IFREG:
        mode = info.st_mode & 0o777
        guard mode & 0o222 != 0, access(path, W_OK) == 0 else {
          throw FileError(path: path, reason: .noPermission)
        }
        target = resolved(path)
      default:
        try writeStraight(bytes, to: path)
        return
      }
    }
    let (descriptor, temporary) = try openBeside(target, mode: mode, shown: path)
    do throws(FileError) {
      try write(bytes, to: descriptor, path)
      guard fsync(descriptor) == 0 else { throw error(path) }
      guard close(descriptor) == 0 else { throw error(path) }
      guard rename(temporary, target) == 0 else { throw error(path) }
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
  }

  /// Makes a folder and those above it, where they are missing.
  public static func makeFolder(_ path: String) throws(FileError) {
    if kind(of: path) == .folder { return }
    let parent = self.parent(of: path)
    if parent != path, !parent.isEmpty { try makeFolder(parent) }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw error(path) }
  }

  /// The folder a path lies in.
  public static func parent(of path: String) -> String {
    // The folder one stands in has its parent above it, not in its path.
    if path == "." || path == ".." || path.hasSuffix("/.") || path.hasSuffix("/..") {
      return path + "/.."
    }
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func openBeside(
    _ target: String, mode: mode_t, shown: String
  ) throws(FileError) -> (Int32, String) {
    for attempt in 0..<100 {
      let temporary = "\(target).\(getpid()).\(attempt).tmp"
      let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      if descriptor >= 0 { return (descriptor, temporary) }
      guard errno == EEXIST else { throw error(shown) }
    }
    throw FileError(path: shown, reason: .system("EEXIST"))
  }

  private static func writeStraight(_ bytes: [UInt8], to path: String) throws(FileError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw error(path) }
    defer { close(descriptor) }
    try write(bytes, to: descriptor, path)
  }

  /// Writes all bytes to an open descriptor.
  public static func write(
    _ bytes: [UInt8], to descriptor: Int32, _ path: String
  ) throws(FileError) {
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw error(path)
      }
      offset += count
    }
  }

  private static func read(
    _ descriptor: Int32, expecting size: Int, _ path: String
  ) throws(FileError) -> [UInt8] {
    var failure: Int32 = 0
    var isWhole = false
    // Straight into its place, with one byte more, so that the end of the file is met at once.
    let room = max(size, 0) + 1
    var bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
      (filled, isWhole, failure) = fill(buffer, from: descriptor)
    }
    while !isWhole, failure == 0 {
      // What is no ordinary file does not tell its size.
      let step = min(max(bytes.count, 1 << 16), 1 << 24)
      bytes.append(
        contentsOf: [UInt8](unsafeUninitializedCapacity: step) { buffer, filled in
          (filled, isWhole, failure) = fill(buffer, from: descriptor)
        })
    }
    guard failure == 0 else { throw error(path, code: failure) }
    return bytes
  }

  /// Reads until `buffer` is full or the file ends; gives how much was read, whether the file ended,
  /// and what went wrong, 0 for nothing.
  private static func fill(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, from descriptor: Int32
  ) -> (count: Int, isWhole: Bool, failure: Int32) {
    guard let base = buffer.baseAddress else { return (0, true, 0) }
    var filled = 0
    while filled < buffer.count {
      let count = Glibc.read(descriptor, base + filled, buffer.count - filled)
      if count == 0 { return (filled, true, 0) }
      if count > 0 {
        filled += count
      } else if errno != EINTR {
        return (filled, false, errno)
      }
    }
    return (filled, false, 0)
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func error(_ path: String, code: Int32 = errno) -> FileError {
    let reason: FileError.Reason =
      switch code {
      case ENOENT: .notFound
      case EISDIR: .isFolder
      case ENOTDIR: .notFolder
      case EACCES, EPERM, EROFS: .noPermission
      case ENOSPC, EDQUOT: .noSpace
      case EFBIG: .noSpace
      case ENAMETOOLONG: .system("ENAMETOOLONG")
      default: .system(String(cString: strerror(code)))
      }
    return FileError(path: path, reason: reason)
  }
}
