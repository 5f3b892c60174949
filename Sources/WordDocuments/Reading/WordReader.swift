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
    let document: WordDocument?
    do throws(PackageFault) {
      document = try readParts(raw, changes, limit)
    } catch {
      throw .package(error)
    }
    guard let document else { throw .noDocument }
    return document
  }

  private static func readParts(
    _ raw: [UInt8], _ changes: WordDocument.Changes, _ limit: Int
  ) throws(PackageFault) -> WordDocument? {
    var package = try OfficePackage(raw, limit: limit)
    let main = try package.mainPart() ?? "word/document.xml"
    let folder = OfficePackage.split(main).folder
    let relationships = try package.relationships(of: main)

    let styles = StyleHandler()
    let numbering = NumberingHandler()
    let comments = CommentHandler()
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
    guard try package.parse(main, with: body), body.builder.sawDocument else { return nil }
    var document = DocumentAssembler.document(
      body.builder, notes: notes.mapValues { $0.builder.notes })
    let properties = PropertyHandler()
    for part in ["docProps/core.xml", "docProps/app.xml"] {
      _ = try package.parse(part, with: properties)
    }
    document.details.properties = properties.properties
    for target in relationships.targets.values
    where target.type == "customXml" && document.generated == nil {
      let handler = GeneratedText.Handler()
      _ = try package.parse(OfficePackage.path(target.path, in: folder), with: handler)
      document.generated = handler.text
    }
    return document
  }
}
