import ReportModel
import SourceText

/// A text without its HTML tags, and where its bytes stand in the text with them.
struct VisibleBytes {
  /// The text outside tags.
  private(set) var bytes: [UInt8] = []
  /// The runs of bytes outside tags: where each begins in ``bytes`` and in the text.
  private var runs: [(shown: Int, source: Int)] = []
  private let end: Int

  /// What is visible of a range of a text; linear.
  init(_ text: TextBytes, _ range: Range<Int>) {
    end = range.upperBound
    var offset = range.lowerBound
    var isInTag = false
    runs.append((0, offset))
    while offset < range.upperBound {
      let byte = text[offset]
      if isInTag {
        isInTag = byte != 0x3E
        if !isInTag { runs.append((bytes.count, offset + 1)) }
      } else if byte == 0x3C, Self.opensTag(text, at: offset) {
        isInTag = true
      } else {
        bytes.append(byte)
      }
      offset += 1
    }
  }

  /// Whether a range of a text holds tags; numbers may then be cut into several elements.
  static func holdsTags(_ text: TextBytes, _ range: Range<Int>) -> Bool {
    var offset = text.firstOffset(of: 0x3C, from: range.lowerBound, to: range.upperBound)
    while let found = offset {
      if opensTag(text, at: found) { return true }
      offset = text.firstOffset(of: 0x3C, from: found + 1, to: range.upperBound)
    }
    return false
  }

  /// Whether a tag, not a less-than sign, begins at `offset`.
  static func opensTag(_ text: TextBytes, at offset: Int) -> Bool {
    let next = text.scalar(at: offset + 1)
    return next.isLatin || next == "/" || next == "!"
  }

  /// A range of the text as it lies in ``bytes``.
  func shown(_ range: Range<Int>) -> Range<Int> {
    let start = shown(range.lowerBound)
    return start..<max(start, shown(range.upperBound))
  }

  /// A figure found in ``bytes`` with its ranges in the text.
  func placed(_ figure: Figure) -> Figure {
    Figure(
      range: placed(figure.range), numerals: placed(figure.numerals), unit: placed(figure.unit),
      value: figure.value, qualifiers: figure.qualifiers.map(placed), label: placed(figure.label))
  }

  /// A range of ``bytes`` as it lies in the text; it reaches from its first byte to its last.
  private func placed(_ range: Range<Int>) -> Range<Int> {
    let start = source(range.lowerBound)
    guard !range.isEmpty else { return start..<start }
    return start..<max(start, source(range.upperBound - 1) + 1)
  }

  private func source(_ offset: Int) -> Int {
    let run = lastRun { $0.shown <= offset }
    return min(end, run.source + offset - run.shown)
  }

  private func shown(_ offset: Int) -> Int {
    let index = lastIndex { $0.source <= offset }
    let run = runs[index]
    let limit = index + 1 < runs.count ? runs[index + 1].shown : bytes.count
    return min(limit, run.shown + max(0, offset - run.source))
  }

  private func lastRun(where holds: ((shown: Int, source: Int)) -> Bool) -> (
    shown: Int, source: Int
  ) {
    runs[lastIndex(where: holds)]
  }

  private func lastIndex(where holds: ((shown: Int, source: Int)) -> Bool) -> Int {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if holds(runs[middle]) { low = middle } else { high = middle }
    }
    return low
  }
}

extension SourceFile {
  /// The text of a range, tags within it left out.
  func textWithoutTags(in range: Range<Int>) -> String {
    let range = range.clamped(to: 0..<bytes.count)
    guard bytes[range].contains(0x3C) else { return text(in: range) }
    return withTextBytes { String(decoding: VisibleBytes($0, range).bytes, as: UTF8.self) }
  }
}
