import SourceText
import WordDocuments

/// The Word document that goes out with a report's frozen text.
public struct PublishedDocument: Sendable {
  /// The frozen document's path.
  public let path: String
  /// How many comments, changes, hidden texts and names were taken from it.
  public let strippedTraces: Int

  /// Freezes a document as `published.docx` beside the frozen text.
  ///
  /// - Parameters:
  ///   - source: The document's path.
  ///   - folder: The report folder, whose text is frozen already.
  ///   - strips: Whether comments, tracked changes, hidden text and names are taken out; else they
  ///     are refused.
  /// - Throws: An error where its text is not the frozen one, something is left that is not for
  ///   readers, another document was frozen, or a file cannot be read or written.
  public init(_ source: String, of folder: String, strips: Bool) throws(WorkspaceError) {
    path = folder + "/published.docx"
    let raw = try LocalFiles.contents(of: source)
    let frozen = SourceFile(
      name: folder + "/published.txt", raw: try LocalFiles.contents(of: folder + "/published.txt"))
    let document = try Self.document(raw, source)
    try Self.compare(document.source(name: source), with: frozen)
    let traces = document.details.traces.count + document.details.properties.nameCount
    guard strips || traces == 0 else { throw WorkspaceError([Self.traces(traces, source)]) }
    strippedTraces = traces
    let bytes = try strips ? Self.stripped(raw, source) : raw
    if LocalFiles.kind(of: path) != nil, try LocalFiles.contents(of: path) != bytes {
      throw WorkspaceError(FileError(path: path, reason: .exists))
    }
    do throws(FileError) {
      try LocalFiles.write(bytes, to: path)
    } catch {
      throw WorkspaceError(error)
    }
  }

  private static func document(
    _ raw: [UInt8], _ path: String
  ) throws(WorkspaceError) -> WordDocument {
    do throws(WordFault) {
      return try WordReader.read(raw)
    } catch {
      throw WorkspaceError([error.diagnostic(in: path)])
    }
  }

  private static func stripped(
    _ raw: [UInt8], _ path: String
  ) throws(WorkspaceError) -> [UInt8] {
    do throws(WordFault) {
      return try DocumentStripper.strip(raw)
    } catch {
      throw WorkspaceError([error.diagnostic(in: path)])
    }
  }

  /// The document must say what was frozen; blank lines and indents are the document's styles.
  private static func compare(
    _ document: SourceFile, with frozen: SourceFile
  ) throws(WorkspaceError) {
    let laidOut = BlankLines.restored(document.bytes, like: frozen.bytes)
    guard laidOut != frozen.bytes else { return }
    let offset = zip(laidOut, frozen.bytes).enumerated().first { $1.0 != $1.1 }?.offset
    let place = min(offset ?? laidOut.count, frozen.bytes.count)
    throw WorkspaceError(
      [
        Diagnostic(
          "publish-document-differs", at: .text(file: frozen.name, range: place..<place),
          Message(
            zh: "Word 文稿“{0}”与定稿的文字从这里起不同",
            en: "from here on the document “{0}” differs from the frozen text", document.name),
          remedy: Message(
            zh: "先用 bulletin sync 或 bulletin diff 对齐两者",
            en: "bring the two together with bulletin sync, or see bulletin diff"))
      ], sources: [frozen])
  }

  private static func traces(_ count: Int, _ path: String) -> Diagnostic {
    Diagnostic(
      "publish-traces", at: .file(path),
      Message(
        zh: "文稿里有 {0} 处批注、修订、隐藏文字或姓名",
        en: "the document has {0} comments, changes, hidden texts or names", "\(count)"),
      remedy: Message(
        zh: "加 --strip 清除后定稿;bulletin lint 逐处列出",
        en: "take them out with --strip; bulletin lint lists them"))
  }
}

extension SourceDocument.Properties {
  /// How many names they give.
  fileprivate var nameCount: Int {
    [creator, lastModifiedBy, company].filter { !$0.isEmpty }.count
  }
}
