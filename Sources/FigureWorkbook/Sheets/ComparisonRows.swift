import ReportModel
import XLSXWriter

/// All comparisons of a report with an earlier period, in the order of their sheet.
struct ComparisonRows {
  /// More rows are not compared: a table of that size is no table of a bulletin.
  private static let most = 20_000

  /// Which earlier period it is.
  let basis: ComparisonBasis
  /// The name of their worksheet.
  let sheet: String
  private(set) var rows: [ComparisonRow] = []
  /// The columns compared in all their rows: what charts can show.
  private(set) var groups: [Group] = []
  private var index: [ValueOrigin: Int] = [:]
  private var baseIndex: [ValueOrigin: Int] = [:]
  private var cellIndex: [String: Int] = [:]

  /// Rows of one column of a table, one for each of the table's own.
  struct Group {
    /// The index of the table and of its column.
    let table: Int
    let column: Int
    /// The rows that stand for the table's own rows, in its order.
    let rows: Range<Int>
  }

  /// - Parameters:
  ///   - basis: Which earlier period it is.
  ///   - sheet: The name of their worksheet.
  ///   - snapshot: The report with the data of that period.
  ///   - tables: Where the report's own tables stand.
  ///   - singles: The cell of the single figure with that index, as formulas write it.
  init(
    _ basis: ComparisonBasis, sheet: String, _ snapshot: ReportSnapshot, tables: [TableGeometry],
    singles: (Int) -> String
  ) {
    self.basis = basis
    self.sheet = sheet
    let earlier =
      switch basis {
      case .lastYear: snapshot.lastYear
      case .lastPeriod: snapshot.lastPeriod
      }
    guard let earlier else { return }
    for (index, table) in snapshot.data.tables.enumerated() {
      guard let before = earlier.table(named: table.name) else { continue }
      add(table, at: index, tables[index], before: before)
    }
    for (number, figure) in snapshot.data.figures.enumerated() {
      guard let before = earlier.figure(id: figure.id) else { continue }
      add(figure, cell: singles(number), before: before)
    }
    index.reserveCapacity(rows.count)
    baseIndex.reserveCapacity(rows.count)
    cellIndex.reserveCapacity(rows.count)
    for (number, row) in rows.enumerated() {
      if let origin = row.nowOrigin { index[origin] = number }
      if let origin = row.baseOrigin { baseIndex[origin] = number }
      if let cell = row.nowCell { cellIndex[cell] = number }
    }
  }

  /// The row that compares the value of that cell.
  func row(of origin: ValueOrigin) -> Int? { index[origin] }

  /// The row that compares what stands in that cell of this period's sheets: `'资助'!D4`.
  func row(ofCell cell: String) -> Int? { cellIndex[cell] }

  /// The row that compares with the value of that cell of the earlier period.
  func row(ofBase origin: ValueOrigin) -> Int? { baseIndex[origin] }

  /// The total of the earlier period that sums up just those cells and comes to that value.
  func total(ofBases origins: [ValueOrigin], value: ExactDecimal) -> Int? {
    guard let first = origins.first.flatMap(row(ofBase:)),
      let total = rows[first...].firstIndex(where: { $0.totalOf != nil }),
      let count = rows[total].totalOf, total - count <= first, rows[total].base == value
    else { return nil }
    let summed = rows[total - count..<total].filter { $0.base != nil }.compactMap(\.baseOrigin)
    return Set(summed) == Set(origins) ? total : nil
  }

  private mutating func add(
    _ table: DataTable, at index: Int, _ geometry: TableGeometry, before: DataTable
  ) {
    guard table.keyColumn != nil, before.keyColumn != nil,
      table.rows.count + before.rows.count < Self.most
    else { return }
    let beforeRows = Dictionary(
      before.rows.indices.compactMap { row in before.key(ofRow: row).map { ($0, row) } },
      uniquingKeysWith: { first, _ in first })
    for column in table.columns.indices where table.columns[column].isNumeric {
      guard let other = before.column(named: table.columns[column].name) else { continue }
      let first = rows.count
      addRows(table, column, geometry, before, other, beforeRows)
      let own = first..<rows.count
      addMissing(table, column, before, other)
      guard rows.count > first else { continue }
      if table.columns[column].addsUp { addTotal(table, column, geometry, from: first) }
      guard own.count == table.rows.count else { continue }
      groups.append(Group(table: index, column: column, rows: own))
    }
  }

