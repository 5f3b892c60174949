import OfficePackages

/// A Word document put together from the markup of its parts.
struct TestDocument {
  /// What stands in the body.
  var body = ""
  var numbering = ""
  var styles = ""
  var comments = ""
  var footnotes = ""
  var endnotes = ""
  var header = ""
  /// The pages that the properties name.
  var pages: Int?
  var core = ""

  static let namespaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
    + "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "
    + "xmlns:v=\"urn:schemas-microsoft-com:vml\" "
    + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""

  init(_ body: String = "") {
    self.body = body
  }

  var bytes: [UInt8] {
    get throws {
      let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
      var parts = [
        part(
          "_rels/.rels",
          "<Relationships>\(link("officeDocument", "word/document.xml"))</Relationships>"),
        part(
          "word/document.xml",
          "<w:document \(Self.namespaces)><w:body>\(body)</w:body></w:document>"),
      ]
      var links = ""
      for (name, root, content) in [
        ("numbering", "numbering", numbering), ("styles", "styles", styles),
        ("comments", "comments", comments), ("footnotes", "footnotes", footnotes),
        ("endnotes", "endnotes", endnotes), ("header", "hdr", header),
      ] where !content.isEmpty {
        links += link(name, "\(name).xml")
        parts.append(
          part("word/\(name).xml", "<w:\(root) \(Self.namespaces)>\(content)</w:\(root)>"))
      }
      parts.append(part("word/_rels/document.xml.rels", "<Relationships>\(links)</Relationships>"))
      if let pages {
        parts.append(part("docProps/app.xml", "<Properties><Pages>\(pages)</Pages></Properties>"))
      }
      if !core.isEmpty { parts.append(part("docProps/core.xml", core)) }
      return try PackageWriter.write(parts)

      func link(_ name: String, _ target: String) -> String {
        "<Relationship Id=\"\(name)\" Type=\"\(type)\(name)\" Target=\"\(target)\"/>"
      }
    }
  }

  private func part(_ name: String, _ text: String) -> PackageWriter.Part {
    PackageWriter.Part(name: name, bytes: Array(text.utf8))
  }

  /// A paragraph of one run.
  static func paragraph(_ text: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr>\(run(text))</w:p>"
  }

  /// A run.
  static func run(_ text: String, _ properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  /// A paragraph in a list.
  static func item(_ text: String, list: Int, level: Int = 0) -> String {
    paragraph(
      text, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
  }

  /// The document in the strict namespaces of ISO/IEC 29500.
  static func strict(_ raw: [UInt8]) throws -> [UInt8] {
    var package = try OfficePackage(raw, limit: 1 << 20)
    var parts: [PackageWriter.Part] = []
    for name in package.partNames() {
      let text = String(decoding: try package.bytes(of: name) ?? [], as: UTF8.self)
        .replacing(
          "http://schemas.openxmlformats.org/wordprocessingml/2006",
          with: "http://purl.oclc.org/ooxml/wordprocessingml"
        )
        .replacing(
          "http://schemas.openxmlformats.org/officeDocument/2006",
          with: "http://purl.oclc.org/ooxml/officeDocument")
      parts.append(PackageWriter.Part(name: name, bytes: Array(text.utf8)))
    }
    return try PackageWriter.write(parts)
  }
}
