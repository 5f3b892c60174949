/// A text the program put together, each stretch of which knows where it came from.
public struct SourcedText: Sendable, Hashable {
  /// Where a stretch came from.
  public enum Origin: Sendable, Hashable {
    /// The words of a template or narrative: the file and the UTF-8 offset in it.
    case words(file: String, offset: Int)
    /// A value: the cells it was read or computed from, and the quantity printed, where it is one.
    case value([ValueOrigin], Quantity?)
    /// A setting of the report or the bureau, such as 单位.
    case setting(String)
    /// An ordinal or separator that the format made.
    case generated
    /// A visible placeholder for a value that is missing, and the path that was asked for.
    case placeholder(String)
  }

  /// A stretch of the text.
  public struct Segment: Sendable, Hashable {
    /// Where it stands, in UTF-8 bytes.
    public var range: Range<Int>
    /// Where it came from.
    public var origin: Origin

    /// A stretch from its parts.
    public init(_ range: Range<Int>, _ origin: Origin) {
      self.range = range
      self.origin = origin
    }
  }

  /// A heading whose place is known from the template, not from reading the text again.
  public struct Heading: Sendable, Hashable {
    /// The nesting depth, 1 outermost.
    public var level: Int
    /// The number, its mark included, in UTF-8 bytes.
    public var number: Range<Int>
    /// The title, in UTF-8 bytes.
    public var title: Range<Int>

    /// A heading from its parts.
    public init(level: Int, number: Range<Int>, title: Range<Int>) {
      self.level = level
      self.number = number
      self.title = title
    }
  }

  /// The text in UTF-8.
  public private(set) var bytes: [UInt8] = []
  /// The stretches, in text order; together they are the whole text.
  public private(set) var segments: [Segment] = []
  /// The headings, in text order.
  public var headings: [Heading] = []

  /// An empty text.
  public init() {}

  /// The text as a string.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether a line that followed would stand at the head of the text or behind a blank line.
  public var endsWithBlankLine: Bool {
    let count = bytes.count
    return count == 0 || (count >= 2 && bytes[count - 1] == 0x0A && bytes[count - 2] == 0x0A)
  }

  /// Adds a stretch; an empty one is left out, and words that follow their own words join them.
  public mutating func append(_ text: some Sequence<UInt8>, from origin: Origin) {
    let start = bytes.count
    bytes.append(contentsOf: text)
    guard bytes.count > start else { return }
    if case .words(let file, let offset) = origin, let last = segments.last,
      case .words(let before, let begin) = last.origin, before == file,
      begin + last.range.count == offset
    {
      segments[segments.count - 1].range = last.range.lowerBound..<bytes.count
    } else {
      segments.append(Segment(start..<bytes.count, origin))
    }
  }

  /// Adds another text with its stretches and headings.
  public mutating func append(_ other: SourcedText) {
    let shift = bytes.count
    bytes.append(contentsOf: other.bytes)
    for segment in other.segments {
      segments.append(Segment(segment.range.shifted(by: shift), segment.origin))
    }
    for heading in other.headings {
      headings.append(
        Heading(
          level: heading.level, number: heading.number.shifted(by: shift),
          title: heading.title.shifted(by: shift)))
    }
  }

  /// Drops the end of the text from `count` bytes on.
  public mutating func truncate(to count: Int) {
    guard count >= 0, count < bytes.count else { return }
    bytes.removeSubrange(count...)
    while let last = segments.last, last.range.upperBound > count {
      segments.removeLast()
      if last.range.lowerBound < count {
        segments.append(Segment(last.range.lowerBound..<count, last.origin))
      }
    }
    headings.removeAll { $0.number.upperBound > count }
  }

  /// The text without the line ends it begins with.
  public func droppingLeadingLineEnds() -> SourcedText {
    let count = bytes.prefix { $0 == 0x0A || $0 == 0x0D }.count
    guard count > 0 else { return self }
    var copy = SourcedText()
    copy.bytes = Array(bytes[count...])
    for segment in segments where segment.range.upperBound > count {
      var origin = segment.origin
      let start = max(segment.range.lowerBound, count)
      if case .words(let file, let offset) = origin {
        origin = .words(file: file, offset: offset + start - segment.range.lowerBound)
      }
      copy.segments.append(Segment(start - count..<segment.range.upperBound - count, origin))
    }
    copy.headings = headings.compactMap { heading in
      guard heading.number.lowerBound >= count else { return nil }
      return Heading(
        level: heading.level, number: heading.number.shifted(by: -count),
        title: heading.title.shifted(by: -count))
    }
    return copy
  }

  /// The index of the stretch at a UTF-8 offset; logarithmic in the stretches.
  public func segmentIndex(at offset: Int) -> Int? {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < segments.count, segments[low].range.contains(offset) else { return nil }
    return low
  }
}

extension Range<Int> {
  /// The range moved by `distance`.
  func shifted(by distance: Int) -> Range<Int> {
    lowerBound + distance..<upperBound + distance
  }
}
