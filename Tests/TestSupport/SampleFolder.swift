/// The samples of the repository, to be read in place or changed in a copy.
public enum SampleFolder {
  /// The absolute path of a folder or file below `Samples`.
  public static func path(_ name: String) -> String {
    TestFile.repository + "/Samples/" + name
  }

  /// The report folders among the samples, below `Samples`.
  public static let reports: [String] = {
    TestFile.names(in: path("")).flatMap { bureau in
      TestFile.names(in: path(bureau)).filter { period in
        TestFile.bytes(path("\(bureau)/\(period)/report.yaml")) != nil
      }.map { "\(bureau)/\($0)" }
    }
  }()

  /// Copies a sample bureau into a temporary folder: all periods, or only those named.
  public static func copy(
    _ bureau: String, periods: [String]? = nil, into folder: borrowing TemporaryFolder
  ) {
    for entry in TestFile.names(in: path(bureau)) {
      let isPeriod = reports.contains("\(bureau)/\(entry)")
      guard !isPeriod || periods?.contains(entry) != false else { continue }
      let source = path(bureau) + "/" + entry
      if let bytes = TestFile.bytes(source) {
        folder.write(bytes, to: entry)
      } else {
        copy(source, as: entry, into: folder)
      }
    }
  }

  private static func copy(_ path: String, as name: String, into folder: borrowing TemporaryFolder)
  {
    for entry in TestFile.names(in: path) {
      let target = name.isEmpty ? entry : name + "/" + entry
      if let bytes = TestFile.bytes(path + "/" + entry) {
        folder.write(bytes, to: target)
      } else {
        copy(path + "/" + entry, as: target, into: folder)
      }
    }
  }
}
