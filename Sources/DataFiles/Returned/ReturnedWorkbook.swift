public import ReportModel
public import SourceText

/// A workbook that was handed out and comes back: its own properties and all its sheets.
public struct ReturnedWorkbook: Sendable {
  /// A cell that holds anything.
  public struct Cell: Sendable, Hashable {
    /// The row, from 1.
    public let row: Int
    /// The column, from 1.
    public let column: Int
    /// What it shows.
    public let text: String
    /// Whether a formula gives it.
    public let isFormula: Bool

    /// The cell in a spreadsheet's own words: `C4`.
    public var reference: String { ValueOrigin.letters(column) + String(row) }
  }

  /// A sheet.
  public struct Sheet: Sendable {
    /// Its name.
    public let name: String
    let content: XLSXSheet

    /// The cells that hold anything, row by row.
    public var rows: [[Cell]] {
      content.rows.map { row in
        row.map { cell in
          Cell(
            row: cell.line, column: cell.column, text: cell.text,
            isFormula: content.formulas.contains(
              XLSXSheet.Place(row: cell.line, column: cell.column)))
        }
      }
    }
  }

  /// What a sheet is known to hold.
  public enum Content: Sendable, Hashable {
    /// Single figures.
    case figures
    /// The table of that name.
    case table(String)
  }

  /// A sheet to read, and what it holds.
  public struct Request: Sendable {
    /// The sheet's name.
    public var sheet: String
    /// What it holds.
    public var content: Content
    /// Heads of columns that hold no data.
    public var ignoredHeads: Set<String>
    /// Whether a row 合计 of formulas is the sheet's own and no data.
    public var hasTotals: Bool

    /// A request from its parts.
    public init(
      _ sheet: String, _ content: Content, ignoring ignoredHeads: Set<String> = [],
      hasTotals: Bool = false
    ) {
      self.sheet = sheet
      self.content = content
      self.ignoredHeads = ignoredHeads
      self.hasTotals = hasTotals
    }
  }

  /// What was read of the sheets asked for.
  public struct Reading: Sendable {
    /// Tables and figures; places name the workbook's sheets and cells.
    public var data = DataSet()
    /// The heads of each sheet read, by the sheet's name, without units.
    public var heads: [String: [String]] = [:]
    /// Cells of totals and of ignored columns that hold a typed number in place of their formula.
    public var overwrittenFormulas: [ValueOrigin] = []
    /// What is wrong.
    public var diagnostics: [Diagnostic] = []
  }

  /// The file's name, as messages give it.
  public let file: String
  /// The document's own properties.
  public let properties: [String: String]
  /// The sheets, hidden ones too.
  public let sheets: [Sheet]

  /// Reads a workbook; linear in its inflated size.
  ///
  /// - Parameters:
  ///   - file: The name messages give it.
  ///   - bytes: The file.
  /// - Throws: An error where it cannot be read.
  public init(file: String, bytes: [UInt8]) throws(DiagnosticError) {
    self.file = file
    guard !bytes.isEmpty else {
      throw DiagnosticError(DataFault.emptyFile.diagnostic(at: .file(file)))
    }
    do throws(XLSXFault) {
      var workbook = try XLSXWorkbook.open(bytes)
      properties = workbook.customProperties()
      var sheets: [Sheet] = []
      for entry in workbook.sheets {
        sheets.append(Sheet(name: entry.name, content: try workbook.read(entry)))
      }
      self.sheets = sheets
    } catch {
      throw DiagnosticError(error.dataFault.diagnostic(at: .file(file)))
    }
  }

