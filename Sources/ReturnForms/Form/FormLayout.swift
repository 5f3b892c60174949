public import ReportModel
public import XLSXWriter

/// A return form as it is to be written: a plain value, compared and printed as text.
public struct FormLayout: Hashable, Sendable {
  /// How a cell looks, and whether it can be changed.
  public enum Look: String, Hashable, Sendable, CaseIterable {
    /// The sheet's title, and the line below it.
    case title, subtitle
    /// The head of a column, the words above it that say what is asked for.
    case head, hint
    /// Words and numbers that stay as they are.
    case label, number
    /// Values of earlier periods.
    case earlier, earlierText
    /// Explanations, broken into lines.
    case text
    /// A text that leads to another sheet.
    case link
    /// Cells to fill: words, long words, numbers, whole numbers, days.
    case input, inputText, inputNumber, inputInteger, inputDate

    /// Whether the cell is to be filled in.
    public var isInput: Bool {
      switch self {
      case .input, .inputText, .inputNumber, .inputInteger, .inputDate: true
      default: false
      }
    }
  }

  /// A cell.
  public struct Cell: Hashable, Sendable {
    /// What a cell holds.
    public enum Content: Hashable, Sendable {
      /// Nothing.
      case blank
      /// A text.
      case text(String)
      /// An exact number of at most 15 digits.
      case number(ExactDecimal)
      /// A text that leads to the head of a sheet.
      case link(String, sheet: String)
    }

    /// What the cell holds.
    public var content: Content
    /// How it looks.
    public var look: Look

    /// A cell with a text, blank where it is empty.
    public init(_ text: String, _ look: Look) {
      content = text.isEmpty ? .blank : .text(text)
      self.look = look
    }

    /// A cell from its parts.
    public init(_ content: Content, _ look: Look) {
      self.content = content
      self.look = look
    }
  }

  /// What some cells accept.
  public struct Rule: Hashable, Sendable {
    /// The cells.
    public var range: CellRange
    /// What they accept.
    public var validation: DataValidation
  }

  /// A worksheet.
  public struct Sheet: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// The widths of its columns.
    public var widths: [Double] = []
    /// Its rows; nil is a row without a cell.
    public var rows: [[Cell?]] = []
    /// The heights of rows that are not the usual one.
    public var heights: [Int: Double] = [:]
    /// What its cells accept.
    public var rules: [Rule] = []
    /// How many rows and columns stay in view.
    public var frozen = (rows: 0, columns: 0)
    /// The row of heads, repeated on every page; nil for none.
    public var headRow: Int?

    /// An empty worksheet.
    public init(name: String) { self.name = name }

    /// Equal where all but the heights of rows is.
    public static func == (left: Sheet, right: Sheet) -> Bool {
      left.name == right.name && left.widths == right.widths && left.rows == right.rows
        && left.rules == right.rules && left.frozen == right.frozen
    }

    /// By name and rows.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(name)
      hasher.combine(rows)
    }

    /// How many cells are to be filled in, and are not yet.
    public var openCells: Int {
      rows.reduce(0) { sum, row in
        sum + row.count { $0?.look.isInput == true && $0?.content == .blank }
      }
    }
  }

  /// The document's title.
  public var title: String
  /// The office it comes from.
  public var company: String
  /// When it counts as made: seconds since 1970-01-01 UTC.
  public var created: Int64
  /// The document's properties by which the form is known again.
  public var properties: [(name: String, value: String)] = []
  /// The worksheets.
  public var sheets: [Sheet] = []

  /// An empty form.
  public init(title: String, company: String, created: Int64) {
    self.title = title
    self.company = company
    self.created = created
  }

  /// Equal where properties and sheets are.
  public static func == (left: FormLayout, right: FormLayout) -> Bool {
    left.title == right.title && left.company == right.company && left.created == right.created
      && left.properties.elementsEqual(right.properties, by: ==) && left.sheets == right.sheets
  }

  /// By title and sheets.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(title)
    hasher.combine(sheets)
  }
}

extension FormLayout: CustomStringConvertible {
  /// The form as text, one cell a line, for people and for golden files.
  public var description: String {
    var lines = ["form “\(title)” of “\(company)”"]
    for (name, value) in properties { lines.append("property \(name) = \(value)") }
    for sheet in sheets {
      lines.append("")
      lines.append("sheet \(sheet.name), frozen \(sheet.frozen.rows)×\(sheet.frozen.columns)")
      for (row, cells) in sheet.rows.enumerated() {
        for (column, cell) in cells.enumerated() {
          guard let cell else { continue }
          lines.append("  \(CellPosition(row: row, column: column).a1) \(cell.words)")
        }
      }
      for rule in sheet.rules {
        lines.append("  accepts \(rule.range.a1) \(rule.validation.words)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension FormLayout.Cell {
  fileprivate var words: String {
    switch content {
    case .blank: look.rawValue
    case .text(let text): "\(look.rawValue) “\(text)”"
    case .number(let number): "\(look.rawValue) \(number)"
    case .link(let text, let sheet): "\(look.rawValue) “\(text)” → \(sheet)"
    }
  }
}

extension DataValidation {
  fileprivate var words: String {
    let kind: String =
      switch rule {
      case .list(let items): "one of \(items.joined(separator: "、"))"
      case .listIn(let cells): "one of \(cells.formula)"
      case .integer(let comparison): "integer \(comparison.words)"
      case .decimal(let comparison): "number \(comparison.words)"
      case .date(let comparison): "date \(comparison.words)"
      case .length(let comparison): "length \(comparison.words)"
      case .custom(let formula): "=\(formula)"
      }
    return "\(kind): \(input.text ?? "") / \(error.text ?? "")"
  }
}

extension DataValidation.Comparison {
  fileprivate var words: String {
    switch self {
    case .between(let low, let high): "\(low.words)…\(high.words)"
    case .atLeast(let low): "≥ \(low.words)"
    case .atMost(let high): "≤ \(high.words)"
    default: "\(self)"
    }
  }
}

extension DataValidation.Bound {
  fileprivate var words: String {
    switch self {
    case .number(let number): "\(number)"
    case .date(let date): "\(date.serial)"
    case .formula(let formula): formula
    }
  }
}
