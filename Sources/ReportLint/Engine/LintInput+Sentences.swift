extension LintInput {
  /// The sentences: up to and including 。！？ with what closes after it, or to the line's end.
  ///
  /// Worked out anew at each call; linear in the text.
  var sentences: [Range<Int>] {
    var sentences: [Range<Int>] = []
    var marks = scan.marks[...]
    for line in lines where !line.isEmpty {
      var start = line.lowerBound
      while let mark = marks.first, mark.offset < line.upperBound {
        marks.removeFirst()
        guard mark.scalar.endsSentence, mark.offset >= start else { continue }
        var end = mark.end
        while let next = marks.first, next.offset == end,
          next.scalar.isClosingMark || next.scalar.endsSentence
        {
          end = next.end
          marks.removeFirst()
        }
        sentences.append(start..<end)
        start = end
      }
      if start < line.upperBound { sentences.append(start..<line.upperBound) }
    }
    return sentences
  }

  /// Whether the text breaks off inside a sentence, as an excerpt cut by length does.
  var endsInMidSentence: Bool {
    guard let line = lines.last(where: { !trimmed($0).isEmpty }) else { return false }
    let content = trimmed(line)
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
