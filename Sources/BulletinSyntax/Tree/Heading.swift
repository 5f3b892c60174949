public import SourceText

/// How a heading stands in its line.
public enum HeadingForm: UInt8, Sendable {
  /// Alone on its line, without a stop.
  case ownLine
  /// Alone on its line, closed by a stop.
  case ownLineWithStop
  /// At the head of a paragraph or inside it, the text going on after a stop.
  case runIn
}

/// What a top-level part of a summary is for.
public enum PartRole: String, Sendable, CaseIterable {
  /// What was done.
  case done
  /// What is wrong.
  case problems
  /// What comes next.
  case plans
  /// Anything else.
  case other
}

/// A heading of the outline, at any level, 一是 members included.
///
/// Offsets are kept in 32 bits, since a long text may have a million headings.
public struct Heading: Sendable, Hashable {
  /// How it stands in its line.
  public internal(set) var form: HeadingForm
  /// What the part is for; `other` below level 1.
  public internal(set) var role: PartRole
  private let level8: UInt8
  private let style: OrdinalStyle
  private let value: Int32
  private let parent32: Int32
  private let numberStart: UInt32
  private let numberEnd: UInt32
  private var titleStart: UInt32
  private var titleEnd: UInt32
  private var extentEnd: UInt32

  init(
    level: Int, mark: OrdinalMark, number: Range<Int>, title: Range<Int>, form: HeadingForm,
    parent: Int?
  ) {
    level8 = UInt8(clamping: level)
    style = mark.style
    value = Int32(clamping: mark.value)
    numberStart = UInt32(clamping: number.lowerBound)
    numberEnd = UInt32(clamping: number.upperBound)
    titleStart = UInt32(clamping: title.lowerBound)
    titleEnd = UInt32(clamping: title.upperBound)
    self.form = form
    parent32 = Int32(clamping: parent ?? -1)
    extentEnd = numberEnd
    role = .other
  }

  /// The nesting depth in this document, 1 outermost.
  public var level: Int { Int(level8) }

  /// The number as read.
  public var mark: OrdinalMark { OrdinalMark(style: style, value: Int(value)) }

  /// The number as written, its mark included (`一、`, `1.`, `一是`), in UTF-8 offsets.
  public var number: Range<Int> { Self.range(numberStart, numberEnd) }

  /// The title, without number and trailing stop.
  public internal(set) var title: Range<Int> {
    get { Self.range(titleStart, titleEnd) }
    set {
      titleStart = UInt32(clamping: newValue.lowerBound)
      titleEnd = UInt32(clamping: newValue.upperBound)
    }
  }

  /// The index of the heading it stands under; nil at level 1.
  public var parent: Int? { parent32 < 0 ? nil : Int(parent32) }

  /// Everything from the number to where the next heading of this level or above begins.
  public var extent: Range<Int> { Self.range(numberStart, extentEnd) }

  /// Sets where ``extent`` ends.
  mutating func end(at offset: Int) {
    extentEnd = UInt32(clamping: offset)
  }

  private static func range(_ start: UInt32, _ end: UInt32) -> Range<Int> {
    Int(start)..<Int(max(start, end))
  }
}

extension Heading {
  /// The number as written, its mark included; blanks and line breaks within it left out.
  public func numberText(in source: SourceFile) -> String {
    var text = ""
    for scalar in source.text(in: number).unicodeScalars where !scalar.properties.isWhitespace {
      text.unicodeScalars.append(scalar)
    }
    return text
  }

  /// The title, without number and trailing stop.
  public func titleText(in source: SourceFile) -> String {
    source.text(in: title)
  }
}
