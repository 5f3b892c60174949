import FigureWorkbook
import ReportModel
import SourceText
import XLSXWriter

/// A table as a sheet to fill: earlier values beside the cells, blank rows at the end.
struct TableForm {
  /// How many blank rows stand below the table.
  static let spareRows = 10
  private static let titleRows = 3
  private static let firstRow = titleRows + 1

  private let table: FormContent.Table
  private let hasLast: Bool
  private let hasYear: Bool
  private let hasOwner: Bool
  private(set) var sheet: FormLayout.Sheet

  init(_ table: FormContent.Table, sheet name: String, line: String) {
    self.table = table
    hasLast = table.rows.contains { $0.last.contains { !$0.isEmpty } }
    hasYear = table.rows.contains { $0.lastYear.contains { !$0.isEmpty } }
    hasOwner = table.rows.contains { !$0.owner.isEmpty }
    sheet = FormLayout.Sheet(name: name)
    sheet.rows = [
      [FormLayout.Cell(table.name, .title)],
      [FormLayout.Cell(line.isEmpty ? "只填浅黄色的格" : "\(line)  只填浅黄色的格", .subtitle)],
    ]
    addHead()
    for row in table.rows { add(row) }
    for _ in 0..<Self.spareRows { add(FormContent.Row(columns: table.columns.count)) }
    addRules()
    fit()
  }

  private func requirement(_ column: FormContent.Column) -> CellRequirement {
    CellRequirement(head: column.head, schema: column.schema, unit: column.unit)
  }

  private mutating func addHead() {
    var hints: [FormLayout.Cell?] = []
    var heads: [FormLayout.Cell?] = []
    for column in table.columns {
      heads.append(FormLayout.Cell(column.head, .head))
      hints.append(FormLayout.Cell(requirement(column).hint, .hint))
      guard column.isNumeric else { continue }
      if hasLast { heads.append(FormLayout.Cell(column.name + "上期", .head)) }
      if hasYear { heads.append(FormLayout.Cell(column.name + "上年同期", .head)) }
      hints += Array(repeating: nil, count: (hasLast ? 1 : 0) + (hasYear ? 1 : 0))
    }
    if hasOwner { heads.append(FormLayout.Cell(RemarkColumn.owner, .head)) }
    if hasOwner { hints.append(nil) }
    heads.append(FormLayout.Cell(RemarkColumn.note, .head))
    hints.append(FormLayout.Cell("可空", .hint))
    sheet.rows += [hints, heads]
    sheet.headRow = Self.titleRows
    sheet.frozen = (Self.firstRow, 1)
  }

  private mutating func add(_ row: FormContent.Row) {
    var cells: [FormLayout.Cell?] = []
    for (index, column) in table.columns.enumerated() {
      // What names a row that is there already is not changed here.
      let isLocked = column.isKey && !row.key.isEmpty
      let look: FormLayout.Look = isLocked ? .label : requirement(column).look
      cells.append(FormLayout.Cell(Self.content(row.values[index], column.isNumeric), look))
      guard column.isNumeric else { continue }
      for (isShown, value) in [(hasLast, row.last[index]), (hasYear, row.lastYear[index])]
      where isShown {
        cells.append(FormLayout.Cell(Self.content(value, true), .earlier))
      }
    }
    if hasOwner { cells.append(FormLayout.Cell(row.owner, .label)) }
    cells.append(FormLayout.Cell(row.note, .input))
    sheet.rows.append(cells)
  }

  /// A number, where the text is one that a spreadsheet keeps.
  static func content(_ text: String, _ isNumeric: Bool) -> FormLayout.Cell.Content {
    if text.isEmpty { return .blank }
    if isNumeric, let number = ExactDecimal(text), number.significantDigits <= 15 {
      return .number(number)
    }
    return .text(text)
  }

  private mutating func addRules() {
    let last = sheet.rows.count - 1
    let spare = Self.firstRow + table.rows.count
    var place = 0
    for column in table.columns {
      let first = column.isKey ? spare : Self.firstRow
      var validation = requirement(column).validation
      if column.isKey, !column.isNumeric {
        let letters = CellPosition.columnLetters(place)
        let cells = "$\(letters)$\(Self.firstRow + 1):$\(letters)$\(last + 1)"
        validation = DataValidation(
          .custom("COUNTIF(\(cells),\(letters)\(first + 1))=1"),
          input: .init(title: CellRequirement.cut(column.head, 32), text: "新加的一行叫什么;不能与别的行同名。"),
          error: .init(title: "填写有误", text: "这个名称已经有一行了,请填在那一行里。"))
      }
      sheet.rules.append(
        FormLayout.Rule(
          range: CellRange(firstRow: first, firstColumn: place, lastRow: last, lastColumn: place),
          validation: validation))
      place += 1 + (column.isNumeric ? (hasLast ? 1 : 0) + (hasYear ? 1 : 0) : 0)
    }
  }

  private mutating func fit() {
    let body = sheet.rows.dropFirst(Self.titleRows)
    let count = sheet.rows[Self.titleRows].count
    sheet.widths = (0..<count).map { column in
      FormWidth.of(
        body.compactMap { $0[column]?.text }, within: column == 0 ? 10...30 : 9...26)
    }
    // Long requirements are broken into lines above their column.
    let height = (0..<count).map { column in
      FormWidth.height(of: sheet.rows[2][column]?.text ?? "", width: sheet.widths[column])
    }.max()
    sheet.heights = [0: 28, 2: min(height ?? 20, 90), Self.titleRows: 22]
    for (index, row) in sheet.rows.enumerated().dropFirst(Self.firstRow) {
      let needed =
        row.enumerated().map { column, cell in
          FormWidth.height(of: cell?.text ?? "", width: sheet.widths[column])
        }.max() ?? 20
      sheet.heights[index] = min(needed, 120)
    }
  }
}

extension FormLayout.Cell {
  /// What the cell shows, in words.
  var text: String {
    switch content {
    case .blank: ""
    case .text(let text), .link(let text, _): text
    case .number(let number): number.description
    }
  }
}
