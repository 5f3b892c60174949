import OfficePackages
import SourceText

/// Takes from a Word document what its readers are not meant to see, and leaves all else as it is.
///
/// Tracked changes are accepted; comments, hidden text, data parts and the names of author, last editor
/// and company go.
public enum DocumentStripper {
  /// The document without its traces.
  ///
  /// - Parameter raw: The file's bytes.
  /// - Returns: The new file's bytes; its text is the old one's with all changes accepted.
  /// - Throws: ``WordFault`` where it cannot be read, or where something would be left.
  public static func strip(_ raw: [UInt8]) throws(WordFault) -> [UInt8] {
    let before = try WordReader.read(raw)
    let stripped: [UInt8]
    do throws(PackageFault) {
      stripped = try rewrite(raw)
    } catch {
      throw .package(error)
    }
    let after = try WordReader.read(stripped)
    let properties = after.details.properties
    guard after.bytes == before.bytes, after.details.traces.isEmpty, after.generated == nil,
      properties.creator.isEmpty,
      properties.lastModifiedBy.isEmpty, properties.company.isEmpty
    else { throw .notStripped }
    return stripped
  }

  private static func rewrite(_ raw: [UInt8]) throws(PackageFault) -> [UInt8] {
    var package = try OfficePackage(raw, limit: WordReader.largestSize)
    let styles = StyleHandler()
    _ = try package.parse("word/styles.xml", with: styles)
    var parts: [PackageWriter.Part] = []
    for name in package.partNames() where !isTraces(name) {
      guard let bytes = try package.bytes(of: name) else { continue }
      parts.append(
        PackageWriter.Part(
          name: name, bytes: try edits(of: name, styles.sheet, &package).applied(to: bytes)))
    }
    do throws(PackageWriter.Fault) {
      return try PackageWriter.write(parts)
    } catch {
      throw .broken(error.words)
    }
  }

  /// Whether a part holds only comments, who wrote them, or data beside the text.
  private static func isTraces(_ name: String) -> Bool {
    name.hasPrefix("word/comments") || name == "word/people.xml" || name.hasPrefix("customXml/")
  }

  private static func edits(
    of name: String, _ styles: StyleSheet, _ package: inout OfficePackage
  ) throws(PackageFault) -> PartEdits {
    if name == "[Content_Types].xml" {
      let handler = CutHandler(gone: { element, attributes in
        "Override" ~= element
          && isTraces(String((attributes["PartName"] ?? "").drop { $0 == "/" }))
      })
      _ = try package.parse(name, with: handler)
      return handler.edits
    }
    if name.hasPrefix("word/_rels/") {
      let handler = CutHandler(gone: { element, attributes in
        "Relationship" ~= element
          && isTraces(OfficePackage.path(attributes["Target"] ?? "", in: "word/"))
      })
      _ = try package.parse(name, with: handler)
      return handler.edits
    }
    if name.hasPrefix("docProps/"), name.hasSuffix(".xml") {
      let handler = CutHandler(emptied: { element in
        "creator" ~= element || "lastModifiedBy" ~= element || "Company" ~= element
          || "Manager" ~= element
      })
      _ = try package.parse(name, with: handler)
      return handler.edits
    }
    guard name.hasPrefix("word/"), name.hasSuffix(".xml"), !name.hasPrefix("word/theme/") else {
      return PartEdits()
    }
    let handler = RevisionHandler(styles)
    _ = try package.parse(name, with: handler)
    return handler.edits
  }
}
