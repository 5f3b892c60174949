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

  /// Whether a text holds conflicts that were not resolved yet.
  public static func occurs(in source: SourceFile) -> Bool {
    let mark = Array(opening.utf8)
    guard let first = mark.first, source.bytes.count >= mark.count else { return false }
    return source.bytes.withUnsafeBufferPointer { bytes in
      for start in 0...bytes.count - mark.count where bytes[start] == first {
        if mark.indices.allSatisfy({ bytes[start + $0] == mark[$0] }) { return true }
      }
      return false
    }
  }
}
