import DataFiles
import FigureWorkbook
import ReportModel
import ReportWorkspace
public import SourceText
import XLSXWriter

/// One workbook handed back, compared with the data of a report.
public struct ReturnedFile: Sendable {
  /// What a workbook is.
  public enum Kind: String, Sendable {
    /// A return form.
    case form
    /// The workbook of figures that the program exports.
    case workbook
    /// Neither.
    case unknown
  }

  /// The file's name, as it was given.
  public let name: String
  /// What it is.
  public let kind: Kind
  /// Who filled it in, as the form says; empty where it does not.
  public let unit: String
  /// What it changes.
  public let changes: [FormChange]
  /// What is wrong with it, with places in it.
  public let diagnostics: [Diagnostic]
  /// The texts of the cells that diagnostics name, by sheet and cell.
  let cells: [String: String]

  /// Whether anything in it is wrong enough to keep it out.
  public var isFaulty: Bool { diagnostics.contains { $0.severity == .error } }

  /// The text of a cell, `资助!D5`; empty where it holds nothing.
  public func text(ofCell reference: String, in sheet: String) -> String {
    cells["\(sheet)!\(reference)"] ?? ""
  }
}

/// Reads workbooks handed back to one report.
struct ReturnedFileReader {
  private let report: ReportFolder
  private let source: FormSource
  private let content: FormContent

  init(_ report: ReportFolder) {
    self.report = report
    source = FormSource(report)
    content = FormContent(source)
  }

  func read(_ name: String, _ bytes: [UInt8]) -> ReturnedFile {
    do throws(DiagnosticError) {
      let book = try ReturnedWorkbook(file: name, bytes: bytes)
      let marks = WorkbookMarks(book)
      switch marks.kind {
      case .form: return form(book, marks)
      case .workbook: return workbook(book, marks)
      case .unknown: break
      }
      return ReturnedFile(
        name: name, kind: .unknown, unit: "", changes: [], diagnostics: [Self.unknown(name)],
        cells: [:])
    } catch {
      return ReturnedFile(
        name: name, kind: .unknown, unit: "", changes: [], diagnostics: error.diagnostics,
        cells: [:])
    }
  }

  // MARK: Return forms

  private func form(_ book: ReturnedWorkbook, _ marks: WorkbookMarks) -> ReturnedFile {
    var diagnostics = checkPeriod(marks.period, of: book)
    var requests: [ReturnedWorkbook.Request] = []
    var narrativeSheet: ReturnedWorkbook.Sheet?
    let names = Self.tableNames(book)
    for sheet in book.sheets {
      switch sheet.name {
      case FormMaker.guideSheet: break
      case FormMaker.narrativeSheet: narrativeSheet = sheet
      case FormMaker.figureSheet:
        requests.append(.init(sheet.name, .figures, ignoring: [FigureForm.requirementHead]))
      default:
        let table = names[sheet.name] ?? sheet.name
        if content.tables.contains(where: { $0.name == table }) {
          requests.append(.init(sheet.name, .table(table)))
        } else if !sheet.rows.isEmpty {
          diagnostics.append(unknownSheet(sheet.name, book.file))
        }
      }
    }
    let reading = book.read(requests, schema: schema(isStrict: false))
    diagnostics += reading.diagnostics
    var comparison = DataComparison(report.data, content: content, blankClears: false)
    for table in reading.data.tables { comparison.compare(table) }
    comparison.compare(reading.data.figures, heads: reading.heads[FormMaker.figureSheet] ?? [])
    var narratives = NarrativeComparison(report.data, content: content)
    if let narrativeSheet { narratives.compare(narrativeSheet, file: book.file) }
    diagnostics += comparison.diagnostics + narratives.diagnostics
    diagnostics += BlankCells(
      schema: report.schema, file: book.file, faulty: Self.places(of: diagnostics)
    ).notices(of: reading.data)
    return ReturnedFile(
      name: book.file, kind: .form, unit: marks.unit,
      changes: Self.sound(comparison.changes + narratives.changes, beside: diagnostics),
      diagnostics: diagnostics,
      cells: Self.cells(book, of: diagnostics))
  }

