import ReportModel

/// A file a report was made from, with its bytes: what is hashed only where the hash is shown.
struct ReportFile: Sendable {
  /// The path below the report folder.
  let name: String
  /// What it is for.
  let kind: ReportSnapshot.Source.Kind
  /// Its bytes as they are on disk.
  let bytes: [UInt8]
  /// The encoding it was read in.
  let encoding: String

  /// The file as a workbook lists it; linear in its size.
  var source: ReportSnapshot.Source {
    ReportSnapshot.Source(
      file: name, kind: kind, hash: ContentHash.sha256(bytes), encoding: encoding)
  }
}
