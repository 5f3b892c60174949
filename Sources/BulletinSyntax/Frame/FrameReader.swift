/// Reads what stands around a text.
struct FrameReader {
  /// How many lines at either end may belong to the frame.
  private static let reach = 80

  private let text: TextBytes

  /// The frame of a text; looks at no more than ``reach`` lines at either end.
  static func frame(of text: TextBytes, headingLines: HeadingLines) -> TextFrame {
    let reader = FrameReader(text: text)
    var frame = TextFrame()
    frame.bodyEnd = text.count
    reader.readHeader(into: &frame, headingLines)
    reader.readFooter(into: &frame, headingLines)
    return frame
  }

  // MARK: Above the text

  private func readHeader(into frame: inout TextFrame, _ headingLines: HeadingLines) {
    let lines = headerLines(headingLines)
    let scores = lines.map { $0.isPublication || $0.isWebFurniture ? 0 : $0.titleScore }
    let best = scores.max() ?? 0
    guard let titleIndex = best > 0 ? scores.firstIndex(of: best) : nil else {
      keepPublicationOnly(lines, into: &frame)
      frame.title = titleInText(from: frame.bodyStart)
      return
    }
    let titleEnd = self.titleEnd(lines, from: titleIndex)
    let titleStart = self.titleStart(lines, before: titleIndex)
    frame.title = lines[titleStart].content.lowerBound..<lines[titleEnd].content.upperBound
    if titleStart == titleEnd, text.contains("〔", in: lines[titleEnd].content) {
      frame.title = lines[titleEnd].leadingTitle ?? frame.title
    }
    var afterLabel = false
    for (index, line) in lines.enumerated() {
      let kind = kind(
        of: line, isTitle: (titleStart...titleEnd).contains(index), index < titleStart, afterLabel,
        title: frame.title)
      guard let kind else { break }
      afterLabel = kind == .publication && line.isBareLabel
      frame.header.append(FrameRegion(range: line.line, kind: kind))
      frame.bodyStart = line.line.upperBound
    }
  }

  /// The title at the head of a text that runs on without line breaks, or inside its first tags.
  private func titleInText(from start: Int) -> Range<Int>? {
    var offset = start
    while offset < text.count, LineTraits(text, lineAt: offset).isBlank {
      offset = text.lineEnd(from: offset)
    }
    guard offset < text.count else { return nil }
    let line = LineTraits(text, lineAt: offset)
    return text[line.content.lowerBound] == 0x3C ? titleInTags(line) : line.leadingTitle
  }

  /// The first text outside tags, if it stands alone in its element.
  private func titleInTags(_ line: LineTraits) -> Range<Int>? {
    var offset = line.content.lowerBound
    let limit = min(line.content.upperBound, offset + 4_000)
    while offset < limit {
      if text[offset] == 0x3C {
        while offset < limit, text[offset] != 0x3E { offset += 1 }
        offset += 1
        continue
      }
      let width = text.blankWidth(at: offset)
      guard width == 0 else {
        offset += width
        continue
      }
      var end = offset
      while end < limit, text[end] != 0x3C { end += 1 }
      let isTitle = text[end] == 0x3C && text.scalars(in: offset..<end) <= 60
      return isTitle ? offset..<text.trimBlanks(from: offset, to: end) : nil
    }
    return nil
  }

  /// A header line's kind; nil where the running text has begun.
  private func kind(
    of line: LineTraits, isTitle: Bool, _ isAboveTitle: Bool, _ isAfterLabel: Bool,
    title: Range<Int>?
  ) -> SyntaxKind? {
    if isTitle || repeats(line, title) { return .title }
    if line.isPublication || isAfterLabel { return .publication }
    if line.isWebFurniture { return .webFurniture }
    if isAboveTitle { return line.length <= 8 ? .webFurniture : .publication }
    if line.isAddress { return nil }
    return line.length <= 50 && !line.last.isColon ? .publication : nil
  }

  /// The lines before the first heading and before the first line of running text.
  private func headerLines(_ headingLines: HeadingLines) -> [LineTraits] {
    var lines: [LineTraits] = []
    var start = 0
    var seen = 0
    var isInNotice = false
    while start < text.count, seen < Self.reach {
      var line = LineTraits(text, lineAt: start)
      start = line.line.upperBound
      seen += 1
      if line.isBlank { continue }
      isInNotice = line.opensNotice || (isInNotice && line.opensWithDigit)
      if isInNotice {
        line.isNotice = true
        lines.append(line)
        continue
      }
      if headingLines.isHeading(line.content.lowerBound) || line.isAddress { break }
      if line.last == "|" && line.length > 2 || line.isAttachmentList { break }
      if line.isRunningText, !line.isPublication { break }
      lines.append(line)
    }
    return lines
  }

