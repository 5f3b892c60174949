/// Writes a document's styles: what each kind of paragraph looks like stands here alone.
struct StylesXML {
  private let fonts: DocumentFonts
  private var xml = XMLText()

  /// The part for those fonts.
  static func write(_ fonts: DocumentFonts) -> [UInt8] {
    var writer = StylesXML(fonts: fonts)
    writer.write()
    return writer.xml.bytes
  }

  private init(fonts: DocumentFonts) {
    self.fonts = fonts
  }

  private mutating func write() {
    xml.markup("<w:styles \(DocumentXML.namespaces)><w:docDefaults><w:rPrDefault><w:rPr>")
    addFonts(fonts.body)
    xml.markup(
      """
      <w:sz w:val="\(PageLayout.bodySize)"/><w:szCs w:val="\(PageLayout.bodySize)"/>\
      <w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>\
      <w:pPrDefault/></w:docDefaults>
      """)
    addParagraphStyle(
      "Normal", "Normal", isDefault: true,
      // Digits stand in the grid as characters do, without a gap beside them.
      paragraph:
        "<w:autoSpaceDE w:val=\"0\"/><w:autoSpaceDN w:val=\"0\"/><w:spacing w:line=\"\(PageLayout.linePitch)\" w:lineRule=\"exact\"/>"
        + "<w:jc w:val=\"both\"/>",
      run: "<w:spacing w:val=\"\(PageLayout.characterSpacing)\"/>")
    xml.markup(
      """
      <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">\
      <w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
      """)
    addParagraphStyle("BodyText", "Body Text", paragraph: firstLine)
    addParagraphStyle(
      "Title", "Title", next: "BodyText", font: fonts.title, size: PageLayout.titleSize,
      // Larger than the grid's lines, it would take two of them.
      paragraph:
        "<w:keepNext/><w:snapToGrid w:val=\"0\"/><w:spacing w:after=\"\(PageLayout.linePitch)\"/>"
        + "<w:jc w:val=\"center\"/>", run: "<w:spacing w:val=\"0\"/>")
    let headings = [fonts.heading1, fonts.heading2, fonts.body, fonts.body]
    for (index, font) in headings.enumerated() { addHeading(index + 1, font) }
    addParagraphStyle(
      "Publication", "Publication", font: fonts.heading2, paragraph: "<w:jc w:val=\"center\"/>")
    addParagraphStyle(
      "Attachments", "Attachments",
      // A line after the text, and two characters from the margin (clause 7.3.4).
      paragraph: "<w:spacing w:before=\"\(PageLayout.linePitch)\"/>"
        + "<w:ind w:leftChars=\"500\" w:left=\"1575\" w:hangingChars=\"300\" "
        + "w:hanging=\"945\"/><w:contextualSpacing/>")
    addParagraphStyle(
      "Signature", "Signature",
      paragraph: "<w:keepNext/><w:spacing w:before=\"\(PageLayout.linePitch)\"/>"
        + "<w:ind w:rightChars=\"200\" w:right=\"630\"/><w:jc w:val=\"right\"/>")
    addParagraphStyle(
      "SigningDate", "Date",
      paragraph: "<w:ind w:rightChars=\"200\" w:right=\"630\"/><w:jc w:val=\"right\"/>")
    addParagraphStyle(
      "SourceLine", "Source Line",
      paragraph: "<w:spacing w:before=\"\(PageLayout.linePitch)\"/><w:jc w:val=\"left\"/>")
    addFooters()
    xml.markup("</w:styles>")
  }

  private let firstLine =
    "<w:ind w:firstLineChars=\"200\" w:firstLine=\"\(PageLayout.firstLine)\"/>"

  /// A heading's style, and the style of its kind at the head of running text, which follow each
  /// other.
  private mutating func addHeading(_ level: Int, _ font: String) {
    addParagraphStyle(
      "Heading\(level)", "heading \(level)", next: "BodyText", link: "Heading\(level)Char",
      font: font,
      paragraph: "<w:keepNext/>\(firstLine)<w:outlineLvl w:val=\"\(level - 1)\"/>")
    xml.markup(
      """
      <w:style w:type="character" w:customStyle="1" w:styleId="Heading\(level)Char">\
      <w:name w:val="Heading \(level) Char"/><w:basedOn w:val="DefaultParagraphFont"/>\
      <w:link w:val="Heading\(level)"/><w:rPr>
      """)
    addFonts(font)
    xml.markup("</w:rPr></w:style>")
  }

  /// Odd pages bear the number right, even ones left, one character from the margin (clause 7.5).
  private mutating func addFooters() {
    for (id, name, side, indent) in [
      ("FooterOdd", "Footer Odd", "right", "w:rightChars=\"100\" w:right=\"280\""),
      ("FooterEven", "Footer Even", "left", "w:leftChars=\"100\" w:left=\"280\""),
    ] {
      addParagraphStyle(
        id, name, font: fonts.pageNumber, size: PageLayout.pageNumberSize,
        paragraph: "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"280\" w:lineRule=\"exact\"/>"
          + "<w:ind \(indent)/><w:jc w:val=\"\(side)\"/>",
        run: "<w:spacing w:val=\"0\"/>")
    }
  }

  private mutating func addParagraphStyle(
    _ id: String, _ name: String, isDefault: Bool = false, next: String? = nil,
    link: String? = nil, font: String? = nil, size: Int? = nil, paragraph: String,
    run: String = ""
  ) {
    xml.markup("<w:style w:type=\"paragraph\" ")
    xml.markup(
      isDefault ? "w:default=\"1\" " : Self.builtIn.contains(name) ? "" : "w:customStyle=\"1\" ")
    xml.markup("w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>")
    if !isDefault { xml.markup("<w:basedOn w:val=\"Normal\"/>") }
    if let next { xml.markup("<w:next w:val=\"\(next)\"/>") }
    if let link { xml.markup("<w:link w:val=\"\(link)\"/>") }
    xml.markup("<w:qFormat/><w:pPr>\(paragraph)</w:pPr><w:rPr>")
    if let font { addFonts(font) }
    xml.markup(run)
    if let size { xml.markup("<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/>") }
    xml.markup("</w:rPr></w:style>")
  }

  private static let builtIn: Set<String> = [
    "Normal", "Body Text", "Title", "Signature", "Date", "heading 1", "heading 2", "heading 3",
    "heading 4",
  ]

  private mutating func addFonts(_ font: String) {
    let latin = fonts.latin.isEmpty ? font : fonts.latin
    for (attribute, name) in [
      ("<w:rFonts w:ascii=\"", latin), ("\" w:hAnsi=\"", latin), ("\" w:eastAsia=\"", font),
      ("\" w:cs=\"", latin),
    ] {
      xml.markup(attribute)
      xml.text(name.utf8)
    }
    xml.markup("\"/>")
  }
}
