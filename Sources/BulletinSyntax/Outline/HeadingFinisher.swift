/// How a heading stands in its line.
struct HeadingLine {
  /// Whether its number opens the line.
  let isHead: Bool
  private let end32: UInt32

  init(isHead: Bool, end: Int) {
    self.isHead = isHead
    end32 = UInt32(clamping: end)
  }

  /// Where the line ends, the line end left out.
  var end: Int { Int(end32) }
}

/// Gives headings their titles, forms and extents once all of them are known.
struct HeadingFinisher {
  /// A heading whose end is not yet known.
  private struct OpenSpan {
    var heading: Int
    /// Where the last heading under it ends.
    var childEnd: Int
  }

  private let text: TextBytes
  private var headings: [Heading]
  private let lines: [HeadingLine]
  private let end: Int

  /// The headings of a text that ends at `end`, finished; linear in the text's size.
  static func finished(
    _ headings: consuming [Heading], lines: [HeadingLine], in text: TextBytes, to end: Int
  ) -> [Heading] {
    var finisher = HeadingFinisher(text: text, headings: headings, lines: lines, end: end)
    finisher.finish()
    return finisher.headings
  }

  private mutating func finish() {
    var spans: [OpenSpan] = []
    for index in headings.indices {
      let start = headings[index].number.lowerBound
      let next = index + 1 < headings.count ? headings[index + 1].number.lowerBound : end
      setTitle(of: index, limit: next)
      let level = headings[index].level
      while let last = spans.last, headings[last.heading].level >= level {
        close(&spans, at: start)
      }
      spans.append(OpenSpan(heading: index, childEnd: start))
    }
    while !spans.isEmpty { close(&spans, at: end) }
  }

  private mutating func close(_ spans: inout [OpenSpan], at limit: Int) {
    guard let last = spans.popLast() else { return }
    let start = headings[last.heading].number.lowerBound
    let extentEnd = max(start, min(limit, max(ownEnd(of: last.heading), last.childEnd)))
    headings[last.heading].end(at: extentEnd)
    if let above = spans.indices.last {
      spans[above].childEnd = max(spans[above].childEnd, extentEnd)
    }
  }

  /// Where a member of an inline list ends at the latest: with its line.
  private func ownEnd(of index: Int) -> Int {
    switch headings[index].mark.style {
    case .measure, .circled, .arabicBrackets, .ordinalWord: break
    default: return end
    }
    return lines[index].isHead ? end : min(lines[index].end + 1, end)
  }

  private mutating func setTitle(of index: Int, limit: Int) {
    let lineEnd = max(headings[index].number.upperBound, min(lines[index].end, limit))
    let start = text.skipBlanks(from: headings[index].number.upperBound, to: lineEnd)
    var offset = start
    var depth = 0
    var stop: Unicode.Scalar?
    scan: while offset < lineEnd {
      // Han characters end no title.
      if text[offset] &- 0xE4 < 6 {
        offset += 3
        continue
      }
      let scalar = text.scalar(at: offset)
      switch scalar {
      case "。", "；", ";":
        stop = scalar
        break scan
      case "\u{3000}", "\n": break scan
      case "<":
        let next = text.scalar(at: offset + 1)
        if next.isLatin || next == "/" { break scan }
      case "（", "(", "《", "【", "〔", "[", "“": depth += 1
      case "）", ")", "》", "】", "〕", "]", "”": depth = max(0, depth - 1)
      case "：", ":":
        if depth == 0 {
          stop = scalar
          break scan
        }
      default: break
      }
      offset += text.width(at: offset)
    }
    var titleEnd = text.trimBlanks(from: start, to: min(offset, lineEnd))
    // A comma that only leads over to the next member is no part of the title.
    if titleEnd == text.trimBlanks(from: start, to: lineEnd), limit == lineEnd,
      text.scalar(before: titleEnd).isComma || text.has("、", before: titleEnd)
    {
      titleEnd = text.trimBlanks(from: start, to: max(start, text.start(before: titleEnd)))
    }
    headings[index].title = start..<max(start, titleEnd)
    headings[index].form = form(of: index, stop: stop, at: min(offset, lineEnd))
  }

  private func form(of index: Int, stop: Unicode.Scalar?, at offset: Int) -> HeadingForm {
    guard lines[index].isHead else { return .runIn }
    let after = stop == nil ? offset : offset + text.width(at: offset)
    let rest = text.skipLineBlanks(from: after)
    guard rest >= text.count || text[rest] == 0x0A else { return .runIn }
    return stop == nil ? .ownLine : .ownLineWithStop
  }
}
