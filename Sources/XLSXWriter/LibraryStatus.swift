import CXLSXWriter

/// What the library's status codes mean, by name: their numbers differ between versions.
enum LibraryStatus {
  /// The kind of failure that `status` reports.
  ///
  /// - Parameters:
  ///   - status: What a function of the library returned.
  ///   - constantMemory: Whether rows are written as they come; an index the caller has already
  ///     found to lie in the sheet is then one whose row is past.
  /// - Returns: The failure, or nil for success.
  static func failure(_ status: lxw_error, constantMemory: Bool = false) -> XLSXError.Kind? {
    switch status {
    case LXW_NO_ERROR: nil
    case LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE: constantMemory ? .rowOutOfOrder : .outsideSheet
    case LXW_ERROR_WORKSHEET_MAX_NUMBER_URLS_EXCEEDED: .tooMany(.link, limit: 65_530)
    default: .library(words(status))
    }
  }

  private static func words(_ status: lxw_error) -> String {
    guard let words = lxw_strerror(status) else { return "status \(status.rawValue)" }
    return String(cString: words)
  }
}
