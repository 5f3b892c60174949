import BulletinSyntax
import ReportModel
import SourceText

/// Turns a bulletin's text into a document's paragraphs: blank lines become distances of styles.
struct DocumentBuilder {
  private let text: SourcedText
  private let tree: SyntaxTree
  /// The headings, numbers and stops included, in text order.
  private var headings: [(range: Range<Int>, level: Int, isRunIn: Bool)] = []
  private var nextHeading = 0
  private var nextSegment = 0

  init(_ text: SourcedText) {
    self.text = text
    tree = SyntaxTree.parse(SourceFile(name: "", utf8: text.bytes, encoding: .utf8))
    let nodes = tree.nodes.filter { $0.kind == .heading }
    for (heading, node) in zip(tree.headings, nodes) {
      headings.append((node.range, heading.level, heading.form == .runIn))
    }
  }

  /// The text's title; empty where it has none.
  var title: String { tree.titleText ?? "" }

  /// The paragraphs, in text order; linear in the text.
  mutating func paragraphs() -> [DocumentParagraph] {
    var paragraphs: [DocumentParagraph] = []
    let bytes = text.bytes
    var kinds = LineKinds(tree)
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      // A blank within the text stays; blanks around it are the styles' matter.
      let line = BlankLines.trimmed(bytes[start..<end])
      if !line.isEmpty {
        paragraphs.append(
          paragraph(line.startIndex..<line.endIndex, kinds.kind(at: line.startIndex)))
      }
      start = end + 1
    }
    Self.placeSignature(&paragraphs)
    Self.placeAttachments(&paragraphs)
    for index in paragraphs.indices where paragraphs[index].style == .title {
      paragraphs[index].sideIndent = TitleLayout.indent(paragraphs[index].words)
    }
    return paragraphs
  }

  private mutating func paragraph(_ line: Range<Int>, _ kind: SyntaxKind) -> DocumentParagraph {
    var paragraph = DocumentParagraph(style: style(of: line, kind))
    var offset = line.lowerBound
    while offset < line.upperBound {
      let (end, run) = run(at: offset, before: line.upperBound, paragraph.style)
      paragraph.runs.append(run)
      offset = end
    }
    return paragraph
  }

  private mutating func style(of line: Range<Int>, _ kind: SyntaxKind) -> DocumentParagraph.Style {
    switch kind {
    case .title: return .title
    case .publication: return .publication
    case .attachments: return .attachments
    case .signature: return .signature
    case .signingDate: return .signingDate
    case .sourceLine: return .sourceLine
    default:
      skipHeadings(before: line.lowerBound)
      guard nextHeading < headings.count, !headings[nextHeading].isRunIn,
        headings[nextHeading].range.lowerBound < line.upperBound
      else { return .body }
      return .heading(min(headings[nextHeading].level, 4))
    }
  }

  private mutating func skipHeadings(before offset: Int) {
    while nextHeading < headings.count, headings[nextHeading].range.upperBound <= offset {
      nextHeading += 1
    }
  }

  /// The longest run from `offset` on that has one look and one origin.
  private mutating func run(
    at offset: Int, before limit: Int, _ style: DocumentParagraph.Style
  ) -> (end: Int, run: DocumentParagraph.Run) {
    var end = limit
    var run = DocumentParagraph.Run(text: [])
    if style == .body {
      skipHeadings(before: offset)
      if nextHeading < headings.count {
        let heading = headings[nextHeading]
        if heading.range.contains(offset) {
          run.headingLevel = min(heading.level, 4)
          end = min(end, heading.range.upperBound)
        } else {
          end = min(end, max(heading.range.lowerBound, offset + 1))
        }
      }
    }
    while nextSegment < text.segments.count,
      text.segments[nextSegment].range.upperBound <= offset
    {
      nextSegment += 1
    }
    // Stretches without a value join; one with a value is a run of its own.
    var segment = nextSegment
    while segment < text.segments.count, text.segments[segment].range.lowerBound < end {
      let range = text.segments[segment].range
      let mark = Self.mark(text.segments[segment].origin)
      if mark != nil {
        if range.contains(offset) {
          run.tag = mark?.tag
          run.isPlaceholder = mark?.isPlaceholder ?? false
          end = min(end, range.upperBound)
        } else {
          end = min(end, max(range.lowerBound, offset + 1))
        }
        break
      }
      segment += 1
    }
    run.text = Array(text.bytes[offset..<end])
    return (end, run)
  }

  /// The longest tag that word processors keep.
  private static let longestTag = 64

  private static func mark(
    _ origin: SourcedText.Origin
  ) -> (tag: String?, isPlaceholder: Bool)? {
    switch origin {
    case .value(let origins, _):
      guard let path = origins.first?.path, path.utf16.count <= longestTag else { return nil }
      return (path, false)
    case .placeholder: return (nil, true)
    case .words, .setting, .generated: return nil
    }
  }

  /// Sets organ and date as GB/T 9704-2012, 7.3.5.3, asks where no seal is put: the organ ends two
  /// characters before the margin and the date begins two characters after the organ does, or, where
  /// the date is the longer one, the other way round.
  private static func placeSignature(_ paragraphs: inout [DocumentParagraph]) {
    for index in paragraphs.indices.dropFirst()
    where paragraphs[index].style == .signingDate && paragraphs[index - 1].style == .signature {
      let organ = width(paragraphs[index - 1])
      let date = width(paragraphs[index])
      if date > organ {
        paragraphs[index].endIndent = 200
        paragraphs[index - 1].endIndent = 400 + date - organ
      } else {
        paragraphs[index - 1].endIndent = 200
        paragraphs[index].endIndent = organ - date
      }
    }
  }

  /// Sets attachments as GB/T 9704-2012, 7.3.4, asks: two characters from the margin, further numbers
  /// under the first, and further lines of a name under its first character.
  private static func placeAttachments(_ paragraphs: inout [DocumentParagraph]) {
    var start = 200
    for index in paragraphs.indices where paragraphs[index].style == .attachments {
      let words = paragraphs[index].words
      var lead = 0
      if words.hasPrefix("附件"), let colon = words.firstIndex(where: { $0 == "：" || $0 == ":" }) {
        let name = words[words.index(after: colon)...]
        lead = DisplayWidth.of(words[...colon]) * 50
        start = 200 + lead
        lead += numberWidth(name)
      } else {
        lead = numberWidth(words[...])
      }
      let isFirst = words.hasPrefix("附件")
      let end = isFirst ? 200 + lead : start + lead
      paragraphs[index].hanging = (end, lead)
    }
  }

  /// The width of the number that a name begins with, such as `1.`.
  private static func numberWidth(_ name: Substring) -> Int {
    let digits = name.prefix { $0.isNumber }
    guard !digits.isEmpty, let mark = name.dropFirst(digits.count).first, ".．、".contains(mark)
    else { return 0 }
    return DisplayWidth.of(digits) * 50 + DisplayWidth.of(String(mark)) * 50
  }

  /// The width of a paragraph in hundredths of a character.
  private static func width(_ paragraph: DocumentParagraph) -> Int {
    DisplayWidth.of(paragraph.words) * 50
  }
}