  /// Reads sheets as the tables and figures they are known to hold, judged by a schema.
  ///
  /// A sheet that is not there is passed over. What is missing as a whole is no fault here: a form may
  /// hold a part.
  public func read(_ requests: [Request], schema: DataSchema) -> Reading {
    var reading = Reading()
    let figures = Dictionary(
      schema.figures.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    var places: [String: DiagnosticPlace] = [:]
    for request in requests {
      guard let sheet = sheets.first(where: { $0.name == request.sheet }) else { continue }
      var builder = ReturnedSheet(sheet, of: file, request, schema)
      guard let grid = builder.grid(&reading) else { continue }
      var found = builder.diagnostics
      switch request.content {
      case .figures:
        var reader = FigureReader(grid, schema: figures)
        reading.data.figures += reader.read(places: &places)
        found += reader.judge.diagnostics
      case .table(let name):
        guard !grid.rows.isEmpty else { break }
        var reader = TableReader(grid, schema: schema.table(named: name))
        let table = reader.read()
        reading.data.tables.append(table)
        found += reader.diagnostics + (reader.total?.faults(in: table) ?? [])
      }
      reading.diagnostics += found.sortedByPlace
    }
    return reading
  }
}

/// Lays one sheet out as a grid.
private struct ReturnedSheet {
  private let sheet: ReturnedWorkbook.Sheet
  private let file: String
  private let request: ReturnedWorkbook.Request
  private let known: Set<String>
  private(set) var diagnostics: [Diagnostic] = []

  init(
    _ sheet: ReturnedWorkbook.Sheet, of file: String, _ request: ReturnedWorkbook.Request,
    _ schema: DataSchema
  ) {
    self.sheet = sheet
    self.file = file
    self.request = request
    var known = Set(UsualColumn.allCases.flatMap { [$0.names.chinese, $0.names.english] })
    if case .table(let name) = request.content {
      known.formUnion(schema.table(named: name)?.columns.map(\.name) ?? [])
    }
    self.known = known
  }

  mutating func grid(_ reading: inout ReturnedWorkbook.Reading) -> Grid? {
    let name: String =
      switch request.content {
      case .figures: "指标"
      case .table(let table): table
      }
    guard let head = TableHeadFinder(sheet.content, known: known).find() else { return nil }
    var builder = SheetGridBuilder(
      grid: Grid(name: name, file: file, sheet: sheet.name, head: head.cells, rows: CellRows([])))
    builder.add(sheet.content, after: head.rowsBefore)
    diagnostics = builder.diagnostics
    var grid = builder.grid
    reading.heads[sheet.name] = grid.head.map { ColumnHead($0.text).name }
    dropIgnored(&grid, &reading)
    if request.hasTotals { dropTotals(&grid, &reading) }
    return grid
  }

  private func dropIgnored(_ grid: inout Grid, _ reading: inout ReturnedWorkbook.Reading) {
    let ignored = request.ignoredHeads
    let kept = grid.head.indices.filter { !ignored.contains(grid.head[$0].text) }
    guard kept.count < grid.head.count else { return }
    for column in grid.head.indices where ignored.contains(grid.head[column].text) {
      let cells = grid.rows.map { $0[column] }
      guard cells.contains(where: isFormula) else { continue }
      for cell in cells {
        guard case .number = cell.content, !isFormula(cell) else { continue }
        reading.overwrittenFormulas.append(grid.origin(cell, path: grid.name))
      }
    }
    grid.head = kept.map { grid.head[$0] }
    grid.rows = CellRows(
      grid.rows.compactMap { row in
        let cells = kept.map { row[$0] }
        return cells.allSatisfy(\.isBlank) ? nil : cells
      })
  }

  /// The last row is one of totals where some cell of it says so.
  private func dropTotals(_ grid: inout Grid, _ reading: inout ReturnedWorkbook.Reading) {
    guard let last = grid.rows.last, last.contains(where: { $0.text == "合计" }) else { return }
    grid.rows.removeLastRow()
    for cell in last {
      if case .number = cell.content, !isFormula(cell) {
        reading.overwrittenFormulas.append(grid.origin(cell, path: grid.name))
      }
    }
  }

  private func isFormula(_ cell: GridCell) -> Bool {
    sheet.content.formulas.contains(XLSXSheet.Place(row: cell.line, column: cell.column))
  }
}
