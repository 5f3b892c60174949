/// Writes a document's text part.
struct DocumentXML {
  private var xml = XMLText()
  private var nextControl = 1

  static let namespaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    """

  /// The part for those paragraphs.
  static func write(_ paragraphs: [DocumentParagraph]) -> [UInt8] {
    var writer = DocumentXML()
    writer.xml.markup("<w:document \(namespaces)><w:body>")
    for paragraph in paragraphs { writer.add(paragraph) }
    writer.xml.markup(PageLayout.section + "</w:body></w:document>")
    return writer.xml.bytes
  }

  private mutating func add(_ paragraph: DocumentParagraph) {
    xml.markup("<w:p><w:pPr><w:pStyle w:val=\"\(paragraph.style.id)\"/>")
    if let indent = paragraph.endIndent {
      xml.markup("<w:ind w:rightChars=\"\(indent)\" w:right=\"\(Self.twips(indent))\"/>")
    } else if let indent = paragraph.sideIndent {
      xml.markup("<w:ind w:left=\"\(indent)\" w:right=\"\(indent)\"/>")
    } else if let (start, first) = paragraph.hanging {
      xml.markup(
        "<w:ind w:leftChars=\"\(start)\" w:left=\"\(Self.twips(start))\" "
          + "w:hangingChars=\"\(first)\" w:hanging=\"\(Self.twips(first))\"/>")
    }
    xml.markup("</w:pPr>")
    for run in paragraph.runs { add(run) }
    xml.markup("</w:p>")
  }

  private static func twips(_ hundredths: Int) -> Int {
    hundredths * PageLayout.characterPitch / 100
  }

  private mutating func add(_ run: DocumentParagraph.Run) {
    if let tag = run.tag {
      xml.markup("<w:sdt><w:sdtPr><w:alias w:val=\"")
      xml.text(tag.utf8)
      xml.markup("\"/><w:tag w:val=\"")
      xml.text(tag.utf8)
      xml.markup("\"/><w:id w:val=\"\(nextControl)\"/></w:sdtPr><w:sdtContent>")
      nextControl += 1
    }
    xml.markup("<w:r>")
    if run.headingLevel != nil || run.isPlaceholder {
      xml.markup("<w:rPr>")
      if let level = run.headingLevel { xml.markup("<w:rStyle w:val=\"Heading\(level)Char\"/>") }
      if run.isPlaceholder { xml.markup("<w:highlight w:val=\"yellow\"/>") }
      xml.markup("</w:rPr>")
    }
    // A tab is an element of its own; in the text it would be a blank.
    for (index, words) in run.text.split(separator: 0x09, omittingEmptySubsequences: false)
      .enumerated()
    {
      if index > 0 { xml.markup("<w:tab/>") }
      guard !words.isEmpty else { continue }
      xml.markup("<w:t xml:space=\"preserve\">")
      xml.text(words)
      xml.markup("</w:t>")
    }
    xml.markup("</w:r>")
    if run.tag != nil { xml.markup("</w:sdtContent></w:sdt>") }
  }
}

extension DocumentParagraph.Style {
  /// The style's id in the document.
  var id: String {
    switch self {
    case .title: "Title"
    case .publication: "Publication"
    case .body: "BodyText"
    case .attachments: "Attachments"
    case .signature: "Signature"
    case .signingDate: "SigningDate"
    case .sourceLine: "SourceLine"
    case .heading(let level): "Heading\(level)"
    }
  }
}
