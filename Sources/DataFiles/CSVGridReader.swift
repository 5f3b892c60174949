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
  private(set) var diagnostics: [Diagnostic] = []

  init(_ file: SourceFile, known: Set<String>) {
    self.file = file
    self.known = known
    cursor = PositionCursor(file.bytes)
  }

  /// The grid; nil where the file holds none.
  mutating func read(name: String, isTabbed: Bool) -> Grid? {
    let separator = Self.separator(of: file.bytes, isTabbed: isTabbed)
    var scanner = CSVScanner(separator: separator)
    var grid: Grid?
    file.bytes.withUnsafeBufferPointer { bytes in
      scanner.scan(bytes) { row in take(row, into: &grid, name: name) }
      scanner.finish { row in take(row, into: &grid, name: name) }
    }
    if grid == nil { grid = begin(name) }
    for fault in scanner.faults { report(fault) }
    guard var grid else {
      if diagnostics.isEmpty { report(.emptyFile, at: .file(file.name)) }
      return nil
    }
    if reportSeparator(grid.head) { return nil }
    dropTrailingBlankColumns(&grid)
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

  private mutating func take(_ row: borrowing CSVRow, into grid: inout Grid?, name: String) {
    guard !row.isBlank, !row.isUnclosed else { return }
    let line = Line(cells: cells(of: row), end: row.end)
    guard line.cells.contains(where: { !$0.isBlank }) else { return }
    guard grid != nil else {
      top.append(line)
      if top.count == TableHeadFinder.depth { grid = begin(name) }
      return
    }
    add(line, to: &grid)
  }

  /// The grid with the lines at hand, the head found among them.
  private mutating func begin(_ name: String) -> Grid? {
    guard !top.isEmpty else { return nil }
    let head = TableHeadFinder(lines: top.map(\.cells), known: known).headLine()
    var empty = Grid(name: name, file: file.name, sheet: nil, head: top[head].cells, rows: [])
    empty.noteUnit(above: top[..<head].map(\.cells))
    var started: Grid? = empty
    for line in top[(head + 1)...] { add(line, to: &started) }
    top = []
    return started
  }

  private mutating func add(_ line: Line, to grid: inout Grid?) {
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
    grid?.rows.append(Array(cells.prefix(columns)))
  }

  private mutating func cells(of row: borrowing CSVRow) -> [GridCell] {
    var cells: [GridCell] = []
    cells.reserveCapacity(row.count)
    for index in 0..<row.count {
      let range = row.range(index)
      let position = cursor.position(of: range.lowerBound)
      cells.append(
        GridCell(
          content: .text(row.text(index)), range: range, line: position.line,
          column: position.column))
    }
    return cells
  }

  /// Reports a head in one piece that holds another separator.
  private mutating func reportSeparator(_ head: [GridCell]) -> Bool {
    guard head.count == 1, let text = head.first?.text else { return false }
    let marks = [";", "；", "，", "|"]
    guard let mark = marks.first(where: { text.contains($0) }) else { return false }
    diagnostics = []
    report(.separator(mark), at: .text(file: file.name, range: head[0].range))
    return true
  }

  /// Commas at the end of every line, as spreadsheets leave them, make columns without a name.
  private func dropTrailingBlankColumns(_ grid: inout Grid) {
    while let last = grid.head.last, last.isBlank,
      grid.rows.allSatisfy({ $0.last?.isBlank ?? true })
    {
      grid.head.removeLast()
      for row in grid.rows.indices { grid.rows[row].removeLast() }
    }
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
    diagnostics.append(fault.diagnostic(at: place))
  }
}
