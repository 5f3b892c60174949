public import ReportModel
public import SourceText

/// Brings newly generated text into a draft that people have edited.
///
/// Three texts are merged at the level of sentences, words and figures: the text last generated
/// (base), the draft made of it (mine), the text newly generated (theirs). What either side changed
/// alone is in the result; what both changed differently is a conflict, in which the draft is kept.
/// Nothing that was typed is left out.
public enum ThreeWayMerge {
  /// How a conflict stands in the merged text.
  public enum ConflictStyle: Sendable {
    /// The draft's text is kept.
    case keepDraft
    /// Both texts stand in visible marks; see ``ConflictMark``.
    case markBoth
  }

  /// A merged text and what was done to get it.
  public struct Result: Sendable, Hashable {
    /// The merged text in UTF-8.
    public let bytes: [UInt8]
    /// What was done, in text order.
    public let events: [MergeEvent]

    /// What people have to decide.
    public var conflicts: [MergeEvent] { events.filter(\.kind.isConflict) }
    /// The merged text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// Merges three texts.
  ///
  /// Pure and deterministic; near linear in the texts' size.
  ///
  /// - Parameters:
  ///   - base: The text last generated.
  ///   - mine: The draft that people edited.
  ///   - theirs: The text newly generated.
  ///   - baseSegments: Where the stretches of `base` came from; in text order, or empty.
  ///   - theirsSegments: Where the stretches of `theirs` came from; in text order, or empty.
  ///   - style: How a conflict stands in the merged text.
  /// - Returns: The merged text, and what was done to get it.
  public static func merge(
    base: SourceFile, mine: SourceFile, theirs: SourceFile,
    baseSegments: [SourcedText.Segment] = [], theirsSegments: [SourcedText.Segment] = [],
    style: ConflictStyle = .keepDraft
  ) -> Result {
    var session = MergeSession(
      base: base, mine: mine, theirs: theirs,
      origins: OriginIndex(baseSegments), OriginIndex(theirsSegments))
    session.resolve()
    return session.result(style)
  }
}

/// The marks in which both sides of a conflict stand in a text:
/// `〔冲突｜草稿：…｜数据：…〕`.
public enum ConflictMark {
  static let opening = "〔冲突｜草稿："
  static let between = "｜数据："
  static let closing = "〕"

  /// Where conflicts stand in a text that were not resolved yet, each with its marks as far as they
  /// are there; linear.
  public static func places(in source: SourceFile) -> [Range<Int>] {
    let (mark, end) = (Array(opening.utf8), Array(closing.utf8))
    var places: [Range<Int>] = []
    source.bytes.withUnsafeBufferPointer { bytes in
      func stands(_ mark: [UInt8], at start: Int) -> Bool {
        start + mark.count <= bytes.count
          && mark.indices.allSatisfy { bytes[start + $0] == mark[$0] }
      }
      var offset = 0
      while offset < bytes.count {
        guard bytes[offset] == mark.first, stands(mark, at: offset) else {
          offset += 1
          continue
        }
        var last = offset + mark.count
        while last < bytes.count, bytes[last] != 0x0A, !stands(end, at: last) { last += 1 }
        last = stands(end, at: last) ? last + end.count : last
        places.append(offset..<last)
        offset = last
      }
    }
    return places
  }
}
