public import SectionTemplates
import SourceText
import WordDocuments

extension ReportFolder {
  /// Whether a draft written to a file of that name is a Word document.
  public static func isWordName(_ path: String) -> Bool {
    path.utf8.count > 5 && path.suffix(5).lowercased() == ".docx"
  }

  /// A drafted text as a Word document in the layout of GB/T 9704-2012.
  ///
  /// - Throws: An error where the archive could not be put together.
  public func wordBytes(of draft: Draft) throws(WorkspaceError) -> [UInt8] {
    do throws(WordWriter.Fault) {
      return try WordWriter.write(draft.text, fonts: bureau.fonts)
    } catch {
      throw WorkspaceError(
        [
          Diagnostic(
            "word-not-written", at: .file(path),
            Message(
              zh: "文稿没有写成({0})", en: "the document was not written ({0})", error.words))
        ], sources: [])
    }
  }
}
