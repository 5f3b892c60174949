import ReportModel
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
    try wordBytes(of: draft.text, generated: draft)
  }

  /// An edited text as a Word document that knows what it was generated as.
  func wordBytes(of edited: SourceFile, generated: Draft) throws(WorkspaceError) -> [UInt8] {
    var text = SourcedText()
    var offset = 0
    func append(upTo end: Int, from origin: SourcedText.Origin) {
      guard end > offset else { return }
      text.append(edited.bytes[offset..<end], from: origin)
      offset = end
    }
    for value in binding(of: edited, draft: generated).values
    where value.range.lowerBound >= offset && value.range.upperBound <= edited.bytes.count {
      append(upTo: value.range.lowerBound, from: .words(file: edited.name, offset: offset))
      append(upTo: value.range.upperBound, from: .value(value.origins, value.printed))
    }
    append(upTo: edited.bytes.count, from: .words(file: edited.name, offset: offset))
    return try wordBytes(of: text, generated: generated)
  }

  private func wordBytes(
    of text: SourcedText, generated: Draft
  ) throws(WorkspaceError) -> [UInt8] {
    do throws(WordWriter.Fault) {
      return try WordWriter.write(text, generated: generated.text.bytes, fonts: bureau.fonts)
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
