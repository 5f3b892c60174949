/// How a cell looks: font, colours, number format, alignment, borders and protection.
///
/// A plain value; ``WorkbookFile/format(_:)`` turns it into the small handle that cells take.
public struct CellFormat: Hashable, Sendable {
  /// Where text stands from left to right.
  public enum HorizontalAlignment: Hashable, Sendable, CaseIterable {
    /// At the left edge, in the middle, at the right edge.
    case left, center, right
    /// Repeated to fill the cell, spread over the line, over the characters.
    case fill, justify, distributed
    /// In the middle of this and the following empty cells.
    case centerAcross
  }

  /// Where text stands from top to bottom.
  public enum VerticalAlignment: Hashable, Sendable, CaseIterable {
    /// At the top, in the middle, at the bottom.
    case top, center, bottom
    /// Spread over the cell's height.
    case justify, distributed
  }

  /// The line on one side of a cell.
  public struct Border: Hashable, Sendable {
    /// The kind of line.
    public enum Style: Hashable, Sendable, CaseIterable {
      /// Whole lines.
      case thin, medium, thick, double, hair
      /// Broken lines.
      case dashed, dotted
    }
    /// The kind of line.
    public var style: Style
    /// Its colour; nil is the automatic one.
    public var color: Color?

    /// Makes a line.
    public init(_ style: Style, color: Color? = nil) {
      self.style = style
      self.color = color
    }
  }

  /// The lines around a cell; nil where there is none.
  public struct Borders: Hashable, Sendable {
    /// The line above.
    public var top: Border?
    /// The line below.
    public var bottom: Border?
    /// The line on the left.
    public var left: Border?
    /// The line on the right.
    public var right: Border?

    /// Makes borders side by side.
    public init(
      top: Border? = nil, bottom: Border? = nil, left: Border? = nil, right: Border? = nil
    ) {
      self.top = top
      self.bottom = bottom
      self.left = left
      self.right = right
    }

    /// The same line on all sides.
    public static func all(_ style: Border.Style, color: Color? = nil) -> Borders {
      let line = Border(style, color: color)
      return Borders(top: line, bottom: line, left: line, right: line)
    }
  }

  /// The font's name, at most 127 bytes; nil is the default font.
  public var fontName: String?
  /// The font's size in points, 1 to 409; nil is the default size.
  public var fontSize: Double?
  /// Whether the text is bold.
  public var bold = false
  /// Whether the text is italic.
  public var italic = false
  /// Whether the text is underlined once.
  public var underline = false
  /// Whether the text is struck out.
  public var strikeout = false
  /// The text's colour; nil is the automatic one.
  public var fontColor: Color?
  /// The cell's colour; nil is none.
  public var background: Color?
  /// The number format in a spreadsheet's own words, at most 127 bytes; nil is the general one.
  public var numberFormat: String?
  /// Where text stands from left to right; nil leaves it to the kind of value.
  public var horizontal: HorizontalAlignment?
  /// Where text stands from top to bottom; nil is the bottom.
  public var vertical: VerticalAlignment?
  /// Whether long text is broken into lines.
  public var wrapsText = false
  /// Whether text is made smaller to fit the cell.
  public var shrinksToFit = false
  /// The indent in steps, 0 to 15.
  public var indent = 0
  /// The angle of the text in degrees, −90 to 90, or 270 for characters one below another.
  public var rotation = 0
  /// The lines around the cell.
  public var borders = Borders()
  /// Whether the cell is locked once its worksheet is protected.
  public var locked = true
  /// Whether the formula is hidden once its worksheet is protected.
  public var hidesFormula = false

  /// Makes the default format.
  public init() {}

  /// The default format with changes.
  public init(_ change: (inout CellFormat) -> Void) {
    change(&self)
  }
}

/// A format as one workbook knows it; valid only for that workbook.
public struct FormatID: Hashable, Sendable {
  let index: UInt16

  /// No format of the cell's own: that of its row or column, or the default.
  public static let general = FormatID(index: 0)
}
