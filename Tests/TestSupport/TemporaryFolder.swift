#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A fresh folder that is removed, with all it holds, when the value is dropped.
public struct TemporaryFolder: ~Copyable {
  /// The folder's absolute path, without a slash at its end.
  public let path: String

  /// Makes the folder under the system's folder for temporary files.
  public init() {
    var template = Array("/tmp/bulletin-test-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress, let made = mkdtemp(base) else { return "/nonexistent" }
      return String(cString: made)
    }
  }

  deinit {
    Self.remove(path)
  }

  /// Writes `text` to `name` in the folder, making the folders between.
  public func write(_ text: String, to name: String) {
    write(Array(text.utf8), to: name)
  }

  /// Writes `bytes` to `name` in the folder, making the folders between.
  public func write(_ bytes: [UInt8], to name: String) {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o755)
    }
    TestFile.write(bytes, to: path + "/" + name)
  }

  /// Removes `path` and everything under it; links are removed, not followed.
  private static func remove(_ path: String) {
    var info = stat()
    guard lstat(path, &info) == 0 else { return }
    if info.st_mode & S_IFMT == S_IFDIR {
      chmod(path, 0o700)
      for name in TestFile.names(in: path) { remove(path + "/" + name) }
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}
