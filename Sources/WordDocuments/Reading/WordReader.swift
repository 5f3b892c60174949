import OfficePackages
import SourceText

/// Reads Word documents (ECMA-376 and ISO/IEC 29500, transitional and strict).
///
/// Nothing outside the file is ever opened: targets of external relationships, linked pictures and
/// templates are passed over.
public enum WordReader {
  /// The most bytes a document's parts may inflate to.
  public static let largestSize = 1 << 28

  /// Whether a file is an archive or another word processor's, and so no plain text.
  public static func takes(_ raw: [UInt8]) -> Bool {
    raw.starts(with: [0x50, 0x4B, 3, 4]) || ForeignFormat(raw) != nil
  }

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - raw: The file's bytes.
  ///   - changes: Which side of tracked changes is the text.
  ///   - limit: The most bytes its parts may inflate to.
  /// - Returns: Its text and what else it carries. Linear in the inflated size.
  /// - Throws: ``WordFault`` where it is no document, or a broken or dangerous one.
  public static func read(
    _ raw: [UInt8], changes: WordDocument.Changes = .accepted, limit: Int = largestSize
  ) throws(WordFault) -> WordDocument {
    if let foreign = ForeignFormat(raw) { throw .foreign(foreign) }
    let result: Result<WordDocument, WordFault>
    do throws(PackageFault) {
      result = try readParts(raw, changes, limit)
    } catch {
      throw .package(error)
    }
    return try result.get()
  }

  private static func readParts(
    _ raw: [UInt8], _ changes: WordDocument.Changes, _ limit: Int
  ) throws(PackageFault) -> Result<WordDocument, WordFault> {
    var package = try OfficePackage(raw, limit: limit)
    let main = try package.mainPart() ?? "word/document.xml"
    let folder = OfficePackage.split(main).folder
    let relationships = try package.relationships(of: main)

    let styles = StyleHandler()
    let numbering = NumberingHandler()
    let comments = CommentHandler()
    let properties = PropertyHandler()
    for part in ["docProps/core.xml", "docProps/app.xml"] {
      _ = try package.parse(part, with: properties)
    }
    var notes: [NoteReference.Kind: BodyHandler] = [:]
    if let path = relationships.target(ofType: "styles") {
      _ = try package.parse(OfficePackage.path(path, in: folder), with: styles)
    }
    if let path = relationships.target(ofType: "numbering") {
      _ = try package.parse(OfficePackage.path(path, in: folder), with: numbering)
    }
    if let path = relationships.target(ofType: "comments") {
      _ = try package.parse(OfficePackage.path(path, in: folder), with: comments)
    }
    let setting = BodySetting(
      changes: changes, styles: styles.sheet, numbering: numbering.definitions,
      comments: comments.comments)
    for kind in NoteReference.Kind.allCases {
      guard let path = relationships.target(ofType: kind.rawValue) else { continue }
      let handler = BodyHandler(setting)
      _ = try package.parse(OfficePackage.path(path, in: folder), with: handler)
      notes[kind] = handler
    }

    let body = BodyHandler(setting)
    guard try package.parse(main, with: body), body.builder.sawDocument else {
      return .failure(.noDocument)
    }
    guard !body.builder.hasForeignChunk else { return .failure(.chunk) }
    var document = DocumentAssembler.document(
      body.builder, notes: notes.mapValues { $0.builder.notes }, pageCount: properties.pageCount)
    document.details.properties = properties.properties
    var placed = notes.values.reduce(into: body.builder.closedComments) {
      $0.formUnion($1.builder.closedComments)
    }
    // What stands on every page is no part of the text; what hides there is.
    for target in relationships.inner where target.type == "header" || target.type == "footer" {
      let handler = BodyHandler(setting)
      _ = try package.parse(OfficePackage.path(target.path, in: folder), with: handler)
      placed.formUnion(handler.builder.closedComments)
      document.addTraces(handler.builder.pieces.flatMap(\.traces))
    }
    document.addTraces(
      comments.comments.filter { !placed.contains($0.key) }.sorted { $0.key < $1.key }
        .map {
          .init(
            kind: .comment, range: 0..<0, author: $0.value.author,
            text: String(decoding: $0.value.text, as: UTF8.self))
        })
    for target in relationships.inner
    where target.type == "customXml" && document.generated == nil {
      let handler = GeneratedText.Handler()
      _ = try package.parse(OfficePackage.path(target.path, in: folder), with: handler)
      document.generated = handler.text
    }
    return .success(document)
  }
}
