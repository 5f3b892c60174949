/// The rows of a data table, each a collection of cells.
///
/// A plain number, text or day takes sixteen bytes, whatever a ``DataCell`` takes; a cell is made when
/// it is asked for.
public struct DataRows: Sendable, RandomAccessCollection {
  /// A row's cells.
  public struct Row: Sendable, Hashable, RandomAccessCollection {
    private let rows: DataRows
    private let range: Range<Int>

    fileprivate init(_ rows: DataRows, _ range: Range<Int>) {
      self.rows = rows
      self.range = range
    }

    /// The first column.
    public var startIndex: Int { 0 }
    /// The number of columns.
    public var endIndex: Int { range.count }

    /// The cell of a column.
    public subscript(column: Int) -> DataCell {
      precondition(column >= 0 && column < range.count, "no such column")
      return rows.cell(rows.cells.slots[range.lowerBound + column], column: column)
    }

    /// Whether two rows hold the same.
    public static func == (left: Row, right: Row) -> Bool { left.elementsEqual(right) }

    /// Hashes the cells.
    public func hash(into hasher: inout Hasher) {
      for cell in self { hasher.combine(cell) }
    }
  }

  private var cells: PackedCells
  /// The units of the numbers that are kept in sixteen bytes, by column.
  private let units: [MeasureUnit]
  private var others: [DataCell] = []

  /// Rows from their cells.
  public init(_ rows: [[DataCell]] = []) {
    self.init(text: [], units: [])
    for row in rows { append(row) }
  }

  /// No rows yet.
  ///
  /// - Parameters:
  ///   - text: The bytes that texts of slots lie in.
  ///   - units: The units of the numbers of slots, by column.
  package init(text: [UInt8], units: [MeasureUnit]) {
    cells = PackedCells(text: text)
    self.units = units
  }

  /// The first row.
  public var startIndex: Int { 0 }
  /// The number of rows.
  public var endIndex: Int { cells.rowCount }

  /// A row.
  public subscript(row: Int) -> Row {
    precondition(row >= 0 && row < cells.rowCount, "no such row")
    return Row(self, cells.range(ofRow: row))
  }

  /// A cell; quicker than by way of its row.
  public subscript(row: Int, column: Int) -> DataCell {
    get { cell(cells.slots[place(row, column)], column: column) }
    set {
      let place = place(row, column)
      cells.replace(slot(newValue, column: column), at: place)
    }
  }

  private func place(_ row: Int, _ column: Int) -> Int {
    let range = cells.range(ofRow: row)
    precondition(column >= 0 && column < range.count, "no such column")
    return range.lowerBound + column
  }

  /// Adds a row.
  public mutating func append(_ row: [DataCell]) {
    for (column, cell) in row.enumerated() { append(cell, column: column) }
    cells.endRow()
  }

  /// Makes room beforehand.
  package mutating func reserve(rows: Int, cells count: Int) {
    cells.reserve(rows: rows, cells: count)
  }

  /// Adds a cell to the row that is not ended yet; its text lies in the bytes given first.
  package mutating func append(_ slot: PackedCells.Slot) {
    cells.append(slot)
  }

  /// Adds a cell to the row that is not ended yet.
  package mutating func append(_ cell: DataCell, column: Int) {
    cells.append(slot(cell, column: column))
  }

  /// Ends the row.
  package mutating func endRow() {
    cells.endRow()
  }

  private mutating func slot(_ cell: DataCell, column: Int) -> PackedCells.Slot {
    if cell.overridingFile == nil {
      switch cell.value {
      case .blank:
        if let slot = PackedCells.Slot(blankAtLine: cell.line, column: cell.column) { return slot }
      case .quantity(let quantity)
      where quantity.qualifiers.isEmpty && quantity.asWritten == nil
        && units.indices.contains(column) && units[column] == quantity.unit:
        let slot = PackedCells.Slot(quantity.number, line: cell.line, column: cell.column)
        if let slot { return slot }
      default: break
      }
    }
    others.append(cell)
    return PackedCells.Slot(other: others.count - 1)
  }

  fileprivate func cell(_ slot: PackedCells.Slot, column: Int) -> DataCell {
    let value: DataValue =
      switch slot.kind {
      case .other: .blank
      case .blank: .blank
      case .text: .text(cells.string(slot))
      case .number, .percent:
        .quantity(
          Quantity(
            slot.number,
            unit: units.indices.contains(column) ? units[column] : MeasureUnit("")))
      case .day: slot.day.map { .text($0.description) } ?? .blank
      }
    if slot.kind == .other { return others[slot.index] }
    return DataCell(value, line: Int(slot.line), column: Int(slot.column))
  }
}

extension DataRows: Hashable {
  /// Whether two tables' rows hold the same.
  public static func == (left: DataRows, right: DataRows) -> Bool { left.elementsEqual(right) }

  /// Hashes the rows.
  public func hash(into hasher: inout Hasher) {
    for row in self { hasher.combine(row) }
  }
}
