import ReportModel
import SourceText

/// Reads the sheets of a workbook into grids, one a sheet.
struct WorkbookGridReader {
  /// A sheet's grid and what is wrong with the sheet.
  struct Result {
    let grid: Grid?
    let isFigures: Bool
    let diagnostics: [Diagnostic]
  }

  private let file: String
  private let schema: DataSchema
  private let name: FileName

  init(file: String, schema: DataSchema) {
    self.file = file
    self.schema = schema
    name = FileName(file)
  }

  /// The visible sheets that hold anything, in the workbook's order.
  func read(_ bytes: [UInt8]) -> [Result] {
    if bytes.isEmpty {
      let fault = DataFault.emptyFile.diagnostic(at: .file(file))
      return [Result(grid: nil, isFigures: false, diagnostics: [fault])]
    }
    do throws(XLSXFault) {
      var workbook = try XLSXWorkbook.open(bytes)
      var sheets: [(name: String, sheet: XLSXSheet)] = []
      var hidden: [Diagnostic] = []
      for entry in workbook.sheets {
        if entry.isHidden {
          hidden.append(DataFault.hiddenSheet(entry.name).diagnostic(at: .file(file)))
          continue
        }
        let sheet = try workbook.read(entry)
        if !sheet.rows.isEmpty { sheets.append((entry.name, sheet)) }
      }
      if sheets.isEmpty { hidden.append(DataFault.emptyFile.diagnostic(at: .file(file))) }
      let about = Result(grid: nil, isFigures: false, diagnostics: hidden)
      return [about] + sheets.map { grid(of: $0.sheet, named: $0.name, isOnly: sheets.count == 1) }
    } catch {
      let fault = error.dataFault.diagnostic(at: .file(file))
      return [Result(grid: nil, isFigures: false, diagnostics: [fault])]
    }
  }

  private func grid(of sheet: XLSXSheet, named title: String, isOnly: Bool) -> Result {
    let isFigures = FileName(title).namesFigures || (isOnly && name.namesFigures)
    // A lone sheet keeps its given name, Sheet1, more often than it is given the table's.
    let table = isOnly && schema.table(named: title) == nil ? name.stem : title
    let known = schema.knownNames(ofTable: table, isFigures: isFigures)
    guard let head = TableHeadFinder(sheet, known: known).find() else {
      return Result(grid: nil, isFigures: isFigures, diagnostics: [])
    }
    var empty = Grid(name: table, file: file, sheet: title, head: head.cells, rows: CellRows([]))
    empty.noteUnit(above: sheet.rows.prefix(head.rowsBefore))
    var builder = SheetGridBuilder(grid: empty)
    builder.add(sheet, after: head.rowsBefore)
    return Result(grid: builder.grid, isFigures: isFigures, diagnostics: builder.diagnostics)
  }
}

/// Lays a sheet's rows under a head and reports what a reader of the sheet would not see.
struct SheetGridBuilder {
  private(set) var grid: Grid
  private var faults = FaultList()

  /// What is wrong.
  var diagnostics: [Diagnostic] { faults.diagnostics }

  init(grid: Grid) {
    self.grid = grid
  }

  mutating func add(_ sheet: XLSXSheet, after rowsBefore: Int) {
    let columns = grid.head.map(\.column)
    // Where each column of the sheet stands in the grid, for one look-up a cell.
    var places = [Int](repeating: -1, count: (columns.last ?? 0) + 1)
    for (place, column) in columns.enumerated() { places[column] = place }
    var unnamed: [Int: GridCell] = [:]
    var rows = CellRows(like: sheet.rows)
    rows.reserve(rows: sheet.rows.count, cells: sheet.rows.count &* columns.count)
    for index in sheet.rows.indices.dropFirst(rowsBefore) {
      let row = sheet.rows[index]
      guard !TableFoot.isFoot(row) else { continue }
      if sheet.rows.has(columns, inRow: index) {
        rows.append(row: index, of: sheet.rows, columns: 0..<columns.count)
      } else {
        layOut(index, of: sheet.rows, columns: columns, places, into: &rows, unnamed: &unnamed)
      }
    }
    grid.rows = rows
    for cell in unnamed.values {
      faults.add(.blankColumnName, at: grid.place(cell))
    }
    reportMerges(sheet.merges)
    reportHiddenRows(sheet.hiddenRows)
  }

