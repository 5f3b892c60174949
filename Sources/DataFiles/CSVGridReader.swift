import SourceText

/// Reads a comma- or tab-separated file into a grid and judges its form.
struct CSVGridReader {
  /// A line's cells and where the last one ends.
  private struct Line {
    let cells: [GridCell]
    let end: Int
  }

  private let file: SourceFile
  /// The names that the table's columns may have.
  private let known: Set<String>
  private var cursor: PositionCursor
  /// The first lines, until it is known which of them is the head.
  private var top: [Line] = []
  /// The table without its rows, once its head is known.
  private var grid: Grid?
  private var rows: CellRows
  /// Whether the text is none that can be read.
  private var isStopped = false
  private var faults = FaultList()

  /// What is wrong with the form.
  var diagnostics: [Diagnostic] { faults.diagnostics }

  init(_ file: SourceFile, known: Set<String>) {
    self.file = file
    self.known = known
    cursor = PositionCursor(file.bytes)
    rows = CellRows(
      text: file.bytes, isText: true, isNarrow: file.lineEnd == UInt8(ascii: "\n"))
  }

  /// The grid; nil where the file holds none.
  mutating func read(name: String, isTabbed: Bool) -> Grid? {
    let separator = Self.separator(of: file.bytes, isTabbed: isTabbed)
    var scanner = CSVScanner(separator: separator)
    file.bytes.withUnsafeBufferPointer { bytes in
      scanner.scan(bytes) { row in take(row, name: name) }
      scanner.finish { row in take(row, name: name) }
    }
    if grid == nil { begin(name) }
    for fault in scanner.faults { report(fault) }
    faults.count(more: scanner.faultCount - scanner.faults.count, of: DataFault.textAfterQuote.id)
    guard var grid else {
      if faults.isEmpty, !isStopped { report(.emptyFile, at: .file(file.name)) }
      return nil
    }
    if reportSeparator(grid.head) { return nil }
    dropTrailingBlankColumns(&grid)
    grid.rows = rows
    return grid
  }

