/// A stretch of a bulletin that does one of its jobs.
public struct PartSpan: Sendable, Hashable {
  /// What it is for.
  public let role: PartRole
  /// The part, or the paragraph that stands for one, in UTF-8 offsets.
  public let range: Range<Int>
  /// The index of the heading that names it; nil where a paragraph alone does the job.
  public let heading: Int?
}

extension SyntaxTree {
  /// The parts that were done, are wrong or come next; see ``DocumentOutline/parts``.
  public var parts: [PartSpan] { outline.parts }
}

extension DocumentOutline {
  /// The parts that were done, are wrong or come next, in text order.
  ///
  /// A part whose title names two roles gives two spans. A paragraph that opens with words such as
  /// 同时也要看到 stands for a part of its own where no heading names that role. Linear.
  public var parts: [PartSpan] {
    source.withLineBytes { text in
      var spans: [PartSpan] = []
      var seen = PartRoles.rolesBehind(title, text)
      for (index, heading) in headings.enumerated()
      where heading.level == 1 && heading.mark.style != .measure {
        let roles = PartRoles.roles(of: heading.title, text, after: seen)
        seen.formUnion(roles)
        for role in roles {
          spans.append(PartSpan(role: role, range: heading.extent, heading: index))
        }
      }
      spans += paragraphs(text, without: seen)
      return spans.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
  }

  /// The first paragraph for each role that no heading names; what stands before the first number in
  /// its line is a paragraph too.
  private func paragraphs(_ text: TextBytes, without named: Set<PartRole>) -> [PartSpan] {
    let year = PartRoles.firstYear(in: title, text)
    var spans: [PartSpan] = []
    var seen = named
    var start = frame.bodyStart
    var heading = 0
    while start < frame.bodyEnd, !(seen.contains(.problems) && seen.contains(.plans)) {
      let end = text.lineEnd(from: start, limit: frame.bodyEnd)
      while heading < headings.count, headings[heading].number.lowerBound < start { heading += 1 }
      let number = heading < headings.count ? headings[heading].number.lowerBound : end
      let paragraph = start..<min(end, number)
      if let role = PartRoles.role(ofParagraph: paragraph, text, titleYear: year),
        seen.insert(role).inserted
      {
        spans.append(PartSpan(role: role, range: paragraph, heading: nil))
      }
      start = end
    }
    return spans
  }
}

extension PartRoles {
  /// The role of a paragraph by its opening words; nil where they tell of none.
  static func role(
    ofParagraph paragraph: Range<Int>, _ text: TextBytes, titleYear: Int?
  ) -> PartRole? {
    let head = text.skipBlanks(from: paragraph.lowerBound, to: paragraph.upperBound)
    guard paragraph.upperBound - head >= 12 else { return nil }
    var offset = head
    let end = min(paragraph.upperBound, head + 120)
    while offset < end {
      if let match = openings.match(text, at: offset), match.end <= end {
        if match.value == 0 { return .problems }
        if offset == head { return .plans }
      }
      offset += text.width(at: offset)
    }
    // 2024年,全局将…, in a text on 2023.
    guard let titleYear, let year = year(text, at: head), year > titleYear,
      // A day of publication on a line of its own, below a web page's links, plans nothing.
      !LineTraits(text, lineAt: head).isDateOnly
    else { return nil }
    return .plans
  }

  /// The first year that the document's title names.
  static func firstYear(in title: Range<Int>?, _ text: TextBytes) -> Int? {
    guard let title else { return nil }
    return title.lazy.compactMap { year(text, at: $0) }.first
  }

  private static func year(_ text: TextBytes, at offset: Int) -> Int? {
    guard OrdinalReader.isYear(text, at: offset) else { return nil }
    return (0..<4).reduce(0) { $0 * 10 + Int(text[offset + $1] &- 0x30) }
  }

  /// Openings that tell of problems, 0, and of plans, 1.
  private static let openings: WordTable = {
    var words: [(word: Substring, value: UInt8)] = []
    for (row, kind) in EmbeddedTable.rows("roles.tsv") {
      guard row == "told-problems" || row == "told-plans" else { continue }
      for word in EmbeddedTable.pieces(kind, by: 0x20) {
        words.append((word, row == "told-plans" ? 1 : 0))
      }
    }
    return WordTable(words)
  }()
}
