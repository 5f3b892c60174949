#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A folder for one piece of work, which nobody else may look into.
struct ScratchFolder {
  /// Its absolute path.
  let path: String

  /// Makes one in `TMPDIR`, or `/tmp`; nil where that fails.
  init?() {
    var parent = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    if !parent.hasPrefix("/") { parent = "/tmp" }
    var template = Array((parent + "/bulletin-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }

  /// Removes it with all it holds; links are removed, not followed.
  func remove() {
    Self.remove(path, depth: 0)
  }

  private static func remove(_ path: String, depth: Int) {
    var info = stat()
    guard depth < 64, lstat(path, &info) == 0 else { return }
    guard info.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    for name in entries(path) { remove("\(path)/\(name)", depth: depth + 1) }
    rmdir(path)
  }

  /// The names in a folder, hidden ones too.
  private static func entries(_ path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = LocalFiles.name(of: entry)
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