  /// Spreadsheets save “Unicode text” with tabs whatever the name ends in; a title above the head
  /// holds neither sign.
  static func separator(of bytes: [UInt8], isTabbed: Bool) -> UInt8 {
    let comma = UInt8(ascii: ",")
    let tab = UInt8(ascii: "\t")
    let lines = bytes.prefix(1 << 16).split(
      maxSplits: TableHeadFinder.depth, whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    let head = lines.first { $0.contains(tab) || $0.contains(comma) } ?? []
    if isTabbed { return head.contains(tab) || !head.contains(comma) ? tab : comma }
    return head.contains(tab) && !head.contains(comma) ? tab : comma
  }

  private mutating func take(_ row: borrowing CSVRow, name: String) {
    guard !row.isBlank, !row.isUnclosed, !addPlain(row) else { return }
    let line = Line(cells: cells(of: row), end: row.end)
    guard line.cells.contains(where: { !$0.isBlank }) else { return }
    guard !isStopped else { return }
    guard grid != nil else {
      top.append(line)
      if top.count == TableHeadFinder.depth || isSurelyHead(line) { begin(name) }
      return
    }
    add(line)
  }

  /// Whether the line is the file's first and all its cells have the names of columns: what comes
  /// below need not be looked through for a head.
  private func isSurelyHead(_ line: Line) -> Bool {
    top.count == 1 && Set(line.cells.map(\.text)).count > 1
      && line.cells.allSatisfy { TableHeadFinder.isName($0, among: known) }
  }

  /// Adds a row that is as wide as the head, and neither blank nor what closes a table.
  private mutating func addPlain(_ row: borrowing CSVRow) -> Bool {
    guard let columns = grid?.head.count, row.count == columns, row.mayBePlain else {
      return false
    }
    if rows.isNarrow {
      if row.isOneLine {
        for index in 0..<columns {
          if row.holdsQuotes(index) {
            rows.append(cell(index, of: row))
          } else {
            rows.append(narrowText: row.range(index), line: row.line)
          }
        }
        rows.endRow(line: row.line)
        return true
      }
      rows.widen()
    }
    for index in 0..<columns {
      if row.holdsQuotes(index) {
        rows.append(cell(index, of: row))
      } else {
        let range = row.range(index)
        let position = cursor.position(of: range.lowerBound)
        rows.append(text: range, line: position.line, column: position.column)
      }
    }
    rows.endRow()
    return true
  }

  /// Begins the table with the lines at hand, the head found among them.
  private mutating func begin(_ name: String) {
    guard !top.isEmpty, !isStopped else { return }
    if reportOtherSeparator() {
      isStopped = true
      return
    }
    let head = TableHeadFinder(lines: top.map(\.cells), known: known).headLine()
    var empty = Grid(
      name: name, file: file.name, sheet: nil, head: top[head].cells, rows: CellRows([]))
    empty.noteUnit(above: top[..<head].map(\.cells))
    grid = empty
    let lines = file.bytes.withUnsafeBufferPointer {
      ByteWords.count(of: UInt8(ascii: "\n"), in: $0) + 1
    }
    rows.reserve(
      rows: lines, cells: min(lines &* max(empty.head.count, 1), file.bytes.count))
    for line in top[(head + 1)...] { add(line) }
    top = []
  }

  private mutating func add(_ line: Line) {
    let cells = line.cells
    guard let columns = grid?.head.count, !TableFoot.isFoot(cells) else { return }
    let isShort = cells.count < columns
    if isShort, let missing = grid?.head[cells.count].text {
      let from = cells.last.map(\.range.lowerBound) ?? line.end
      report(
        .tooFewCells(found: cells.count, expected: columns, missing: missing),
        at: .text(file: file.name, range: min(from, line.end)..<line.end))
    } else if cells.count > columns, cells[columns...].contains(where: { !$0.isBlank }) {
      let extra = cells[columns].range.lowerBound..<cells[cells.count - 1].range.upperBound
      report(
        .tooManyCells(found: cells.count, expected: columns),
        at: .text(file: file.name, range: extra))
    }
    // A short row's values may stand in the wrong columns: none of them is judged.
    guard !isShort else { return }
    rows.append(cells.prefix(columns))
  }

  private mutating func cells(of row: borrowing CSVRow) -> [GridCell] {
    var cells: [GridCell] = []
    cells.reserveCapacity(row.count)
    for index in 0..<row.count { cells.append(cell(index, of: row)) }
    return cells
  }

  private mutating func cell(_ index: Int, of row: borrowing CSVRow) -> GridCell {
    let range = row.range(index)
    let position = cursor.position(of: range.lowerBound)
    return GridCell(
      content: .text(row.text(index)), range: range, line: position.line,
      column: position.column)
  }

  /// Reports known names that one cell holds with another separator between them.
  private mutating func reportOtherSeparator() -> Bool {
    for line in top {
      for cell in line.cells {
        guard case .text(let text) = cell.content,
          let mark = Self.otherSeparators.first(where: { text.contains($0) }),
          text.split(separator: mark).count(where: { known.contains(ColumnHead(String($0)).name) })
            > 1
        else { continue }
        faults.removeAll()
        report(.separator(mark), at: .text(file: file.name, range: cell.range))
        return true
      }
    }
    return false
  }

  private static let otherSeparators = [";", "；", "，", "|"]

  /// Reports a head in one piece that holds another separator.
  private mutating func reportSeparator(_ head: [GridCell]) -> Bool {
    guard head.count == 1, let text = head.first?.text else { return false }
    guard let mark = Self.otherSeparators.first(where: { text.contains($0) }) else { return false }
    faults.removeAll()
    report(.separator(mark), at: .text(file: file.name, range: head[0].range))
    return true
  }

  /// Commas at the end of every line, as spreadsheets leave them, make columns without a name.
  private mutating func dropTrailingBlankColumns(_ grid: inout Grid) {
    let width = grid.head.count
    while let last = grid.head.last, last.isBlank,
      rows.indices.allSatisfy({ rows.isBlank($0, grid.head.count - 1) })
    {
      grid.head.removeLast()
    }
    guard grid.head.count < width else { return }
    var narrow = CellRows(like: rows)
    for row in rows.indices { narrow.append(row: row, of: rows, columns: 0..<grid.head.count) }
    rows = narrow
  }

  private mutating func report(_ fault: CSVScanner.Fault) {
    let place = DiagnosticPlace.text(
      file: file.name, range: fault.offset..<min(fault.offset + 1, file.bytes.count))
    switch fault.kind {
    case .unclosedQuote: report(.unclosedQuote, at: place)
    case .textAfterQuote: report(.textAfterQuote, at: place)
    case .rowTooLong: report(.rowTooLong, at: place)
    }
  }

  private mutating func report(_ fault: DataFault, at place: DiagnosticPlace) {
    faults.add(fault, at: place)
  }
}
