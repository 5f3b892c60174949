import ReportModel
import SourceText

/// Rows of cells under a head, whatever file they come from.
struct Grid {
  /// The table's name.
  let name: String
  /// The file's name.
  let file: String
  /// The sheet, for a workbook.
  let sheet: String?
  /// The names of the columns.
  var head: [GridCell]
  /// The rows that hold anything, each with a cell a column.
  var rows: CellRows
  /// The unit that a title above the head gives for the whole table, as 单位:万元, and its cell.
  private(set) var unit: (text: String, cell: GridCell)?

  init(name: String, file: String, sheet: String?, head: [GridCell], rows: CellRows) {
    self.name = name
    self.file = file
    self.sheet = sheet
    self.head = head
    self.rows = rows
  }

  /// Takes the unit from the titles above the head, where one of them gives one.
  mutating func noteUnit(above titles: some Sequence<some Sequence<GridCell>>) {
    for row in titles {
      for cell in row {
        if let unit = TableFoot.unit(in: cell.text) { self.unit = (unit, cell) }
      }
    }
  }

  /// Where a cell is, for a diagnostic.
  func place(_ cell: GridCell) -> DiagnosticPlace {
    guard let sheet else { return .text(file: file, range: cell.range) }
    return .cell(
      file: file, sheet: sheet, reference: ValueOrigin.letters(cell.column) + String(cell.line))
  }

  /// Where the whole head is.
  var headPlace: DiagnosticPlace {
    guard let first = head.first, let last = head.last else { return .file(file) }
    guard sheet == nil, first.range.lowerBound <= last.range.upperBound else { return place(first) }
    return .text(file: file, range: first.range.lowerBound..<last.range.upperBound)
  }

  /// Where a cell's value comes from.
  func origin(_ cell: GridCell, path: String) -> ValueOrigin {
    ValueOrigin(file: file, sheet: sheet, line: cell.line, column: cell.column, path: path)
  }
}

/// A cell before anybody has said what it should be.
struct GridCell: Sendable {
  /// What a file says by itself.
  enum Content: Sendable {
    /// A text, not yet judged; blanks at its ends do not count.
    case text(String)
    /// A number a workbook holds; `isPercent` where its format shows hundredths.
    case number(ExactDecimal, isPercent: Bool)
    /// A day a workbook holds.
    case day(CalendarDay)
    /// Members a YAML file lists.
    case list([String])
    /// True or false.
    case boolean(Bool)
    /// What a formula gave in place of a value: `#N/A`.
    case error(String)
    /// A formula without a value kept.
    case uncalculated
  }

  var content: Content
  /// In UTF-8 offsets, for a text file.
  var range: Range<Int>
  /// From 1.
  var line: Int
  /// From 1.
  var column: Int

  /// Whether the cell holds nothing.
  var isBlank: Bool {
    if case .text(let text) = content { text.isBlank } else { false }
  }

  /// The cell as a text, for names and messages.
  var text: String {
    switch content {
    case .text(let text): text.trimmed
    case .number(let number, let isPercent):
      isPercent ? "\(number.scaled(byPowerOfTen: 2)?.description ?? "\(number)")%" : "\(number)"
    case .day(let day): day.description
    case .list(let members): members.joined(separator: "、")
    case .boolean(let value): value ? "TRUE" : "FALSE"
    case .error(let text): text
    case .uncalculated: ""
    }
  }
}

extension String {
  /// Whether nothing but blanks is there.
  var isBlank: Bool { isEmpty || (mayHaveBlanks && trimmedBlanks.isEmpty) }

  /// The text without blanks at its ends; most cells have none, and are not looked through.
  var trimmed: String { mayHaveBlanks ? trimmedBlanks : self }

  /// Whether the first or last byte could be that of a blank.
  private var mayHaveBlanks: Bool {
    guard let first = utf8.first, let last = utf8.last else { return false }
    return first.mayBeginBlank || last.mayEndBlank
  }

  /// The text as a message quotes it: its first 24 characters.
  var quoted: String {
    let scalars = unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: 25, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return self }
    return String(scalars[..<scalars.index(before: end)]) + "…"
  }
}