  private mutating func addRows(
    _ table: DataTable, _ column: Int, _ geometry: TableGeometry, _ before: DataTable,
    _ other: Int, _ beforeRows: [String: Int]
  ) {
    for row in table.rows.indices {
      guard let key = table.key(ofRow: row) else { continue }
      let unit = table.columns[column].unit
      let beforeRow = beforeRows[key]
      let own = Self.quantity(table, row, column)
      let earlier = beforeRow.flatMap { Self.quantity(before, $0, other) }
      let now = Self.number(own, in: unit)
      let base = Self.number(earlier, in: unit)
      guard now != nil || base != nil else { continue }
      rows.append(
        ComparisonRow(
          basis: basis, group: table.name, key: key, name: table.columns[column].name, unit: unit,
          nowCell: FormulaText.reference(
            geometry.sheet, geometry.position(row: row, column: column)),
          now: now, base: base,
          baseOrigin: beforeRow.flatMap { before.origin(row: $0, column: other) },
          nowOrigin: table.origin(row: row, column: column),
          isApproximate: Self.isApproximate(own, earlier)))
    }
  }

  /// Rows that only the earlier period had.
  private mutating func addMissing(
    _ table: DataTable, _ column: Int, _ before: DataTable, _ other: Int
  ) {
    let keys = Set(table.rows.indices.compactMap { table.key(ofRow: $0) })
    for row in before.rows.indices {
      let unit = table.columns[column].unit
      guard let key = before.key(ofRow: row), !keys.contains(key),
        let base = Self.number(Self.quantity(before, row, other), in: unit)
      else { continue }
      rows.append(
        ComparisonRow(
          basis: basis, group: table.name, key: key, name: table.columns[column].name, unit: unit,
          base: base,
          baseOrigin: before.origin(row: row, column: other)))
    }
  }

  private mutating func addTotal(
    _ table: DataTable, _ column: Int, _ geometry: TableGeometry, from first: Int
  ) {
    let parts = rows[first...]
    guard DataTableSheet.hasTotals(table), let now = Self.sum(parts.map(\.now)),
      let base = Self.sum(parts.map(\.base))
    else { return }
    rows.append(
      ComparisonRow(
        basis: basis, group: table.name, key: "合计", name: table.columns[column].name,
        unit: table.columns[column].unit,
        nowCell: FormulaText.reference(geometry.sheet, geometry.total(ofColumn: column)),
        now: now, base: base, totalOf: rows.count - first))
  }

  private mutating func add(_ figure: SingleFigure, cell: String, before: SingleFigure) {
    guard figure.quantity != nil || before.quantity != nil,
      let unit = figure.quantity?.unit ?? before.quantity?.unit
    else { return }
    rows.append(
      ComparisonRow(
        basis: basis, group: "单项指标", key: figure.label.isEmpty ? figure.id : figure.label,
        name: figure.id,
        unit: unit, nowCell: cell, now: figure.quantity?.number,
        base: before.quantity?.converted(to: unit)?.number, baseOrigin: before.origin,
        nowOrigin: figure.origin,
        isComparable: figure.kind == before.kind
          && before.quantity?.unit.isCommensurable(with: unit) != false))
  }

  private static func quantity(_ table: DataTable, _ row: Int, _ column: Int) -> Quantity? {
    guard table.rows[row].indices.contains(column),
      case .quantity(let quantity) = table.rows[row][column].value
    else { return nil }
    return quantity
  }

  private static func number(_ quantity: Quantity?, in unit: MeasureUnit) -> ExactDecimal? {
    guard let quantity else { return nil }
    return quantity.unit == unit ? quantity.number : quantity.converted(to: unit)?.number
  }

  /// 达 and 达到 only point at a number; the other qualifiers say it is not exact.
  static func isApproximate(_ quantities: Quantity?...) -> Bool {
    quantities.contains { quantity in
      quantity?.qualifiers.contains { $0.word != "达" && $0.word != "达到" } ?? false
    }
  }

  private static func sum(_ numbers: [ExactDecimal?]) -> ExactDecimal? {
    var sum = ExactDecimal(0)
    for number in numbers {
      guard let number else { continue }
      guard let next = sum.adding(number) else { return nil }
      sum = next
    }
    return sum
  }
}
