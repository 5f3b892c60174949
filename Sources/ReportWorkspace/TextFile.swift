public import SourceText
public import WordDocuments

/// Takes the text from a file that people wrote: a text file, or a Word document.
public enum TextFile {
  /// How the names of documents end that are read, or converted and read.
  public static let documentEndings = [".docx", ".doc", ".wps"]

  /// The text of a file's bytes; what it is shows in how it begins.
  ///
  /// - Parameters:
  ///   - name: The name shown in messages.
  ///   - raw: The file's bytes.
  ///   - encoding: The encoding of a text file, or nil to recognise it.
  ///   - changes: Which side of a document's tracked changes is the text.
  /// - Returns: The text; of an older or another format, as LibreOffice converts it where it is
  ///   installed.
  /// - Throws: An error where it is a document that cannot be read.
  public static func source(
    name: String, raw: [UInt8], encoding: TextEncoding? = nil,
    changes: WordDocument.Changes = .accepted
  ) throws(WorkspaceError) -> SourceFile {
    if raw.isEmpty, documentEndings.contains(where: name.lowercased().hasSuffix) {
      throw WorkspaceError([WordFault.empty.diagnostic(in: name)])
    }
    guard WordReader.takes(raw) else {
      return SourceFile(name: name, raw: raw, encoding: encoding)
    }
    do throws(WordFault) {
      return try WordReader.read(raw, changes: changes).source(name: name)
    } catch {
      guard case .foreign(let format) = error, format.isConvertible else {
        throw WorkspaceError([error.diagnostic(in: name)])
      }
      return try converted(name, raw, format, changes)
    }
  }

  /// The text of a document of another format, by way of LibreOffice.
  private static func converted(
    _ name: String, _ raw: [UInt8], _ format: ForeignFormat, _ changes: WordDocument.Changes
  ) throws(WorkspaceError) -> SourceFile {
    let (bytes, program): ([UInt8], String)
    do throws(OfficeConversion.Fault) {
      (bytes, program) = try OfficeConversion.converted(raw, from: format)
    } catch {
      guard case .failed(let program) = error else {
        throw WorkspaceError([WordFault.foreign(format).diagnostic(in: name)])
      }
      throw WorkspaceError([
        Diagnostic(
          "word-not-converted", at: .file(name),
          Message(
            zh: "{0}没有把这份文稿转成 .docx", en: "{0} did not turn this document into .docx", program),
          remedy: Message(
            zh: "请用 Word 或 WPS 打开,另存为 .docx 后再试",
            en: "open it in Word or LibreOffice and save it as .docx"))
      ])
    }
    do throws(WordFault) {
      var document = try WordReader.read(bytes, changes: changes)
      document.details.converter = program
      return document.source(name: name)
    } catch {
      throw WorkspaceError([error.diagnostic(in: name)])
    }
  }
}
