public import SourceText
public import WordDocuments

/// Takes the text from a file that people wrote: a text file, or a Word document.
public enum TextFile {
  /// The text of a file's bytes; what it is shows in how it begins.
  ///
  /// - Parameters:
  ///   - name: The name shown in messages.
  ///   - raw: The file's bytes.
  ///   - encoding: The encoding of a text file, or nil to recognise it.
  ///   - changes: Which side of a document's tracked changes is the text.
  /// - Returns: The text.
  /// - Throws: An error where it is a document that cannot be read.
  public static func source(
    name: String, raw: [UInt8], encoding: TextEncoding? = nil,
    changes: WordDocument.Changes = .accepted
  ) throws(WorkspaceError) -> SourceFile {
    guard WordReader.takes(raw) else {
      return SourceFile(name: name, raw: raw, encoding: encoding)
    }
    do throws(WordFault) {
      return try WordReader.read(raw, changes: changes).source(name: name)
    } catch {
      throw WorkspaceError([error.diagnostic(in: name)], sources: [])
    }
  }
}
