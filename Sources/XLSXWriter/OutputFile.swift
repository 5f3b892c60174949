#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The place where a workbook goes: written beside it under another name, then renamed.
struct OutputFile {
  /// The file to replace; a link is followed to what it points at.
  let path: String
  /// The folder of that file.
  let folder: String

  /// Checks that `path` can be written.
  init(path: String) throws(XLSXError) {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw XLSXError(.badPath(path, .malformed))
    }
    self.path = Self.resolved(path)
    folder = Self.parent(of: self.path)
    var info = stat()
    if stat(self.path, &info) == 0 {
      let type = info.st_mode & S_IFMT
      if type == S_IFDIR { throw XLSXError(.badPath(path, .isFolder)) }
      if type != S_IFREG { throw XLSXError(.badPath(path, .notARegularFile)) }
    } else if path.utf8.last == UInt8(ascii: "/") {
      throw XLSXError(.badPath(path, .malformed))
    }
    try Self.checkFolder(folder)
  }

  /// Checks that files can be made in `folder`.
  static func checkFolder(_ folder: String) throws(XLSXError) {
    var info = stat()
    guard !folder.isEmpty, !folder.utf8.contains(0) else {
      throw XLSXError(.badPath(folder, .malformed))
    }
    guard stat(folder, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else {
      throw XLSXError(.badPath(folder, .noFolder))
    }
    guard access(folder, W_OK | X_OK) == 0 else {
      throw XLSXError(.badPath(folder, .folderNotWritable))
    }
  }

  private static let prefix = ".xlsx-"
  private static let suffix = ".tmp"

  /// Makes an empty file in the folder under a name of its own.
  ///
  /// The file is locked until the descriptor is closed, so that it is known to be in use.
  func makeTemporary() throws(XLSXError) -> (name: String, descriptor: Int32) {
    for _ in 0..<100 {
      let number = UInt64.random(in: .min ... .max)
      let name = folder + "/" + Self.prefix + String(number, radix: 36) + Self.suffix
      let descriptor = open(name, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        _ = flock(descriptor, LOCK_EX | LOCK_NB)
        return (name, descriptor)
      }
      if errno != EEXIST { break }
    }
    throw XLSXError(.system(path: folder, code: errno))
  }

  /// Takes away what programs that were killed while they wrote have left in the folder.
  ///
  /// Only files that nobody holds locked and that are older than a minute go.
  func removeLeftovers() {
    guard let handle = opendir(folder) else { return }
    defer { closedir(handle) }
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(Self.prefix), name.hasSuffix(Self.suffix) else { continue }
      let path = folder + "/" + name
      let descriptor = open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      var info = stat()
      guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG,
        info.st_mtim.tv_sec < time(nil) - 60, flock(descriptor, LOCK_EX | LOCK_NB) == 0
      else { continue }
      unlink(path)
    }
  }

  /// Puts the finished file at `temporary` in the place of the old one; with `syncs` safely on disk.
  ///
  /// The old file's permissions are kept.
  func replace(with temporary: String, syncs: Bool) throws(XLSXError) {
    let descriptor = open(temporary, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw XLSXError(.system(path: path, code: errno)) }
    var info = stat()
    if stat(path, &info) == 0 { fchmod(descriptor, info.st_mode & 0o777) }
    let synced = syncs ? fsync(descriptor) : 0
    let code = errno
    close(descriptor)
    guard synced == 0 else { throw XLSXError(.system(path: path, code: code)) }
    guard rename(temporary, path) == 0 else {
      throw XLSXError(.system(path: path, code: errno))
    }
    // The folder is not waited for: after a loss of power either workbook stands there, and whole.
  }

  private static func resolved(_ path: String) -> String {
    var info = stat()
    guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFLNK,
      let target = realpath(path, nil)
    else { return path }
    defer { free(target) }
    return String(cString: target)
  }

  private static func parent(of path: String) -> String {
    let bytes = Array(path.utf8)
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == 0 ? "/" : String(decoding: bytes[..<slash], as: UTF8.self)
  }
}
