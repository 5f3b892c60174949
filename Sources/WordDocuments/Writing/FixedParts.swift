/// The parts of a document that do not depend on its text.
enum FixedParts {
  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
  private static let relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"

  static let contentTypes = part(
    """
    <Types xmlns="\(package)/content-types">\
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Default Extension="xml" ContentType="application/xml"/>\
    <Override PartName="/word/document.xml" ContentType="\(word).document.main+xml"/>\
    <Override PartName="/word/styles.xml" ContentType="\(word).styles+xml"/>\
    <Override PartName="/word/settings.xml" ContentType="\(word).settings+xml"/>\
    <Override PartName="/word/footer1.xml" ContentType="\(word).footer+xml"/>\
    <Override PartName="/word/footer2.xml" ContentType="\(word).footer+xml"/>\
    <Override PartName="/docProps/core.xml" \
    ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
    <Override PartName="/customXml/itemProps1.xml" \
    ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>
    """)

  static let packageRelationships = part(
    """
    <Relationships xmlns="\(package)/relationships">\
    <Relationship Id="rId1" Type="\(relationships)/officeDocument" Target="word/document.xml"/>\
    <Relationship Id="rId2" Type="\(package)/relationships/metadata/core-properties" \
    Target="docProps/core.xml"/></Relationships>
    """)

  static let documentRelationships = part(
    """
    <Relationships xmlns="\(package)/relationships">\
    <Relationship Id="rId1" Type="\(relationships)/styles" Target="styles.xml"/>\
    <Relationship Id="rId2" Type="\(relationships)/settings" Target="settings.xml"/>\
    <Relationship Id="rId4" Type="\(relationships)/footer" Target="footer1.xml"/>\
    <Relationship Id="rId5" Type="\(relationships)/footer" Target="footer2.xml"/>\
    <Relationship Id="rId6" Type="\(relationships)/customXml" \
    Target="../customXml/item1.xml"/></Relationships>
    """)

  /// What word processors ask for to keep a part of data they know nothing of.
  static let dataRelationships = part(
    """
    <Relationships xmlns="\(package)/relationships">\
    <Relationship Id="rId1" Type="\(relationships)/customXmlProps" \
    Target="itemProps1.xml"/></Relationships>
    """)

  /// The data part's identity; the number is arbitrary and always the same.
  static let dataProperties = part(
    """
    <ds:datastoreItem ds:itemID="{B0113713-9704-4012-8A4E-2F6C1D5E7A90}" \
    xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>\
    <ds:schemaRef ds:uri="\(GeneratedText.namespace)"/></ds:schemaRefs></ds:datastoreItem>
    """)

  /// Odd and even pages differ, and punctuation may give way at a line's end as Chinese setting asks.
  static let settings = part(
    """
    <w:settings \(DocumentXML.namespaces)><w:evenAndOddHeaders/>\
    <w:characterSpacingControl w:val="compressPunctuation"/><w:compat>\
    <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" \
    w:val="15"/></w:compat></w:settings>
    """)

  /// A page number between dashes, as clause 7.5 of GB/T 9704-2012 draws it.
  static func footer(_ style: String) -> [UInt8] {
    part(
      """
      <w:ftr \(DocumentXML.namespaces)><w:p><w:pPr><w:pStyle w:val="\(style)"/></w:pPr>\
      <w:r><w:t xml:space="preserve">— </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>\
      <w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>\
      <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>\
      <w:r><w:fldChar w:fldCharType="end"/></w:r>\
      <w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>
      """)
  }

  /// The title, and nobody's name: who made a document is for those who send it to say.
  static func properties(title: String) -> [UInt8] {
    var xml = XMLText()
    xml.markup(
      """
      <cp:coreProperties xmlns:cp="\(package)/metadata/core-properties" \
      xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>
      """)
    xml.text(title.utf8)
    xml.markup("</dc:title></cp:coreProperties>")
    return xml.bytes
  }

  private static func part(_ markup: String) -> [UInt8] {
    var xml = XMLText()
    xml.markup(markup)
    return xml.bytes
  }
}
