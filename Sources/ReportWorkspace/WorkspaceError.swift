public import SourceText

/// Faults that kept a report folder from being read or a result from being made.
public struct WorkspaceError: Error, Sendable {
  /// All that was found.
  public let diagnostics: [Diagnostic]
  /// The texts the diagnostics point into.
  public let sources: [SourceFile]

  /// 2 where a file could not be read or written at all, 1 for faults in what people wrote.
  public var exitCode: Int32 {
    diagnostics.contains {
      $0.id.hasPrefix("file-") || $0.id.hasPrefix("word-") || $0.id == "workbook-not-written"
        || $0.id == "workbook-unknown-sheet"
    } ? 2 : 1
  }

  /// An error from its parts.
  public init(_ diagnostics: [Diagnostic], sources: [SourceFile] = []) {
    self.diagnostics = diagnostics
    self.sources = sources
  }

  /// A file operation that failed.
  public init(_ error: FileError) {
    self.init([error.diagnostic])
  }
}

extension LocalFiles {
  /// The bytes of a file, its failure as a workspace error.
  static func contents(of path: String) throws(WorkspaceError) -> [UInt8] {
    do throws(FileError) {
      return try read(path)
    } catch {
      throw WorkspaceError(error)
    }
  }
}
