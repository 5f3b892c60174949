public import ReportModel
public import XLSXWriter

/// A cell as it is to be written: what it holds, how it looks, what is noted on it.
public struct CellLayout: Hashable, Sendable {
  /// The value a formula has when the workbook is written.
  public enum Result: Hashable, Sendable {
    /// An exact number.
    case number(ExactDecimal)
    /// A text.
    case text(String)
  }

  /// What a cell holds.
  public enum Content: Hashable, Sendable {
    /// Nothing.
    case blank
    /// A text, which stays one even where it begins with `=`.
    case text(String)
    /// An exact number of at most 15 significant digits.
    case number(ExactDecimal)
    /// A formula without its `=`, and its value.
    indirect case formula(String, Result)
    /// A text that leads to cells of the workbook.
    indirect case link(String, SheetRange)
  }

  /// What the cell holds.
  public var content: Content
  /// How it looks.
  public var style: CellStyle
  /// The comment on it.
  public var note: String?

  /// A cell from its parts.
  public init(
    _ content: Content = .blank, _ style: CellStyle = CellStyle(.plain), note: String? = nil
  ) {
    self.content = content
    self.style = style
    self.note = note
  }

  /// A text of a role.
  static func text(_ text: String, _ role: CellStyle.Role) -> CellLayout {
    CellLayout(text.isEmpty ? .blank : .text(text), CellStyle(role))
  }

  /// The cell, able to be filled in on a protected sheet.
  var open: CellLayout {
    var cell = self
    cell.style.isOpen = true
    return cell
  }

  /// A whole number that is no figure, such as a line.
  static func count(_ value: Int) -> CellLayout {
    CellLayout(.number(ExactDecimal(value)), CellStyle(.number, decimals: 0))
  }

  /// The text the cell shows, where it shows one.
  var shownText: String? {
    switch content {
    case .text(let text), .link(let text, _), .formula(_, .text(let text)): text
    default: nil
    }
  }

  /// The exact number the cell shows, where it shows one.
  var number: ExactDecimal? {
    switch content {
    case .number(let value), .formula(_, .number(let value)): value
    default: nil
    }
  }
}
