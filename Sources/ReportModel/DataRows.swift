/// The rows of a data table, each a collection of cells.
///
/// A plain number, text or day takes sixteen bytes, whatever a ``DataCell`` takes, and eight where it
/// stands in a text file as it is; a cell is made when it is asked for.
public struct DataRows: Sendable, RandomAccessCollection {
  /// A row's cells.
  public struct Row: Sendable, Hashable, RandomAccessCollection {
    private let rows: DataRows
    private let row: Int

    fileprivate init(_ rows: DataRows, _ row: Int) {
      self.rows = rows
      self.row = row
    }

    /// The first column.
    public var startIndex: Int { 0 }
    /// The number of columns.
    public var endIndex: Int { rows.width(ofRow: row) }

    /// The cell of a column.
    public subscript(column: Int) -> DataCell { rows[row, column] }

    /// Whether two rows hold the same.
    public static func == (left: Row, right: Row) -> Bool { left.elementsEqual(right) }

    /// Hashes the cells.
    public func hash(into hasher: inout Hasher) {
      for cell in self { hasher.combine(cell) }
    }
  }

  /// Cells that belong to the reader of the file as well, and how they make up the table.
  private struct Sharing: Sendable {
    /// Where each column stands in a row.
    let places: [Int]
    /// Which columns' texts are numbers.
    let isNumeric: [Bool]
    /// A row that is none of the table's.
    let skipped: Int?
    /// Cells that are not what the file says, by their place.
    var replaced: [Int: DataCell] = [:]
  }

  private var cells: PackedCells
  /// The units of the numbers that are kept in sixteen bytes, by column.
  private let units: [MeasureUnit]
  private var others: [DataCell] = []
  private var sharing: Sharing?

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

  /// Rows made up of cells as a file has them, which are not copied.
  ///
  /// Each of a numeric column's texts must be a plain number, a column with percentages must be in
  /// percent, and each cell of ``PackedCells/Kind/other``
  /// must be replaced.
  ///
  /// - Parameters:
  ///   - cells: The cells.
  ///   - places: Where each column stands in a row.
  ///   - isNumeric: Which columns hold numbers.
  ///   - units: The units of the numbers, by column.
  ///   - skipped: A row that is none of the table's.
  package init(
    sharing cells: PackedCells, places: [Int], isNumeric: [Bool], units: [MeasureUnit],
    skipping skipped: Int?
  ) {
    self.cells = cells
    self.units = units
    sharing = Sharing(places: places, isNumeric: isNumeric, skipped: skipped)
  }

  /// The first row.
  public var startIndex: Int { 0 }
  /// The number of rows.
  public var endIndex: Int { cells.rowCount - (sharing?.skipped == nil ? 0 : 1) }

  /// A row.
  public subscript(row: Int) -> Row {
    precondition(row >= 0 && row < endIndex, "no such row")
    return Row(self, row)
  }

  /// A cell; quicker than by way of its row.
  public subscript(row: Int, column: Int) -> DataCell {
    get {
      let place = place(row, column)
      if let cell = replaced(place) { return cell }
      let position = cells.position(ofRow: fileRow(row), at: place)
      return DataCell(
        value(at: place, column: column), line: position.line, column: position.column)
    }
    set {
      let place = place(row, column)
      if sharing != nil {
        sharing?.replaced[place] = newValue
      } else {
        cells.replace(slot(newValue, column: column), at: place)
      }
    }
  }

  /// What a cell holds; quicker than the cell with its place.
  public func value(_ row: Int, _ column: Int) -> DataValue {
    let place = place(row, column)
    return replaced(place)?.value ?? value(at: place, column: column)
  }

  /// Whether a cell holds nothing.
  public func isBlank(_ row: Int, _ column: Int) -> Bool {
    let place = place(row, column)
    if let cell = replaced(place) { return cell.value == .blank }
    return cells.slot(at: place).isEmpty
  }

  /// Whether no cell is a list or has words of its own.
  public var holdsOnlyPlainCells: Bool { sharing?.replaced.isEmpty ?? others.isEmpty }

  fileprivate func width(ofRow row: Int) -> Int {
    sharing?.places.count ?? cells.range(ofRow: row).count
  }

  /// A row's number among those of the file.
  private func fileRow(_ row: Int) -> Int {
    guard let skipped = sharing?.skipped, row >= skipped else { return row }
    return row + 1
  }

  private func place(_ row: Int, _ column: Int) -> Int {
    precondition(row >= 0 && row < endIndex, "no such row")
    precondition(column >= 0 && column < width(ofRow: row), "no such column")
    return cells.range(ofRow: fileRow(row)).lowerBound + (sharing?.places[column] ?? column)
  }

  // MARK: Building

  /// Adds a row.
  public mutating func append(_ row: [DataCell]) {
    if sharing != nil { self = owned(first: count) }
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

  /// How many shared cells are replaced.
  package var replacedCount: Int { sharing?.replaced.count ?? 0 }

  /// The first rows with cells of their own.
  package func owned(first count: Int) -> DataRows {
    var rows = DataRows(text: cells.text, units: units)
    rows.reserve(rows: self.count, cells: self.count * (sharing?.places.count ?? 1))
    for row in 0..<count {
      for column in 0..<width(ofRow: row) {
        let place = place(row, column)
        let slot = cells.slot(at: place)
        if replaced(place) == nil, slot.kind == .text, sharing?.isNumeric[column] == false {
          let position = cells.position(ofRow: fileRow(row), at: place)
          if let text = PackedCells.Slot(
            text: slot.textRange, line: position.line, column: position.column)
          {
            rows.append(text)
            continue
          }
        }
        rows.append(self[row, column], column: column)
      }
      rows.endRow()
    }
    return rows
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

  // MARK: Reading

  /// A cell that is kept as it is.
  private func replaced(_ place: Int) -> DataCell? {
    if let sharing {
      return sharing.replaced.isEmpty ? nil : sharing.replaced[place]
    }
    let slot = cells.slot(at: place)
    return slot.kind == .other ? others[slot.index] : nil
  }

  private func value(at place: Int, column: Int) -> DataValue {
    let slot = cells.slot(at: place)
    guard !slot.isEmpty else { return .blank }
    switch slot.kind {
    case .other, .blank: return .blank
    case .text where sharing?.isNumeric[column] == true:
      return cells.withText(slot) { ExactDecimal(utf8: $0) }.map { quantity($0, column) } ?? .blank
    case .text: return .text(cells.string(slot))
    // A code that a workbook keeps as a number.
    case .number where sharing?.isNumeric[column] == false:
      return .text(slot.number.description)
    case .percent: return quantity(slot.percentage, column)
    case .number: return quantity(slot.number, column)
    case .day: return slot.day.map { .text($0.description) } ?? .blank
    }
  }

  private func quantity(_ number: ExactDecimal, _ column: Int) -> DataValue {
    .quantity(
      Quantity(number, unit: units.indices.contains(column) ? units[column] : MeasureUnit("")))
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
