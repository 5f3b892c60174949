/// Makes a folder of files that was not there before.
public enum NewFolder {
  /// Writes files into a folder that does not exist yet or is empty.
  ///
  /// - Parameters:
  ///   - files: Paths below the folder, and contents.
  ///   - folder: The folder.
  /// - Throws: An error where the folder holds something already, or a file cannot be written.
  public static func write(
    _ files: [(path: String, bytes: [UInt8])], into folder: String
  ) throws(WorkspaceError) {
    do throws(FileError) {
      switch LocalFiles.kind(of: folder) {
      case .file: throw FileError(path: folder, reason: .notFolder)
      case .folder where try !LocalFiles.names(in: folder).isEmpty:
        throw FileError(path: folder, reason: .notEmpty)
      case .folder, nil: break
      }
      try LocalFiles.makeFolder(folder)
      for file in files {
        let path = folder + "/" + file.path
        try LocalFiles.makeFolder(LocalFiles.parent(of: path))
        try LocalFiles.write(file.bytes, to: path)
      }
    } catch {
      throw WorkspaceError(error)
    }
  }
}
