import ArgumentParser
import ReportWorkspace
import SourceText
import WordDocuments

/// What a command line names: texts, and report folders.
enum TextInput {
  /// A text file, or standard input as `-`.
  case file(String)
  /// A folder with `report.yaml`.
  case report(String)
}

/// Finds the texts that a command line's arguments name.
struct TextInputs {
  private(set) var inputs: [TextInput] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// A folder with `report.yaml` is a report; any other folder is its text files, those of the folders
  /// in it included.
  init(_ arguments: [String]) {
    for argument in arguments { add(argument) }
  }

  private mutating func add(_ path: String) {
    if path == "-" {
      inputs.append(.file(path))
      return
    }
    switch LocalFiles.kind(of: path) {
    case nil: diagnostics.append(FileError(path: path, reason: .notFound).diagnostic)
    case .file: inputs.append(.file(path))
    case .folder:
      if ReportFolder.isReport(path) {
        inputs.append(.report(path))
      } else {
        addFolder(path, depth: 0, isNamed: true)
      }
    }
  }

  private mutating func addFolder(_ path: String, depth: Int, isNamed: Bool) {
    // A link that leads back up would never end.
    guard depth < 64 else { return }
    do throws(FileError) {
      var count = 0
      for name in try LocalFiles.names(in: path) {
        let inner = path.hasSuffix("/") ? path + name : path + "/" + name
        if Self.isText(name) {
          if LocalFiles.kind(of: inner) == .file { inputs.append(.file(inner)) }
          count += 1
        } else if LocalFiles.kind(of: inner) == .folder {
          addFolder(inner, depth: depth + 1, isNamed: false)
          count += 1
        }
      }
      if isNamed, count == 0 {
        diagnostics.append(
          Diagnostic(
            "file-no-texts", at: .file(path),
            Message(
              zh: "“{0}”里没有 .txt、.docx、.doc 或 .wps 文件",
              en: "“{0}” holds no .txt, .docx, .doc or .wps files", path),
            remedy: Message(
              zh: "给出文本文件,或有 report.yaml 的文件夹", en: "name a text file, or a folder with report.yaml"
            )))
      }
    } catch {
      diagnostics.append(error.diagnostic)
    }
  }

  /// Whether a file in a folder is a text; a name that begins with `~$` is Word's mark that a document
  /// is open.
  private static func isText(_ name: String) -> Bool {
    if name.hasPrefix("~$") { return false }
    if name.hasSuffix(".txt") { return true }
    let lowered = name.lowercased()
    return TextFile.documentEndings.contains {
      lowered.hasSuffix($0) && lowered.utf8.count > $0.utf8.count
    }
  }

  /// The text of a file, or of standard input as `-`.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - name: The name shown in messages; nil for the path.
  ///   - encoding: The encoding of a text file, or nil to recognise it.
  ///   - changes: Which side of a document's tracked changes is the text.
  /// - Returns: The text.
  /// - Throws: An error where it cannot be read, or is a document that cannot.
  static func source(
    _ path: String, name: String? = nil, encoding: TextEncoding? = nil,
    changes: WordDocument.Changes = .accepted
  ) throws(WorkspaceError) -> SourceFile {
    let raw: [UInt8]
    do throws(FileError) {
      raw = try path == "-" ? LocalFiles.readStandardInput() : LocalFiles.read(path)
      // Offsets into the text, which may be longer in UTF-8, have 32 bits.
      guard raw.count <= Int(Int32.max) else { throw FileError(path: path, reason: .tooLarge) }
    } catch {
      throw WorkspaceError(error)
    }
    return try TextFile.source(
      name: name ?? path, raw: raw, encoding: encoding, changes: changes)
  }
}