  private static func tableNames(_ book: ReturnedWorkbook) -> [String: String] {
    var names: [String: String] = [:]
    for (name, value) in book.properties where name.hasPrefix(FormMaker.tableProperty) {
      guard let slash = value.firstIndex(of: "/") else { continue }
      names[String(value[..<slash])] = String(value[value.index(after: slash)...])
    }
    return names
  }

  // MARK: The exported workbook

  private func workbook(_ book: ReturnedWorkbook, _ marks: WorkbookMarks) -> ReturnedFile {
    var diagnostics = checkPeriod(marks.period, of: book)
    let sheets = FigureWorkbook.dataSheets(of: report.data, schema: report.schema)
    var requests: [ReturnedWorkbook.Request] = []
    if let figures = sheets.figures { requests.append(.init(figures, .figures)) }
    for (sheet, table) in zip(sheets.tables, report.data.tables) {
      requests.append(
        .init(
          sheet.name, .table(table.name), ignoring: sheet.derivedHeads,
          hasTotals: table.columns.contains(where: \.addsUp)))
    }
    for request in requests where !book.sheets.contains(where: { $0.name == request.sheet }) {
      diagnostics.append(
        Diagnostic(
          "import-missing-sheet", .warning, at: .file(book.file),
          Message(
            zh: "没有工作表“{0}”,其中的数没有变动", en: "the sheet “{0}” is not there; its values stay",
            request.sheet),
          remedy: Message(zh: "工作表改了名或删了的,请恢复", en: "restore it if it was renamed or deleted")))
    }
    let reading = book.read(requests, schema: schema(isStrict: true))
    diagnostics += reading.diagnostics
    var comparison = DataComparison(report.data, content: content, blankClears: true)
    for table in reading.data.tables { comparison.compare(table) }
    if let figures = sheets.figures {
      comparison.compare(reading.data.figures, heads: reading.heads[figures] ?? [])
    }
    diagnostics += comparison.diagnostics
    diagnostics += missingRows(reading.data, book)
    diagnostics += reading.overwrittenFormulas.map(Self.overwritten)
    diagnostics += alteredFormulas(book, marks, except: Set(requests.map(\.sheet)))
    return ReturnedFile(
      name: book.file, kind: .workbook, unit: "",
      changes: Self.sound(comparison.changes, beside: diagnostics),
      diagnostics: diagnostics, cells: Self.cells(book, of: diagnostics))
  }

  /// Rows that were taken out of a sheet stay in the data: one forgotten is not one deleted.
  private func missingRows(_ data: DataSet, _ book: ReturnedWorkbook) -> [Diagnostic] {
    data.tables.flatMap { read -> [Diagnostic] in
      guard let own = report.data.table(named: read.name) else { return [] }
      let keys = Set(read.rows.indices.compactMap { read.key(ofRow: $0) })
      let missing = own.rows.indices.compactMap { own.key(ofRow: $0) }
        .filter { !keys.contains($0) }
      guard !missing.isEmpty else { return [] }
      return [
        Diagnostic(
          "import-missing-row", .warning, at: .file(book.file),
          Message(
            zh: "“{0}”少了 {1} 行({2}),数据里没有删", en: "“{0}” lacks {1} row(s) ({2}); the data keep them",
            read.name, "\(missing.count)", missing.prefix(5).joined(separator: "、")),
          remedy: Message(zh: "要删的,请在数据文件里删", en: "delete them in the data file if they are to go"))
      ]
    }
  }

