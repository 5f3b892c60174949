#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// How much may still be written.
enum DiskSpace {
  /// The bytes that are free in `folder`; nil where that is not known or files are limited in size.
  static func free(in folder: String) -> UInt64? {
    guard !filesAreLimited else { return nil }
    var info = statvfs()
    guard statvfs(folder, &info) == 0 else { return nil }
    let (bytes, overflow) = UInt64(info.f_bavail)
      .multipliedReportingOverflow(by: UInt64(info.f_frsize))
    return overflow ? .max : bytes
  }

  private static var filesAreLimited: Bool {
    var limit = rlimit()
    #if canImport(Glibc)
      let status = getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    #else
      let status = getrlimit(RLIMIT_FSIZE, &limit)
    #endif
    return status != 0 || limit.rlim_cur != rlim_t.max
  }
}
