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
public struct Heading: Sendable, Hashable {
  /// The nesting depth in this document, 1 outermost.
  public var level: Int
  /// The number as read.
  public var mark: OrdinalMark
  /// The number as written, its mark included (`一、`, `1.`, `一是`), in UTF-8 offsets.
  public var number: Range<Int>
  /// The title, without number and trailing stop.
  public var title: Range<Int>
  /// How it stands in its line.
  public var form: HeadingForm
  /// The index of the heading it stands under; nil at level 1.
  public var parent: Int?
  /// Everything from the number to where the next heading of this level or above begins.
  public var extent: Range<Int>
  /// What the part is for; `other` below level 1.
  public var role: PartRole

  /// A heading from its parts.
  public init(
    level: Int, mark: OrdinalMark, number: Range<Int>, title: Range<Int>, form: HeadingForm,
    parent: Int?, extent: Range<Int>, role: PartRole = .other
  ) {
    self.level = level
    self.mark = mark
    self.number = number
    self.title = title
    self.form = form
    self.parent = parent
    self.extent = extent
    self.role = role
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
