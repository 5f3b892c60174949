/// Lays headings, frame and lines into nodes whose leaves tile the text.
struct TreeBuilder {
  private let text: TextBytes
  private let headings: [Heading]
  private let frame: TextFrame
  private let regions: [FrameRegion]
  private var nodes: [SyntaxNode] = []
  /// The nodes that are open, with the offsets at which they end.
  private var open: [(node: Int, end: Int)] = []
  private var nextHeading = 0
  private var nextRegion = 0
  /// Where the last leaf ended.
  private var cursor = 0
  /// Whether the last leaf is blank lines, and nothing was opened or closed behind it.
  private var isAfterBlankLines = false

  /// The nodes of a text; linear in its size.
  static func nodes(of outline: DocumentOutline) -> [SyntaxNode] {
    outline.source.withLineBytes { text in
      var builder = TreeBuilder(
        text: text, headings: outline.headings, frame: outline.frame, regions: outline.regions)
      // All of them at once: moving a long array to a larger place holds it twice.
      builder.nodes.reserveCapacity(
        text.lineCount + 2 * outline.headings.count + 2 * outline.regions.count + 16)
      builder.build()
      return builder.nodes
    }
  }

  private mutating func build() {
    begin(.document, level: 0, from: 0, to: text.count)
    addFrame(frame.header, from: 0, to: frame.bodyStart)
    addBody()
    closeAll(endingBy: frame.bodyEnd)
    addFrame(frame.footer, from: frame.bodyEnd, to: text.count)
    close()
  }

  private mutating func addFrame(_ regions: [FrameRegion], from start: Int, to end: Int) {
    var cursor = start
    for region in regions {
      addBlankLines(from: cursor, to: region.range.lowerBound)
      stretch(region.kind, from: region.range.lowerBound, to: region.range.upperBound)
      cursor = region.range.upperBound
    }
    addBlankLines(from: cursor, to: end)
  }

  private mutating func addBlankLines(from start: Int, to end: Int) {
    var cursor = start
    while cursor < end {
      let next = text.lineEnd(from: cursor, limit: end)
      blankLine(from: cursor, to: next)
      cursor = next
    }
  }

  private mutating func addBody() {
    var start = frame.bodyStart
    if let first = headings.first, hasText(from: start, to: first.number.lowerBound) {
      while start < frame.bodyEnd, isBlankLine(start) {
        let end = text.lineEnd(from: start, limit: frame.bodyEnd)
        blankLine(from: start, to: end)
        start = end
      }
      begin(.lead, level: 0, from: start, to: sectionStart(first))
    }
    while start < frame.bodyEnd {
      let end = text.lineEnd(from: start, limit: frame.bodyEnd)
      addLine(from: start, to: end)
      start = end
    }
  }

  private mutating func addLine(from start: Int, to end: Int) {
    var cursor = start
    let head = text.skipBlanks(from: start, to: end)
    while nextHeading < headings.count, headings[nextHeading].number.lowerBound < end {
      let heading = headings[nextHeading]
      let opensLine = heading.number.lowerBound == head
      let sectionStart = opensLine ? start : heading.number.lowerBound
      if cursor < sectionStart { paragraph(from: cursor, to: sectionStart) }
      closeAll(endingBy: heading.number.lowerBound)
      begin(
        heading.mark.style == .measure ? .measure : .section, level: heading.level,
        from: sectionStart, to: heading.extent.upperBound)
      cursor = headingEnd(heading, lineEnd: end)
      leaf(.heading, level: heading.level, from: sectionStart, to: cursor)
      nextHeading += 1
    }
    if cursor < end {
      closeAll(endingBy: cursor)
      if head == end, cursor == start {
        blankLine(from: cursor, to: end)
      } else {
        paragraph(from: cursor, to: end)
      }
    }
    closeAll(endingBy: end)
  }

  /// Lays running text, with tables, attachments and broken bytes in it as nodes of their own.
  private mutating func paragraph(from start: Int, to end: Int) {
    stretch(.paragraph, from: start, to: end)
  }

  /// Lays a stretch of one kind; of the regions in it only broken bytes part what is no paragraph.
  private mutating func stretch(_ kind: SyntaxKind, from start: Int, to end: Int) {
    var cursor = start
    while nextRegion < regions.count, regions[nextRegion].range.lowerBound < end {
      let region = regions[nextRegion]
      let from = max(region.range.lowerBound, cursor)
      let to = min(region.range.upperBound, end)
      if from < to, kind == .paragraph || region.kind == .error {
        if cursor < from { leaf(kind, from: cursor, to: from) }
        leaf(region.kind, from: from, to: to)
        cursor = to
      }
      guard region.range.upperBound <= end else { break }
      nextRegion += 1
    }
    if cursor < end { leaf(kind, from: cursor, to: end) }
  }

  /// Where the heading's node ends: behind the stop of its title, or at the line's end.
  private func headingEnd(_ heading: Heading, lineEnd: Int) -> Int {
    guard heading.form == .runIn else { return lineEnd }
    let hasNext = nextHeading + 1 < headings.count
    let limit = min(lineEnd, hasNext ? headings[nextHeading + 1].number.lowerBound : lineEnd)
    var end = text.skipBlanks(from: heading.title.upperBound, to: limit)
    switch text.scalar(at: end) {
    case "。", "；", ";", "：", ":": end = min(end + text.width(at: end), limit)
    default: break
    }
    return text.skipBlanks(from: end, to: limit) == limit ? limit : end
  }

  /// Closes the sections that end at `offset` or before; the document stays open.
  private mutating func closeAll(endingBy offset: Int) {
    while open.count > 1, let last = open.last, last.end <= offset { close() }
  }

  /// Where a heading's section begins: with its line, if nothing but blanks stands before it.
  private func sectionStart(_ heading: Heading) -> Int {
    var start = heading.number.lowerBound
    while start > frame.bodyStart, text[start - 1] != 0x0A {
      let before = text.start(before: start)
      guard text.blankWidth(at: before) == start - before else {
        return heading.number.lowerBound
      }
      start = before
    }
    return start
  }

  private func hasText(from start: Int, to end: Int) -> Bool {
    text.skipBlanks(from: start, to: end) < end
  }

  private func isBlankLine(_ start: Int) -> Bool {
    let end = text.lineEnd(from: start, limit: frame.bodyEnd)
    return text.skipBlanks(from: start, to: end) == end
  }

  private mutating func begin(_ kind: SyntaxKind, level: Int, from start: Int, to end: Int) {
    isAfterBlankLines = false
    open.append((nodes.count, end))
    nodes.append(
      SyntaxNode(
        kind: kind, level: UInt8(clamping: level), start: start, end: start, next: 0))
  }

  /// Closes the innermost node; it ends where its last child does.
  private mutating func close() {
    guard let closed = open.popLast() else { return }
    isAfterBlankLines = false
    nodes[closed.node].end = cursor
    nodes[closed.node].next = nodes.count
  }

  /// Lays a blank line; one after another is one node, of which a text has fewer than bytes.
  private mutating func blankLine(from start: Int, to end: Int) {
    guard isAfterBlankLines, let last = nodes.indices.last else {
      leaf(.blankLine, from: start, to: end)
      return isAfterBlankLines = true
    }
    nodes[last].end = end
    cursor = end
  }

  private mutating func leaf(_ kind: SyntaxKind, level: Int = 0, from start: Int, to end: Int) {
    nodes.append(
      SyntaxNode(
        kind: kind, level: UInt8(clamping: level), start: start, end: end, next: nodes.count + 1))
    cursor = end
    isAfterBlankLines = false
  }
}
