import FigureWorkbook
import ReportModel
public import ReportWorkspace
import SourceText
import XLSXWriter

/// Puts a form's layout into a file, cell by cell; decides nothing.
public enum FormWriter {
  /// Writes a form, which takes its place only when it is whole.
  ///
  /// - Parameters:
  ///   - layout: What to write.
  ///   - path: The file to make or replace.
  ///   - isOneOfMany: Whether the caller brings many forms to disk at once, when all are written.
  /// - Throws: An error where it cannot be written; the old file is then untouched.
  public static func write(
    _ layout: FormLayout, to path: String, isOneOfMany: Bool = false
  ) throws(WorkspaceError) {
    try Self.telling(of: path) { () throws(XLSXError) in
      try book(layout, path, syncs: !isOneOfMany).close()
    }
  }

  /// A series of forms that differ only in who fills them in.
  ///
  /// - Parameters:
  ///   - layout: A form for ``WorkbookSeries/placeholder``.
  ///   - path: One of the files to be made.
  /// - Returns: The series.
  /// - Throws: An error where the form cannot be written.
  static func series(
    _ layout: FormLayout, at path: String
  ) throws(WorkspaceError) -> WorkbookSeries {
    try telling(of: path) { () throws(XLSXError) in
      try WorkbookSeries(pattern: book(layout, path, syncs: false).bytes())
    }
  }

  /// Writes a form of a series; the caller brings many to disk at once.
  static func write(
    _ series: WorkbookSeries, for unit: String, to path: String
  ) throws(WorkspaceError) {
    try telling(of: path) { () throws(XLSXError) in
      try series.write(unit, to: path, syncs: false)
    }
  }

  private static func book(
    _ layout: FormLayout, _ path: String, syncs: Bool
  ) throws(XLSXError) -> WorkbookFile {
    let book = try WorkbookFile(
      path: path,
      properties: DocumentProperties(
        created: layout.created, title: layout.title,
        company: layout.company.isEmpty ? nil : layout.company),
      options: WorkbookOptions(
        partsInMemory: true, invalidCharacters: .replace, syncs: syncs))
    for (name, value) in layout.properties { try book.setProperty(name, to: value) }
    for sheet in layout.sheets {
      let id = try book.addWorksheet(sheet.name)
      try book.withWorksheet(id) { worksheet throws(XLSXError) in
        try write(sheet, to: worksheet)
      }
    }
    return book
  }

  private static func telling<Result>(
    of path: String, _ body: () throws(XLSXError) -> Result
  ) throws(WorkspaceError) -> Result {
    do throws(XLSXError) {
      return try body()
    } catch {
      throw WorkspaceError([
        error.diagnostic(
          path: path,
          remedy: Message(
            zh: "原来的文件没有动;排除原因后再做一次",
            en: "the old file is untouched; try again once the cause is removed"))
      ])
    }
  }

  private static func write(
    _ sheet: FormLayout.Sheet, to worksheet: borrowing Worksheet
  ) throws(XLSXError) {
    for (column, width) in sheet.widths.enumerated() {
      try worksheet.setColumns(column...column, width: width)
    }
    var formats: [FormLayout.Look: FormatID] = [:]
    for (index, row) in sheet.rows.enumerated() {
      if let height = sheet.heights[index] { try worksheet.setRow(index, height: height) }
      for (column, cell) in row.enumerated() {
        guard let cell else { continue }
        let format: FormatID
        if let known = formats[cell.look] {
          format = known
        } else {
          format = try worksheet.format(FormTheme.format(of: cell.look))
          formats[cell.look] = format
        }
        switch cell.content {
        case .blank: try worksheet.writeBlank(row: index, column: column, format: format)
        case .text(let text): try worksheet.write(text, row: index, column: column, format: format)
        case .number(let number):
          try worksheet.write(number.doubleValue, row: index, column: column, format: format)
        case .link(let text, let target):
          try worksheet.writeLink(
            to: .cells(SheetRange(sheet: target, range: CellRange(row: 0, column: 0))), text: text,
            row: index, column: column, format: format)
        }
      }
    }
    for rule in sheet.rules { try worksheet.addValidation(rule.validation, to: rule.range) }
    if sheet.frozen.rows > 0 {
      try worksheet.freezePanes(rows: sheet.frozen.rows, columns: sheet.frozen.columns)
    }
    worksheet.hideGridlines()
    try worksheet.protect(
      SheetProtection(
        allowed: [.selectLockedCells, .selectUnlockedCells, .formatColumns, .formatRows]))
    try worksheet.setPage(page(of: sheet))
  }

  private static func page(of sheet: FormLayout.Sheet) -> PageSetup {
    PageSetup { page in
      page.landscape = sheet.widths.reduce(0, +) > 105
      page.margins = PageSetup.Margins(left: 0.5, right: 0.5, top: 0.7, bottom: 0.7)
      page.fit = PageSetup.Fit(width: 1, height: 0)
      if let head = sheet.headRow { page.repeatedRows = head...head }
      page.centersHorizontally = true
      page.footer = PageText(
        center: [.text("第 "), .page, .text(" 页,共 "), .pageCount, .text(" 页")])
    }
  }
}

/// How the cells of a form look: cells to fill are the only coloured ones.
enum FormTheme {
  private static let body = "宋体"
  private static let heading = "黑体"
  private static let ink = Color(rgb: 0x1F3864)
  private static let grey = Color(rgb: 0x7F7F7F)
  private static let headFill = Color(rgb: 0xDCE6F1)
  private static let inputFill = Color(rgb: 0xFFF8DC)
  private static let earlierFill = Color(rgb: 0xF2F2F2)
  private static let line = Color(rgb: 0xBFBFBF)

  static func format(of look: FormLayout.Look) -> CellFormat {
    CellFormat { format in
      format.fontName = body
      format.fontSize = 11
      format.vertical = .center
      format.locked = !look.isInput
      shape(&format, look)
    }
  }

  private static func shape(_ format: inout CellFormat, _ look: FormLayout.Look) {
    switch look {
    case .title:
      format.fontName = heading
      format.fontSize = 16
      format.fontColor = ink
      return
    case .subtitle:
      format.fontSize = 10
      format.fontColor = grey
      return
    case .hint:
      format.fontSize = 9
      format.fontColor = grey
      format.wrapsText = true
      format.horizontal = .center
      format.vertical = .bottom
      return
    case .text:
      format.wrapsText = true
      return
    default: break
    }
    format.borders = .all(.thin, color: line)
    switch look {
    case .head:
      format.fontName = heading
      format.fontColor = ink
      format.background = headFill
      format.horizontal = .center
      format.wrapsText = true
    case .label: format.wrapsText = true
    case .number: format.horizontal = .right
    case .earlier, .earlierText:
      format.fontColor = grey
      format.background = earlierFill
      format.wrapsText = look == .earlierText
      format.horizontal = look == .earlier ? .right : .left
    case .link:
      format.fontColor = Color(rgb: 0x0563C1)
      format.underline = true
    default: shapeInput(&format, look)
    }
  }

  private static func shapeInput(_ format: inout CellFormat, _ look: FormLayout.Look) {
    format.background = inputFill
    switch look {
    case .inputNumber: format.horizontal = .right
    case .inputInteger:
      format.horizontal = .right
      format.numberFormat = "0"
    case .inputDate:
      format.numberFormat = "yyyy-mm-dd"
      format.horizontal = .center
    case .inputText:
      format.wrapsText = true
      format.vertical = .top
    default: format.wrapsText = true
    }
  }
}
