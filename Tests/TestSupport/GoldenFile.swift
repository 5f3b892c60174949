public import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Compares a result with a file kept beside the tests.
///
/// A golden file changes only on purpose: with `BULLETIN_RECORD=1` in the environment the file is
/// written anew and the test still fails, so that a recording run can never be taken for a pass.
public enum GoldenFile {
  /// Expects `actual` to equal the file at `path`, byte for byte.
  ///
  /// - Parameters:
  ///   - actual: What the program produced.
  ///   - path: The golden file, absolute; see ``path(_:beside:)``.
  ///   - sourceLocation: Where the expectation stands, for the failure message.
  public static func expect(
    _ actual: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    if getenv("BULLETIN_RECORD") != nil {
      mkdir(path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }, 0o755)
      TestFile.write(actual, to: path)
      Issue.record(
        "recorded \(path); run again without BULLETIN_RECORD", sourceLocation: sourceLocation)
      return
    }
    guard let expected = TestFile.read(path) else {
      Issue.record("no golden file at \(path)", sourceLocation: sourceLocation)
      return
    }
    #expect(actual == expected, "differs from \(path)", sourceLocation: sourceLocation)
  }

  /// The path of `name` in the folder `Golden` beside the test file that asks.
  public static func path(_ name: String, beside file: StaticString = #filePath) -> String {
    let folder = "\(file)".split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return folder.joined(separator: "/") + "/Golden/" + name
  }
}
