import BulletinSyntax

extension LintInput {
  /// The sentences: up to and including 。！？ with what closes after it, or to the line's end; linear in
  /// the text.
  static func sentences(in scan: TextScan) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    sentences.reserveCapacity(scan.marks.count / 4 + scan.lines.count)
    let marks = scan.marks
    var next = 0
    for line in scan.lines where !line.isEmpty {
      var start = line.lowerBound
      while next < marks.count, marks[next].offset < line.upperBound {
        let mark = marks[next]
        next += 1
        guard mark.scalar.endsSentence, mark.offset >= start else { continue }
        var end = mark.end
        while next < marks.count, marks[next].offset == end,
          marks[next].scalar.isClosingMark || marks[next].scalar.endsSentence
        {
          end = marks[next].end
          next += 1
        }
        sentences.append(start..<end)
        start = end
      }
      if start < line.upperBound { sentences.append(start..<line.upperBound) }
    }
    return sentences
  }

  /// Whether the text breaks off inside a sentence or right behind a lower heading, as an excerpt cut
  /// by length does.
  var endsInMidSentence: Bool {
    guard let line = lines.last(where: { !trimmed($0).isEmpty }) else { return false }
    let content = trimmed(line)
    if let heading = tree.headings.last, heading.level > 1, heading.form == .ownLine,
      trimmed(heading.head.upperBound..<bytes.count).isEmpty
    {
      return true
    }
    guard content.count > 120, let last = sentences.last(where: { !trimmed($0).isEmpty }) else {
      return false
    }
    let end = scalar(before: content.upperBound)
    if end.endsSentence || end.isClosingMark || end == "…" || end == "；" || end == ";" {
      return false
    }
    return last.lowerBound > line.lowerBound || contains(["，", ",", "、"], in: content)
  }
}

extension LintInput {
  /// A hash over the bytes of a range, eight at a time; equal ranges have equal ones.
  func hash(_ range: Range<Int>) -> UInt64 {
    let range = range.clamped(to: 0..<bytes.count)
    return bytes.withUnsafeBytes { bytes in
      var hash = UInt64(truncatingIfNeeded: range.count)
      var offset = range.lowerBound
      while offset + 8 <= range.upperBound {
        let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
        offset += 8
      }
      while offset < range.upperBound {
        hash = (hash ^ UInt64(bytes[offset])) &* 0x100_0000_01B3
        offset += 1
      }
      return hash ^ hash >> 32
    }
  }
}
