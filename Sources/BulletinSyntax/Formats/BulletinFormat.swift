/// How a bulletin is set: marks of its levels, widths, blank lines, furniture.
///
/// A format governs only the marks it generates; the words of a report stay as they are.
public struct BulletinFormat: Sendable, Hashable {
  /// Where a heading stands.
  public enum Placement: String, Sendable {
    /// On a line of its own, without a stop.
    case ownLine
    /// At the head of its first paragraph, closed by a stop.
    case runIn
  }

  /// How the headings of one level are set.
  public struct Level: Sendable, Hashable {
    /// The shape of the number.
    public var style: OrdinalStyle
    /// Where the heading stands.
    public var placement: Placement

    /// A level from its parts.
    public init(_ style: OrdinalStyle, _ placement: Placement) {
      self.style = style
      self.placement = placement
    }
  }

  /// The width of commas, colons, semicolons and brackets.
  public enum MarkWidth: String, Sendable {
    /// ASCII marks.
    case half
    /// Full-width marks.
    case full
  }

  /// The format's name.
  public var name: String
  /// The levels, outermost first.
  public var levels: [Level]
  /// The width of the marks it generates.
  public var width: MarkWidth
  /// How many blank lines stand between two blocks.
  public var blankLines: Int
  /// What each paragraph and heading begins with.
  public var indent: String
  /// What stands before the source's name at the foot.
  public var sourcePrefix: String

  /// A format from its parts.
  public init(
    name: String, levels: [Level], width: MarkWidth, blankLines: Int, indent: String,
    sourcePrefix: String
  ) {
    self.name = name
    self.levels = levels
    self.width = width
    self.blankLines = blankLines
    self.indent = indent
    self.sourcePrefix = sourcePrefix
  }

  /// As bulletins stand on county sites.
  ///
  /// The mark 一、 on its own line, `1.` run in, 一是 inside; half-width comma, colon and semicolon
  /// beside the full stop 。; a blank line between blocks.
  public static let bulletin = BulletinFormat(
    name: "bulletin",
    levels: [
      Level(.chineseComma, .ownLine), Level(.arabicStop, .runIn), Level(.arabicBrackets, .runIn),
    ],
    width: .half, blankLines: 1, indent: "", sourcePrefix: "打印 来源:")

  /// As official documents stand by GB/T 9704-2012, 7.3.3: 一、（一）1.（1）, full-width marks,
  /// paragraphs indented by two characters.
  public static let gongwen = BulletinFormat(
    name: "gongwen",
    levels: [
      Level(.chineseComma, .ownLine), Level(.chineseBrackets, .ownLine),
      Level(.arabicStop, .runIn), Level(.arabicBrackets, .runIn),
    ],
    width: .full, blankLines: 0, indent: "　　", sourcePrefix: "来源：")

  /// The formats built into the program.
  public static let builtIn = [bulletin, gongwen]

  /// The built-in format of that name; nil for an unknown one.
  public static func named(_ name: String) -> BulletinFormat? {
    builtIn.first { $0.name == name }
  }

  /// How headings of a level are set, from 1; levels beyond the format's own go on with marks it
  /// does not use.
  public func level(_ number: Int) -> Level {
    if number <= levels.count, number > 0 { return levels[number - 1] }
    let spare: [OrdinalStyle] = [
      .chineseBrackets, .arabicStop, .arabicBrackets, .circled, .arabicHalfBracket, .arabicComma,
    ].filter { style in !levels.contains { $0.style == style } }
    let index = max(0, number - levels.count - 1)
    return Level(index < spare.count ? spare[index] : .circled, .runIn)
  }
}