  private func keepPublicationOnly(_ lines: [LineTraits], into frame: inout TextFrame) {
    for line in lines {
      let isPublication = line.isPublication
      guard isPublication || line.isWebFurniture else { return }
      let kind: SyntaxKind = isPublication ? .publication : .webFurniture
      frame.header.append(FrameRegion(range: line.line, kind: kind))
      frame.bodyStart = line.line.upperBound
    }
  }

  /// A title that is broken ends with a word that cannot close it, or goes on with 报　告.
  private func titleEnd(_ lines: [LineTraits], from index: Int) -> Int {
    var end = index
    while end + 1 < lines.count, end - index < 3 {
      let next = lines[end + 1]
      let isOpen = lines[end].last == "的" || lines[end].last == "于" || lines[end].last == "和"
      guard isOpen, lines[end].line.upperBound == next.line.lowerBound, !next.isPublication else {
        break
      }
      end += 1
    }
    return end
  }

  /// A title may begin on the line above: 关于印发 … 的 / 通知.
  private func titleStart(_ lines: [LineTraits], before index: Int) -> Int {
    guard index > 0 else { return index }
    let above = lines[index - 1]
    guard above.line.upperBound == lines[index].line.lowerBound, !above.isPublication,
      !above.isWebFurniture, above.length >= 4
    else { return index }
    let isOpen = above.last == "的" || above.last == "于" || above.last == "年"
    let isShort = lines[index].length <= 5
    return isOpen || isShort ? index - 1 : index
  }

  private func repeats(_ line: LineTraits, _ title: Range<Int>?) -> Bool {
    guard let title, title.count == line.content.count else { return false }
    for step in 0..<title.count
    where text[title.lowerBound + step] != text[line.content.lowerBound + step] {
      return false
    }
    return true
  }

  // MARK: Below the text

  private func readFooter(into frame: inout TextFrame, _ headingLines: HeadingLines) {
    var regions: [FrameRegion] = []
    var end = text.count
    var start = end
    var seen = 0
    var belowDate = false
    while end > frame.bodyStart, seen < 16 {
      start = lineStart(before: end)
      let line = LineTraits(text, lineAt: start)
      end = start
      seen += 1
      if line.isBlank { continue }
      if line.line.lowerBound < frame.bodyStart { break }
      if headingLines.isHeading(line.content.lowerBound) { break }
      guard let kind = footerKind(line, belowDate) else { break }
      belowDate = kind == .signingDate
      regions.append(FrameRegion(range: line.line, kind: kind))
      frame.bodyEnd = start
    }
    frame.footer = regions.reversed()
  }

  private func footerKind(_ line: LineTraits, _ aboveDate: Bool) -> SyntaxKind? {
    if line.isRunningText { return nil }
    if line.isSource { return .sourceLine }
    if line.isWebFurniture, line.length > 2 { return .webFurniture }
    if line.isDateOnly { return .signingDate }
    if aboveDate, line.length <= 40, !line.last.isColon { return .signature }
    return nil
  }

  private func lineStart(before end: Int) -> Int {
    var start = end - 1
    while start > 0, text[start - 1] != 0x0A { start -= 1 }
    return max(start, 0)
  }
}

/// The lines that a number opens, looked up among the candidates.
struct HeadingLines {
  private let candidates: [OutlineCandidate]

  /// The lines that candidates open; a bare number before a blank counts only if 1.1 follows.
  init(_ candidates: [OutlineCandidate]) {
    self.candidates = candidates
  }

  /// Whether the line whose content begins at `offset` is opened by a number.
  func isHeading(_ offset: Int) -> Bool {
    var low = 0
    var high = candidates.count
    while low < high {
      let middle = (low + high) / 2
      if candidates[middle].reading.start < offset { low = middle + 1 } else { high = middle }
    }
    while low < candidates.count, candidates[low].reading.start == offset {
      if opensLine(low) { return true }
      low += 1
    }
    return false
  }

  private func opensLine(_ index: Int) -> Bool {
    let candidate = candidates[index]
    guard candidate.context == .lineStart, !candidate.isAddress, !candidate.lacksMark else {
      return false
    }
    guard candidate.isBarePathNumber else { return true }
    return index + 1 < candidates.count && candidates[index + 1].isFirstUnderPathNumber
  }
}
