/// Finds a list of contents between title and text: headings only, then the same first one again.
enum ContentsList {
  /// Takes the lines of a list of contents out of the candidates and into the header.
  ///
  /// Linear in the list's length.
  static func take(
    from candidates: [OutlineCandidate], into frame: inout TextFrame, _ text: TextBytes
  ) {
    let bodyStart = frame.bodyStart
    guard
      let first = candidates.firstIndex(where: {
        $0.context == .lineStart && !$0.isAddress && $0.reading.start >= bodyStart
      }),
      let end = listEnd(candidates, first: first, text)
    else { return }
    var line = candidates[first].lineStart
    while line < end {
      let traits = LineTraits(text, lineAt: line)
      if !traits.isBlank { frame.header.append(FrameRegion(range: traits.line, kind: .contents)) }
      line = traits.line.upperBound
    }
    frame.bodyStart = end
  }

  /// Where the text's own first heading begins; nil where the candidates are no list of contents.
  private static func listEnd(
    _ candidates: [OutlineCandidate], first: Int, _ text: TextBytes
  ) -> Int? {
    let opening = candidates[first]
    let isAnnounced = isAnnounced(before: opening.lineStart, text)
    var line = opening.lineStart
    var index = first
    var count = 0
    while line < text.count {
      let traits = LineTraits(text, lineAt: line)
      line = traits.line.upperBound
      if traits.isBlank { continue }
      while index < candidates.count,
        candidates[index].reading.start < traits.content.lowerBound
      {
        index += 1
      }
      guard index < candidates.count,
        candidates[index].reading.start == traits.content.lowerBound
      else { return nil }
      let candidate = candidates[index]
      let isRestart =
        count > 0 && candidate.key == opening.key
        && candidate.reading.mark.value == opening.reading.mark.value
      if isRestart, isAnnounced || haveOneTitle(opening, candidate, text) {
        return candidate.lineStart
      }
      guard !traits.isRunningText, traits.length <= 60 else { return nil }
      count += 1
    }
    return nil
  }

  private static func isAnnounced(before offset: Int, _ text: TextBytes) -> Bool {
    let end = text.trimBlanks(from: 0, to: offset)
    return text.has("目录", before: end)
      || text.has("录", before: end) && end - 24 < offset
        && text.contains("目", in: max(0, end - 15)..<end)
  }

  private static func haveOneTitle(
    _ one: OutlineCandidate, _ other: OutlineCandidate, _ text: TextBytes
  ) -> Bool {
    let first = title(of: one, text)
    let second = title(of: other, text)
    guard !first.isEmpty, second.count >= first.count else { return false }
    return zip(first, second).allSatisfy { text[$0] == text[$1] }
  }

  private static func title(of candidate: OutlineCandidate, _ text: TextBytes) -> Range<Int> {
    let end = text.lineEnd(from: candidate.reading.end)
    let start = text.skipBlanks(from: candidate.reading.end, to: end)
    return start..<max(start, text.trimBlanks(from: start, to: end))
  }
}
