import ReportModel

/// Rows of cells as a file gives them, in little room.
///
/// Texts lie in the bytes of the file or of the workbook's strings; a ``GridCell`` is made when it is
/// asked for. Rows may have different numbers of cells.
struct CellRows: Sendable, RandomAccessCollection {
  private var cells: PackedCells
  /// Whether texts lie in the bytes of a text file, so that their places are known.
  private let isText: Bool
  private var others: [GridCell] = []

  /// No rows yet; texts lie in `text`, which is the whole file where `isText` is given.
  ///
  /// `isNarrow` is for a text file, as long as each row stands on a line of its own.
  init(text: [UInt8], isText: Bool, isNarrow: Bool = false) {
    cells = PackedCells(text: text, isNarrow: isNarrow && isText)
    self.isText = isText
  }

  /// Rows from their cells.
  init(_ rows: [[GridCell]]) {
    self.init(text: [], isText: false)
    for row in rows { append(row) }
  }

  var startIndex: Int { 0 }
  var endIndex: Int { cells.rowCount }

  subscript(row: Int) -> CellRow {
    CellRow(self, row, cells.range(ofRow: row))
  }

  /// The cells as they are kept.
  var packed: PackedCells { cells }

  /// Whether cells take eight bytes.
  var isNarrow: Bool { cells.isNarrow }

  // MARK: Building

  mutating func append(_ row: some Sequence<GridCell>) {
    var line = 0
    for cell in row {
      if line == 0 { line = cell.line }
      append(cell)
    }
    endRow(line: line)
  }

  /// Adds a cell to the row that is not ended yet.
  mutating func append(_ cell: GridCell) {
    if !isText, cell.range.isEmpty, let slot = Self.slot(cell) {
      cells.append(slot)
    } else {
      others.append(cell)
      cells.append(PackedCells.Slot(other: others.count - 1))
    }
  }

  /// Adds a cell as it is kept.
  mutating func append(_ slot: PackedCells.Slot) { cells.append(slot) }

  /// Adds a cell whose text lies in the bytes at hand.
  mutating func append(text range: Range<Int>, line: Int, column: Int) {
    if let slot = PackedCells.Slot(text: range, line: line, column: column) {
      cells.append(slot)
    } else {
      others.append(
        GridCell(
          content: .text(String(decoding: cells.text[range], as: UTF8.self)),
          range: isText ? range : 0..<0, line: line, column: column))
      cells.append(PackedCells.Slot(other: others.count - 1))
    }
  }

  /// Adds a cell whose text is put behind the bytes at hand.
  mutating func append(newText bytes: some Sequence<UInt8>, line: Int, column: Int) {
    let start = cells.text.count
    cells.text.append(contentsOf: bytes)
    append(text: start..<cells.text.count, line: line, column: column)
  }

  /// Adds a cell whose text lies in the bytes at hand, of a row on a line of its own.
  mutating func append(narrowText range: Range<Int>, line: Int) {
    guard !cells.append(narrowText: range) else { return }
    others.append(
      GridCell(
        content: .text(String(decoding: cells.text[range], as: UTF8.self)), range: range,
        line: line, column: 1))
    cells.append(PackedCells.Slot(other: others.count - 1))
  }

  /// Gives each cell its place, for rows that break over lines.
  mutating func widen() { cells.widen() }

  /// Ends the row; `line` is where it stands, and is asked for where cells are narrow.
  mutating func endRow(line: Int = 0) { cells.endRow(line: line) }

  /// Adds a row of others that have the same bytes and the same list of what does not fit.
  mutating func append(row: Int, of other: CellRows, columns: Range<Int>) {
    let range = other.cells.range(ofRow: row)
    for place in range.dropFirst(columns.lowerBound).prefix(columns.count) {
      cells.append(cellAt: place, of: other.cells)
    }
    cells.endRow(line: other.cells.line(ofRow: row))
  }

  /// Adds a cell of others that have the same bytes and the same list of what does not fit.
  mutating func append(cell: Int, ofRow row: Int, of other: CellRows) {
    cells.append(cellAt: other.cells.range(ofRow: row).lowerBound + cell, of: other.cells)
  }

  /// No rows yet, with the bytes and the list of what does not fit of others.
  init(like other: CellRows) {
    cells = PackedCells(text: other.cells.text, isNarrow: other.cells.isNarrow)
    isText = other.isText
    others = other.others
  }

  /// Makes room beforehand.
  mutating func reserve(rows: Int, cells count: Int) {
    cells.reserve(rows: rows, cells: count)
  }

  mutating func removeLastRow() { cells.removeLastRow() }

  private static func slot(_ cell: GridCell) -> PackedCells.Slot? {
    switch cell.content {
    case .number(let number, let isPercent):
      PackedCells.Slot(number, isPercent: isPercent, line: cell.line, column: cell.column)
    case .day(let day): PackedCells.Slot(day, line: cell.line, column: cell.column)
    case .text(""): PackedCells.Slot(blankAtLine: cell.line, column: cell.column)
    default: nil
    }
  }

  // MARK: Reading

  /// A cell as it is kept.
  func slot(_ row: Int, _ column: Int) -> PackedCells.Slot {
    cells.slot(at: cells.range(ofRow: row).lowerBound + column)
  }

