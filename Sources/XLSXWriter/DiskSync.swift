#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Brings files that were written without waiting safely to disk.
public enum DiskSync {
  /// Waits until the files and the names they have in `folder` are on disk; tries its best.
  ///
  /// Much quicker than to wait for each as it is written: what the first brings to the file system's
  /// journal holds for those written before it.
  public static func files(_ paths: [String], in folder: String) {
    for path in paths { sync(path, O_RDONLY) }
    sync(folder, O_RDONLY | O_DIRECTORY)
  }

  private static func sync(_ path: String, _ flags: Int32) {
    let descriptor = open(path, flags | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