  /// Sheets that are worked out from the data are not read; a number typed over one of their
  /// formulas is told of.
  ///
  /// Where formulas stood is known only of a workbook that would be laid out in the same way today.
  private func alteredFormulas(
    _ book: ReturnedWorkbook, _ marks: WorkbookMarks, except data: Set<String>
  ) -> [Diagnostic] {
    guard
      let whole = try? FigureWorkbook.layout(
        report.snapshot(of: report.draft(allowsMissing: true)))
    else { return [] }
    let layout = whole.keeping(Set(book.sheets.map(\.name))).layout
    guard marks.layout == layout.formulaMark else { return [Self.otherLayout(book.file)] }
    return book.sheets.flatMap { sheet -> [Diagnostic] in
      guard !data.contains(sheet.name), let own = layout.sheet(named: sheet.name) else { return [] }
      let found = sheet.rows.joined().compactMap { cell -> Diagnostic? in
        guard !cell.isFormula, case .formula = own[cell.row - 1, cell.column - 1].content else {
          return nil
        }
        return Self.overwritten(
          ValueOrigin(
            file: book.file, sheet: sheet.name, line: cell.row, column: cell.column,
            path: sheet.name))
      }
      return Array(found.prefix(3))
    }
  }

  private static func otherLayout(_ file: String) -> Diagnostic {
    Diagnostic(
      "import-other-layout", .info, at: .file(file),
      Message(
        zh: "这个工作簿不是本版程序按现在的数据导出的;只读了数据表,没有查算出的各表里有没有公式被改写",
        en:
          "this workbook was not exported by this version of the program from the data as they are; its data sheets were read, but formulas typed over on other sheets were not looked for"
      ), remedy: Message(zh: "要查公式的,请重新导出一份", en: "export it anew to have them looked for"))
  }

  /// The changes without those whose cell has a fault of its own, which is told by itself.
  private static func sound(
    _ changes: [FormChange], beside diagnostics: [Diagnostic]
  ) -> [FormChange] {
    let faulty = places(of: diagnostics.filter { $0.severity == .error })
    return changes.filter { change in
      guard case .cell(_, let sheet, let reference) = change.place.diagnosticPlace else {
        return true
      }
      return !faulty.contains("\(sheet)!\(reference)")
    }
  }

  private static func overwritten(_ place: ValueOrigin) -> Diagnostic {
    Diagnostic(
      "import-formula-overwritten", .warning, at: place.diagnosticPlace,
      Message(
        zh: "这一格本来是公式,改成的数没有采用", en: "a formula stood here; the value typed over it is not taken"),
      remedy: Message(zh: "请改数据表里的数", en: "change the value in its data sheet"))
  }

  // MARK: What they share

  /// What the cells must be.
  ///
  /// A form may be half empty; in the exported workbook, what was there must stay.
  private func schema(isStrict: Bool) -> DataSchema {
    var schema = DataSchema()
    schema.tables = content.tables.map { table in
      DataSchema.Table(
        name: table.name, key: table.columns.first { $0.isKey }?.name,
        columns: table.columns.map { column in
          var value = column.schema
          value.unit = column.unit.isEmpty ? value.unit : column.unit
          if !isStrict { value.isRequired = false }
          return DataSchema.Member(column.name, value)
        })
    }
    schema.figures = content.figures.map { figure in
      var value = figure.schema
      if !isStrict { value.isRequired = false }
      return DataSchema.Member(figure.id, value)
    }
    return schema
  }

  private func checkPeriod(_ period: Period?, of book: ReturnedWorkbook) -> [Diagnostic] {
    guard let own = report.settings.period, let period, period != own else { return [] }
    return [
      Diagnostic(
        "import-other-period", at: .file(book.file),
        Message(
          zh: "这是{0}的表,不是{1}的", en: "this is of {0}, not of {1}", period.title,
          own.title),
        remedy: Message(zh: "导入到那一期的文件夹", en: "import it into that period's folder"))
    ]
  }

