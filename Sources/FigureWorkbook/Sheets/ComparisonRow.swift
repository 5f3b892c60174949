import ReportModel
import XLSXWriter

/// A value beside that of the same period a year ago, with what the change comes to.
struct ComparisonRow {
  /// The table's name, or that of the single figures.
  var group: String
  /// The row's key; 合计 for a total.
  var key: String
  /// The column or the figure.
  var name: String
  /// The unit of both values.
  var unit: MeasureUnit
  /// The cell of this period's value on its own sheet; nil where this period has no such row.
  var nowCell: String?
  /// This period's value.
  var now: ExactDecimal?
  /// The value a year ago, in the same unit.
  var base: ExactDecimal?
  /// Where the value a year ago came from; nil for a total.
  var baseOrigin: ValueOrigin?
  /// Where this period's value came from.
  var nowOrigin: ValueOrigin?
  /// How many rows above are summed up; nil where the row is no total.
  var totalOf: Int?
  /// Whether both values cover the same stretch of time.
  var isComparable = true

  /// The change, exact.
  var change: ExactDecimal? {
    guard isComparable, let now, let base else { return nil }
    return now.subtracting(base)
  }

  /// Whether the change is one of percentages, told in points.
  var isInPoints: Bool { unit.base == "%" }

  /// The change in per cent of the value a year ago, with one digit after the point.
  ///
  /// Nil for percentages, and where the base is zero, negative or missing.
  var rate: ExactDecimal? {
    guard !isInPoints, let change, let base, !base.isZero, !base.isNegative else { return nil }
    return change.scaled(byPowerOfTen: 2)?.divided(by: base, digits: 1)
  }

  /// The change in the words of a bulletin.
  var words: String {
    guard isComparable else { return "口径不同,不作比较" }
    guard let change, let base else {
      return now == nil && base == nil ? "" : now == nil ? "本期没有数据" : "上年同期没有数据"
    }
    if change.isZero { return "与上年同期持平" }
    let size = (change.magnitude ?? change).normalized
    if isInPoints { return "同比\(change.isNegative ? "下降" : "提高")\(size)个百分点" }
    guard let rate, let percent = rate.magnitude?.normalized else {
      return "上年同期为\(base.normalized)\(unit.text)"
    }
    if rate.isZero { return "与上年同期基本持平" }
    return "同比\(change.isNegative ? "下降" : "增长")\(percent)%"
  }
}

/// All comparisons of a report with the same period a year ago, in the order of their sheet.
struct ComparisonRows {
  /// More rows are not compared: a table of that size is no table of a bulletin.
  private static let most = 20_000

  private(set) var rows: [ComparisonRow] = []
  /// The columns compared in all their rows: what charts can show.
  private(set) var groups: [Group] = []
  private var index: [ValueOrigin: Int] = [:]
  private var baseIndex: [ValueOrigin: Int] = [:]

  /// Rows of one column of a table, one for each of the table's own.
  struct Group {
    /// The index of the table and of its column.
    let table: Int
    let column: Int
    /// The rows that stand for the table's own rows, in its order.
    let rows: Range<Int>
  }

  init(_ snapshot: ReportSnapshot, tables: [TableGeometry], singles: (Int) -> String) {
    guard let lastYear = snapshot.lastYear else { return }
    for (index, table) in snapshot.data.tables.enumerated() {
      guard let before = lastYear.table(named: table.name) else { continue }
      add(table, at: index, tables[index], before: before)
    }
    for (number, figure) in snapshot.data.figures.enumerated() {
      guard let before = lastYear.figure(id: figure.id) else { continue }
      add(figure, cell: singles(number), before: before)
    }
    for (number, row) in rows.enumerated() {
      if let origin = row.nowOrigin { index[origin] = number }
      if let origin = row.baseOrigin { baseIndex[origin] = number }
    }
  }

  /// The row that compares the value of that cell.
  func row(of origin: ValueOrigin) -> Int? { index[origin] }

  /// The row that compares with the value of that cell of the year before.
  func row(ofBase origin: ValueOrigin) -> Int? { baseIndex[origin] }

  /// The total of the year before that sums up just those cells and comes to that value.
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
      let now = Self.number(table, row, column, unit)
      let base = beforeRow.flatMap { Self.number(before, $0, other, unit) }
      guard now != nil || base != nil else { continue }
      rows.append(
        ComparisonRow(
          group: table.name, key: key, name: table.columns[column].name, unit: unit,
          nowCell: FormulaText.reference(
            geometry.sheet, geometry.position(row: row, column: column)),
          now: now, base: base,
          baseOrigin: beforeRow.flatMap { before.origin(row: $0, column: other) },
          nowOrigin: table.origin(row: row, column: column)))
    }
  }

  /// Rows that only the year before had.
  private mutating func addMissing(
    _ table: DataTable, _ column: Int, _ before: DataTable, _ other: Int
  ) {
    let keys = Set(table.rows.indices.compactMap { table.key(ofRow: $0) })
    for row in before.rows.indices {
      let unit = table.columns[column].unit
      guard let key = before.key(ofRow: row), !keys.contains(key),
        let base = Self.number(before, row, other, unit)
      else { continue }
      rows.append(
        ComparisonRow(
          group: table.name, key: key, name: table.columns[column].name, unit: unit, base: base,
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
        group: table.name, key: "合计", name: table.columns[column].name,
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
        group: "单项指标", key: figure.label.isEmpty ? figure.id : figure.label, name: figure.id,
        unit: unit, nowCell: cell, now: figure.quantity?.number,
        base: before.quantity?.converted(to: unit)?.number, baseOrigin: before.origin,
        nowOrigin: figure.origin,
        isComparable: figure.kind == before.kind
          && before.quantity?.unit.isCommensurable(with: unit) != false))
  }

  private static func number(
    _ table: DataTable, _ row: Int, _ column: Int, _ unit: MeasureUnit
  ) -> ExactDecimal? {
    guard table.rows[row].indices.contains(column),
      case .quantity(let quantity) = table.rows[row][column].value
    else { return nil }
    return quantity.unit == unit ? quantity.number : quantity.converted(to: unit)?.number
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
