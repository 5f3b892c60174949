/// Gives a document's lines the blank lines and indents that its text had before it was set.
public enum BlankLines {
  /// The lines of `document` laid out as `model` is.
  ///
  /// A document has a paragraph for each line that is not blank, and styles in place of blank lines
  /// and indents. A line that is in the model stands as it stands there; one that is not, as the
  /// model's line does that follows the one before. Linear in both.
  ///
  /// - Parameters:
  ///   - document: The document's text.
  ///   - model: The text it was generated as.
  /// - Returns: The text; the model itself where nothing was edited.
  public static func restored(_ document: [UInt8], like model: [UInt8]) -> [UInt8] {
    let frames = Self.frames(of: model)
    var places: [ArraySlice<UInt8>: [Int]] = [:]
    for (index, frame) in frames.enumerated().reversed() {
      places[frame.words, default: []].append(index)
    }
    let lineEnd: [UInt8] = model.contains(0x0D) ? [0x0D, 0x0A] : [0x0A]
    var output: [UInt8] = []
    var last = -1
    for line in document.split(separator: 0x0A) {
      let words = trimmed(line)
      guard !words.isEmpty else { continue }
      var index = last + 1
      if let place = places[words]?.last {
        index = place
        _ = places[words]?.popLast()
      }
      let known = frames.indices.contains(index) ? frames[index] : frames.last
      let lead = known?.lead ?? []
      if output.isEmpty {
        output += lead.suffix(from: lead.lastIndex(of: 0x0A).map { $0 + 1 } ?? lead.startIndex)
        if index == 0 { output = Array(lead) }
      } else {
        if !lead.contains(0x0A) { output += lineEnd }
        output += lead
      }
      output += words
      if let known, known.words == words { output += known.trail }
      last = index
    }
    guard let end = frames.last else { return output }
    return output + end.end
  }

  /// A line of the model that is not blank.
  private struct Frame {
    /// The line end before it, with the blank lines and the indent; all there is before the first.
    let lead: ArraySlice<UInt8>
    let words: ArraySlice<UInt8>
    /// The blanks after it.
    let trail: ArraySlice<UInt8>
    /// Everything after it, where it is the last.
    var end: ArraySlice<UInt8> = []
  }

  private static func frames(of model: [UInt8]) -> [Frame] {
    var frames: [Frame] = []
    var leadStart = 0
    var start = 0
    while start < model.count {
      let end = model[start...].firstIndex(of: 0x0A) ?? model.count
      let words = trimmed(model[start..<end])
      if !words.isEmpty {
        var trailEnd = end
        if trailEnd > words.endIndex, model[trailEnd - 1] == 0x0D { trailEnd -= 1 }
        frames.append(
          Frame(
            lead: model[leadStart..<words.startIndex], words: words,
            trail: model[words.endIndex..<trailEnd]))
        leadStart = trailEnd
      }
      start = end + 1
    }
    if !frames.isEmpty { frames[frames.count - 1].end = model[leadStart...] }
    return frames
  }

  /// A line without the blanks around it, those of full width included.
  static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    while let first = line.first {
      if isBlank(first) {
        line = line.dropFirst()
      } else if line.starts(with: wideBlank) {
        line = line.dropFirst(3)
      } else {
        break
      }
    }
    while let last = line.last {
      if isBlank(last) {
        line = line.dropLast()
      } else if line.suffix(3).elementsEqual(wideBlank) {
        line = line.dropLast(3)
      } else {
        break
      }
    }
    return line
  }

  private static let wideBlank: [UInt8] = [0xE3, 0x80, 0x80]

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }
}
