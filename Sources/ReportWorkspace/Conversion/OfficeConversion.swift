import SourceText
import WordDocuments

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Turns documents of other formats into `.docx` with LibreOffice, where it is installed.
///
/// It runs in a folder and with a profile of its own that are gone afterwards, without macros, with no
/// way to the network, and for a limited time. The file itself is only read.
enum OfficeConversion {
  /// Why a document was not converted.
  enum Fault: Error {
    /// LibreOffice is not on `PATH`.
    case notInstalled
    /// It took too long, or made nothing of the file.
    case failed(program: String)
  }

  /// How long one document may take, in seconds.
  static let longestTime = 60

  /// The `.docx` that LibreOffice makes of a document.
  ///
  /// - Parameters:
  ///   - raw: The document's bytes.
  ///   - format: What it is.
  /// - Returns: The bytes of the `.docx` and the program's path.
  /// - Throws: ``Fault``.
  static func converted(
    _ raw: [UInt8], from format: ForeignFormat
  ) throws(Fault) -> (bytes: [UInt8], program: String) {
    guard let program = program() else { throw .notInstalled }
    var raw = raw
    if format == .webArchive {
      guard let page = WebArchive.page(in: raw) else { throw .failed(program: program) }
      raw = page
    }
    guard let folder = ScratchFolder() else { throw .failed(program: program) }
    defer { folder.remove() }
    // LibreOffice goes by the filter it is told, not by the name.
    let input = "\(folder.path)/text.\(format.fileExtension)"
    do throws(FileError) {
      try LocalFiles.makeFolder(folder.path + "/profile/user")
      try LocalFiles.write(
        Array(OfficeProfile.settings.utf8),
        to: folder.path + "/profile/user/registrymodifications.xcu")
      try LocalFiles.write(raw, to: input)
      let arguments =
        [
          "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore",
          "--nologo",
        ] + (format.inputFilter.map { ["--infilter=" + $0] } ?? []) + [
          "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder.path + "/out", input,
        ]
      guard
        TimedProcess.run(program, arguments, home: folder.path, longestTime: longestTime)
      else { throw FileError(path: input, reason: .damaged) }
      let bytes = try LocalFiles.read(folder.path + "/out/text.docx")
      return (bytes, program)
    } catch {
      throw .failed(program: program)
    }
  }

  /// LibreOffice in one of the folders of `PATH`; only absolute ones count.
  private static func program() -> String? {
    guard let variable = getenv("PATH") else { return nil }
    let folders = String(cString: variable).split(separator: ":").filter { $0.hasPrefix("/") }
    for name in ["soffice", "libreoffice"] {
      for folder in folders where access("\(folder)/\(name)", X_OK) == 0 {
        return "\(folder)/\(name)"
      }
    }
    return nil
  }
}
