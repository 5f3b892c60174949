import OfficePackages
public import ReportModel

/// Writes a bulletin as a Word document in the layout of GB/T 9704-2012.
///
/// Every look is a style's: what someone changes in a style changes throughout. Values that came from
/// data stand in content controls whose tag is the value's path, so that their binding survives
/// editing.
public enum WordWriter {
  /// A document that could not be written; in the archive library's own words.
  public struct Fault: Error {
    /// What the library says.
    public let words: String
  }

  /// Writes a document; the same text gives the same bytes.
  ///
  /// - Parameters:
  ///   - text: The text, with where its stretches came from.
  ///   - generated: The text as data and templates give it, which is kept in the file so that edits
  ///     can be told from it; nil for `text` itself.
  ///   - fonts: The fonts to name; none is embedded.
  /// - Returns: The file's bytes. Linear in the text.
  /// - Throws: ``Fault`` where the archive cannot be put together.
  public static func write(
    _ text: SourcedText, generated: [UInt8]? = nil, fonts: DocumentFonts = DocumentFonts()
  ) throws(Fault) -> [UInt8] {
    var builder = DocumentBuilder(text)
    let parts = [
      PackageWriter.Part(name: "[Content_Types].xml", bytes: FixedParts.contentTypes),
      PackageWriter.Part(name: "_rels/.rels", bytes: FixedParts.packageRelationships),
      PackageWriter.Part(
        name: "word/document.xml", bytes: DocumentXML.write(builder.paragraphs())),
      PackageWriter.Part(
        name: "word/_rels/document.xml.rels", bytes: FixedParts.documentRelationships),
      PackageWriter.Part(name: "word/styles.xml", bytes: StylesXML.write(fonts)),
      PackageWriter.Part(name: "word/settings.xml", bytes: FixedParts.settings),
      PackageWriter.Part(name: "word/footer1.xml", bytes: FixedParts.footer("FooterOdd")),
      PackageWriter.Part(name: "word/footer2.xml", bytes: FixedParts.footer("FooterEven")),
      PackageWriter.Part(
        name: "customXml/item1.xml", bytes: GeneratedText.part(generated ?? text.bytes)),
      PackageWriter.Part(
        name: "customXml/_rels/item1.xml.rels", bytes: FixedParts.dataRelationships),
      PackageWriter.Part(name: "customXml/itemProps1.xml", bytes: FixedParts.dataProperties),
      PackageWriter.Part(
        name: "docProps/core.xml", bytes: FixedParts.properties(title: builder.title)),
    ]
    do throws(PackageWriter.Fault) {
      return try PackageWriter.write(parts)
    } catch {
      throw Fault(words: error.words)
    }
  }
}
