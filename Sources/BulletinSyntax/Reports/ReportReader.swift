public import ReportModel
import SourceText

extension Report {
  /// Reads the report out of a tree.
  ///
  /// Web furniture and lists of contents are left out; nothing else of the text is. Linear in the
  /// text's size.
  public init(_ tree: SyntaxTree) {
    var reader = ReportReader(tree)
    self = reader.read()
  }
}

/// Walks a tree's nodes in order and gathers the report.
private struct ReportReader {
  private let tree: SyntaxTree
  private var index = 1
  private var heading = 0

  init(_ tree: SyntaxTree) {
    self.tree = tree
  }

  mutating func read() -> Report {
    var report = Report()
    report.title = tree.titleText ?? ""
    var attachments: [String] = []
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      switch node.kind {
      case .publication: report.publication.append(text(node.range))
      case .signature: report.signature = text(node.range)
      case .signingDate: report.signingDate = text(node.range)
      case .sourceLine: report.source = source(of: text(node.range))
      case .section:
        report.sections.append(section(&attachments))
        continue
      case .title, .webFurniture, .contents, .blankLine: break
      default:
        let end = node.kind == .lead ? node.next : index + 1
        if node.kind == .lead { index += 1 }
        paragraphs(until: max(end, runEnd()), into: &report.lead, &attachments)
        continue
      }
      index += 1
    }
    report.attachments = attachments
    return report
  }

  /// Where the run of text nodes outside sections ends.
  private func runEnd() -> Int {
    var end = index
    while end < tree.nodes.count {
      switch tree.nodes[end].kind {
      case .paragraph, .measure, .error, .flattenedTable, .attachments, .blankLine, .heading:
        end += 1
      default: return end
      }
    }
    return end
  }

  /// Reads the section at `index` and leaves `index` behind it.
  private mutating func section(_ attachments: inout [String]) -> Report.Section {
    let end = tree.nodes[index].next
    index += 1
    var section = Report.Section(ordinal: 0, title: "")
    if index < end, tree.nodes[index].kind == .heading {
      let (ordinal, title) = takeHeading()
      section.ordinal = ordinal
      section.title = title
    }
    while index < end {
      if tree.nodes[index].kind == .section {
        section.children.append(self.section(&attachments))
      } else {
        var stop = index
        while stop < end, tree.nodes[stop].kind != .section { stop += 1 }
        var later: [Report.Paragraph] = []
        paragraphs(until: stop, into: &later, &attachments)
        // Text behind the children still belongs to the section that holds them.
        section.paragraphs += later
      }
    }
    return section
  }

  /// Reads paragraphs and chains from `index` to `end`.
  private mutating func paragraphs(
    until end: Int, into paragraphs: inout [Report.Paragraph], _ attachments: inout [String]
  ) {
    var current: Report.Paragraph?
    var pending = ""
    func flushText() {
      guard !pending.trimmedBlanks.isEmpty else { return pending = "" }
      let piece = pending.trimmedBlanks
      pending = ""
      if var paragraph = current, let last = paragraph.measures.indices.last {
        paragraph.measures[last].text += piece
        current = paragraph
      } else {
        current = Report.Paragraph((current?.text ?? "") + piece)
      }
    }
    func finish() {
      flushText()
      if let paragraph = current { paragraphs.append(paragraph) }
      current = nil
    }
    while index < end {
      let node = tree.nodes[index]
      switch node.kind {
      case .paragraph, .error, .flattenedTable:
        pending += tree.source.text(in: node.range)
        if endsLine(node) { finish() }
      case .attachments:
        finish()
        attachments += names(ofAttachments: text(node.range), isFirst: attachments.isEmpty)
      case .heading:
        if beginsLine(node) { finish() } else { flushText() }
        let (ordinal, title) = takeHeading()
        index -= 1
        var paragraph = current ?? Report.Paragraph("")
        paragraph.measures.append(Report.Measure(ordinal: ordinal, title: title))
        current = paragraph
        if endsLine(node) { finish() }
      case .blankLine: finish()
      default: break
      }
      index += 1
    }
    finish()
  }

  /// Takes the heading at `index`: its number, and its title with a colon that closes it.
  private mutating func takeHeading() -> (ordinal: Int, title: String) {
    index += 1
    guard heading < tree.headings.count else { return (0, "") }
    let found = tree.headings[heading]
    heading += 1
    let after = tree.source.text(in: found.title.upperBound..<(found.title.upperBound + 3))
    let colon = after.hasPrefix("：") ? "：" : after.hasPrefix(":") ? ":" : ""
    let number = found.mark.style == .none ? 0 : found.mark.value
    return (number, text(found.title) + colon)
  }

  private func text(_ range: Range<Int>) -> String {
    tree.source.text(in: range).trimmedBlanks
  }

  private func endsLine(_ node: SyntaxNode) -> Bool {
    node.end >= tree.source.bytes.count || tree.source.bytes[node.end - 1] == 0x0A
  }

  private func beginsLine(_ node: SyntaxNode) -> Bool {
    node.start == 0 || tree.source.bytes[node.start - 1] == 0x0A
  }

  /// What follows 来源： on the line that names the source.
  private func source(of line: String) -> String {
    let scalars = line.unicodeScalars
    guard let colon = scalars.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return line }
    return String(scalars[scalars.index(after: colon)...]).trimmedBlanks
  }

  /// The names in a list of attachments, without 附件： and numbers.
  private func names(ofAttachments text: String, isFirst: Bool) -> [String] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      var rest = Substring(String(line).trimmedBlanks)
      if isFirst || rest.hasPrefix("附") {
        guard let colon = rest.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
        rest = rest[rest.index(after: colon)...]
      }
      let name = withoutNumber(String(rest).trimmedBlanks)
      return name.isEmpty ? nil : name
    }
  }

  private func withoutNumber(_ name: String) -> String {
    let bytes = Array(name.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      guard let reading = OrdinalReader.arabic(TextBytes(buffer), at: 0),
        reading.mark.style != .decimalPath
      else { return name }
      return String(decoding: buffer[reading.end...], as: UTF8.self).trimmedBlanks
    }
  }
}