  private func unknownSheet(_ name: String, _ file: String) -> Diagnostic {
    let nearest = NearestNames.of(name, in: content.tables.map(\.name))
    return Diagnostic(
      "import-unknown-sheet", at: .cell(file: file, sheet: name, reference: "A1"),
      Message(
        zh: "工作表“{0}”不是表里原有的,没有读", en: "the sheet “{0}” is not one of the form's; it was not read",
        name),
      remedy: nearest.isEmpty
        ? Message(
          zh: "把数填进原有的工作表,再删去这一张", en: "put its values into the form's sheets and delete it")
        : Message(zh: "是不是 {0}", en: "did you mean {0}", nearest.joined(separator: "、")))
  }

  private static func unknown(_ name: String) -> Diagnostic {
    Diagnostic(
      "import-unknown-workbook", at: .file(name),
      Message(
        zh: "“{0}”不是本程序发出的填报表,也不是它导出的工作簿",
        en: "“{0}” is neither a return form nor a workbook that this program wrote", name),
      remedy: Message(
        zh: "用 bulletin form 写出的表重新填;自己做的表放进 data 文件夹",
        en:
          "fill in the form that “bulletin form” wrote; a table of your own goes into the data folder"
      ))
  }

  /// The cells that diagnostics name, as `sheet!reference`.
  private static func places(of diagnostics: [Diagnostic]) -> Set<String> {
    var places: Set<String> = []
    for diagnostic in diagnostics {
      if case .cell(_, let sheet, let reference) = diagnostic.place {
        places.insert("\(sheet)!\(reference)")
      }
    }
    return places
  }

  /// The texts of the cells that diagnostics name.
  private static func cells(
    _ book: ReturnedWorkbook, of diagnostics: [Diagnostic]
  ) -> [String: String] {
    let wanted = places(of: diagnostics)
    guard !wanted.isEmpty else { return [:] }
    var texts: [String: String] = [:]
    for sheet in book.sheets {
      for cell in sheet.rows.joined() {
        let name = "\(sheet.name)!\(cell.reference)"
        if wanted.contains(name) { texts[name] = cell.text }
      }
    }
    return texts
  }
}

/// Finds required cells that a form leaves blank: no fault, for the rest may come from somebody else.
private struct BlankCells {
  let schema: DataSchema
  let file: String
  /// Cells with a fault of their own, whose value is blank for want of a sound one.
  let faulty: Set<String>

  func notices(of data: DataSet) -> [Diagnostic] {
    var notices: [Diagnostic] = []
    for table in data.tables {
      guard let own = schema.table(named: table.name) else { continue }
      var cells: [String] = []
      for row in table.rows.indices {
        for column in table.columns.indices where table.rows[row][column].value == .blank {
          guard own.column(named: table.columns[column].name)?.isRequired == true else { continue }
          let cell = table.rows[row][column]
          cells.append(ValueOrigin.letters(cell.column) + String(cell.line))
        }
      }
      if let notice = notice(cells, sheet: table.sheet ?? table.name) { notices.append(notice) }
    }
    let cells = data.figures.filter { figure in
      figure.quantity == nil && schema.figure(id: figure.id)?.isRequired == true
    }.map { ValueOrigin.letters($0.origin.column) + String($0.origin.line) }
    if let notice = notice(cells, sheet: FormMaker.figureSheet) { notices.append(notice) }
    return notices
  }

  private func notice(_ all: [String], sheet: String) -> Diagnostic? {
    let cells = all.filter { !faulty.contains("\(sheet)!\($0)") }
    guard let first = cells.first else { return nil }
    return Diagnostic(
      "import-not-filled", .info, at: .cell(file: file, sheet: sheet, reference: first),
      Message(
        zh: "有 {0} 格必填的还空着:{1}", en: "{0} required cell(s) are still blank: {1}", "\(cells.count)",
        cells.prefix(8).joined(separator: "、") + (cells.count > 8 ? "…" : "")),
      remedy: Message(zh: "补填后再交一次;别人填的不用管", en: "fill them in, unless somebody else does"))
  }
}