  /// Adds a row with a cell a column, unless none of the columns holds anything.
  private func layOut(
    _ row: Int, of sheet: CellRows, columns: [Int], _ places: [Int], into rows: inout CellRows,
    unnamed: inout [Int: GridCell]
  ) {
    let cells = sheet[row]
    guard let line = cells.first?.line else { return }
    var found = [Int](repeating: -1, count: columns.count)
    var isBlank = true
    for cell in cells.indices where !sheet.isBlank(row, cell) {
      let column = cells[cell].column
      let place = places.indices.contains(column) ? places[column] : -1
      if place >= 0 {
        found[place] = cell
        isBlank = false
      } else if unnamed[column] == nil {
        unnamed[column] = cells[cell]
      }
    }
    guard !isBlank else { return }
    for (place, cell) in found.enumerated() {
      if cell >= 0 {
        rows.append(cell: cell, ofRow: row, of: sheet)
      } else {
        rows.append(
          GridCell(content: .text(""), range: 0..<0, line: line, column: columns[place]))
      }
    }
    rows.endRow()
  }

  private mutating func reportMerges(_ merges: [XLSXSheet.Merge]) {
    guard let first = grid.rows.first?.first?.line, let last = grid.rows.last?.first?.line,
      let left = grid.head.first?.column, let right = grid.head.last?.column
    else { return }
    for merge in merges
    where merge.rows.upperBound >= first && merge.rows.lowerBound <= last
      && merge.columns.overlaps(left...right)
    {
      let place = DiagnosticPlace.cell(
        file: grid.file, sheet: grid.sheet ?? "", reference: merge.firstReference)
      faults.add(.mergedCells(merge.reference), at: place)
    }
  }

  private mutating func reportHiddenRows(_ hidden: [Int]) {
    guard let first = grid.rows.first?.first?.line else { return }
    let rows = hidden.filter { $0 >= first }
    guard let top = rows.first else { return }
    let shown = rows.prefix(5).map(String.init).joined(separator: "、") + (rows.count > 5 ? "…" : "")
    let place = DiagnosticPlace.cell(
      file: grid.file, sheet: grid.sheet ?? "",
      reference: ValueOrigin.letters(grid.head.first?.column ?? 1) + String(top))
    faults.add(.hiddenRows(shown, count: rows.count), at: place)
  }
}

extension XLSXSheet.Merge {
  /// The first cell: `A3`.
  fileprivate var firstReference: String {
    ValueOrigin.letters(columns.lowerBound) + String(rows.lowerBound)
  }

  /// The whole: `A3:A5`.
  fileprivate var reference: String {
    "\(firstReference):\(ValueOrigin.letters(columns.upperBound))\(rows.upperBound)"
  }
}

extension DataFault {
  static func hiddenSheet(_ name: String) -> DataFault {
    DataFault(
      "data-hidden-sheet", severity: .info,
      Message(zh: "工作表“{0}”是隐藏的,没有读取", en: "the sheet “{0}” is hidden and was not read", name),
      remedy: Message(zh: "如果要用,请取消隐藏", en: "unhide it if it is meant"))
  }

  static func hiddenRows(_ rows: String, count: Int) -> DataFault {
    DataFault(
      "data-hidden-rows", severity: .warning,
      Message(
        zh: "有 {1} 行是隐藏的(第 {0} 行),也读取了", en: "{1} hidden row(s) ({0}) were read too", rows,
        String(count)),
      remedy: Message(
        zh: "请取消隐藏或筛选后核对;不要的请删去", en: "unhide or unfilter them and check; delete those not meant"))
  }

  static func mergedCells(_ reference: String) -> DataFault {
    DataFault(
      "data-merged-cells", severity: .warning,
      Message(
        zh: "{0} 是合并单元格,数据只算在左上角一格", en: "{0} are merged; the value counts for the first cell only",
        reference),
      remedy: Message(
        zh: "请取消合并,每格各填", en: "unmerge them and fill in each cell"))
  }
}
