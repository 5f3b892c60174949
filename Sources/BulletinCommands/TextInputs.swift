import ArgumentParser
import ReportWorkspace
import SourceText

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
        if name.hasSuffix(".txt") {
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
            Message(zh: "“{0}”里没有 .txt 文件", en: "“{0}” holds no .txt files", path),
            remedy: Message(
              zh: "给出文本文件,或有 report.yaml 的文件夹", en: "name a text file, or a folder with report.yaml"
            )))
      }
    } catch {
      diagnostics.append(error.diagnostic)
    }
  }

  /// The text of a file or of standard input.
  static func read(
    _ path: String, encoding: TextEncoding? = nil
  ) throws(FileError) -> SourceFile {
    if path == "-" {
      return SourceFile(
        name: "-", raw: try LocalFiles.readStandardInput(), encoding: encoding)
    }
    return SourceFile(name: path, raw: try LocalFiles.read(path), encoding: encoding)
  }

  /// The text of a file, its failure as a workspace error.
  static func source(_ path: String, encoding: String?) throws(WorkspaceError) -> SourceFile {
    do throws(FileError) {
      return try read(path, encoding: encoding.flatMap { TextEncoding(name: $0) })
    } catch {
      throw WorkspaceError(error)
    }
  }

  /// Refuses the name of an encoding nobody knows.
  static func validate(encoding: String?) throws {
    guard let encoding, TextEncoding(name: encoding) == nil else { return }
    throw ValidationError(
      "unknown encoding \(encoding); use UTF-8, UTF-16LE, UTF-16BE or GB18030")
  }
}