  func cell(_ row: Int, _ column: Int) -> GridCell {
    cell(row, at: cells.range(ofRow: row).lowerBound + column)
  }

  /// The line and column of a cell.
  func position(_ row: Int, _ column: Int) -> (line: Int, column: Int) {
    let place = cells.range(ofRow: row).lowerBound + column
    let slot = cells.slot(at: place)
    if slot.kind == .other { return (others[slot.index].line, others[slot.index].column) }
    return cells.position(ofRow: row, at: place)
  }

  /// A cell's text, blanks at its ends left out.
  func name(_ row: Int, _ column: Int) -> String {
    let slot = slot(row, column)
    return slot.kind == .text ? cells.string(slot).trimmed : cell(row, column).text
  }

  /// Whether a cell holds nothing.
  func isBlank(_ row: Int, _ column: Int) -> Bool {
    let slot = slot(row, column)
    if slot.isEmpty { return true }
    switch slot.kind {
    case .number, .percent, .day: return false
    case .text where cells.withText(slot, \.endsArePlain): return false
    default: return cell(row, column).isBlank
    }
  }

  /// Whether a row's cells stand in just these columns.
  func has(_ columns: [Int], inRow row: Int) -> Bool {
    let range = cells.range(ofRow: row)
    guard range.count == columns.count else { return false }
    for (place, column) in zip(range, columns) {
      let slot = cells.slot(at: place)
      let own = slot.kind == .other ? others[slot.index].column : Int(slot.column)
      if own != column { return false }
    }
    return true
  }

  /// The number that a cell plainly is, without a text made of it.
  func plainNumber(_ slot: PackedCells.Slot) -> ExactDecimal? {
    switch slot.kind {
    case .number: slot.number
    case .text: cells.withText(slot) { ExactDecimal(utf8: $0) }
    default: nil
    }
  }

  /// Whether a cell's text has no blanks at its ends.
  func isTrimmed(_ slot: PackedCells.Slot) -> Bool {
    slot.kind == .text && cells.withText(slot, \.endsArePlain)
  }

  /// Gives `body` the bytes of a cell's text; nil where it is none, or is kept elsewhere.
  func withText<Value>(
    _ row: Int, _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Value
  ) -> Value? {
    let slot = slot(row, column)
    return slot.kind == .text ? cells.withText(slot, body) : nil
  }

  fileprivate func cell(_ row: Int, at place: Int) -> GridCell {
    let slot = cells.slot(at: place)
    if slot.kind == .other { return others[slot.index] }
    let content: GridCell.Content =
      switch slot.kind {
      case .text: .text(cells.string(slot))
      case .number: .number(slot.number, isPercent: false)
      case .percent: .number(slot.number, isPercent: true)
      case .day: slot.day.map { .day($0) } ?? .text("")
      case .blank, .other: .text("")
      }
    let range = isText && slot.kind == .text ? slot.textRange : 0..<0
    let position = cells.position(ofRow: row, at: place)
    return GridCell(
      content: content, range: range, line: position.line, column: position.column)
  }
}

/// A row of ``CellRows``.
struct CellRow: Sendable, RandomAccessCollection {
  private let rows: CellRows
  private let row: Int
  private let range: Range<Int>

  fileprivate init(_ rows: CellRows, _ row: Int, _ range: Range<Int>) {
    self.rows = rows
    self.row = row
    self.range = range
  }

  var startIndex: Int { 0 }
  var endIndex: Int { range.count }

  subscript(cell: Int) -> GridCell {
    precondition(cell >= 0 && cell < range.count, "no such cell")
    return rows.cell(row, at: range.lowerBound + cell)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether there is something, and no blank at its ends: space, control character, no-break or
  /// ideographic space, byte order mark.
  var endsArePlain: Bool {
    guard let first, let last, first > 0x20, last > 0x20 else { return false }
    // Most Chinese characters begin and end with other bytes, but 县 ends as a byte order mark does.
    switch first {
    case 0xC2 where count > 1 && self[1] == 0xA0: return false
    case 0xE3 where count > 2 && self[1] == 0x80 && self[2] == 0x80: return false
    case 0xEF where count > 2 && self[1] == 0xBB && self[2] == 0xBF: return false
    default: break
    }
    switch last {
    case 0xA0: return count < 2 || self[count - 2] != 0xC2
    case 0x80: return count < 3 || self[count - 2] != 0x80 || self[count - 3] != 0xE3
    case 0xBF: return count < 3 || self[count - 2] != 0xBB || self[count - 3] != 0xEF
    default: return true
    }
  }

  /// Whether a colon stands anywhere, of either width.
  var holdsColon: Bool {
    indices.contains { index in
      self[index] == UInt8(ascii: ":")
        || (self[index] == 0x9A && index > 1 && self[index - 1] == 0xBC && self[index - 2] == 0xEF)
    }
  }
}

extension UInt8 {
  /// Whether a blank may begin with the byte in UTF-8.
  var mayBeginBlank: Bool { self <= 0x20 || self == 0xC2 || self == 0xE3 || self == 0xEF }

  /// Whether a blank may end with the byte in UTF-8.
  var mayEndBlank: Bool { self <= 0x20 || self == 0x80 || self == 0xA0 || self == 0xBF }
}
