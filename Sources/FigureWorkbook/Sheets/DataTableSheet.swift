import ReportModel
import XLSXWriter

/// A data table as a worksheet: real numbers, units in the head, a row of totals.
struct DataTableSheet {
  private let table: DataTable
  private let geometry: TableGeometry
  private let plan: WorkbookPlan
  private var decimals: [Int8] = []
  private var wraps: [Bool] = []
  private var sheet: SheetLayout

  /// The widest a column of words gets before its texts are broken into lines.
  private static let widestText = 34.0

  private init(_ table: DataTable, _ geometry: TableGeometry, _ plan: WorkbookPlan) {
    self.table = table
    self.geometry = geometry
    self.plan = plan
    sheet = SheetLayout(
      name: geometry.sheet, purpose: "数据表,\(table.rows.count) 行", tabColor: WorkbookTheme.dataTab)
  }

  /// The worksheet of the table with that index.
  static func layout(
    table index: Int, plan: WorkbookPlan, faults: inout LayoutFaults
  ) -> SheetLayout {
    let table = plan.snapshot.data.tables[index]
    var maker = DataTableSheet(table, plan.tables[index], plan)
    maker.make(&faults)
    return maker.sheet
  }

  /// Whether the table's sheet has a row of totals.
  static func hasTotals(_ table: DataTable) -> Bool {
    !table.rows.isEmpty && table.columns.contains(where: \.addsUp)
  }

  private mutating func make(_ faults: inout LayoutFaults) {
    guard table.rows.count + TableGeometry.firstRow + 1 <= LayoutFaults.mostRows else {
      return faults.tooManyRows(table)
    }
    measure()
    sheet.putTitle(
      table.name, words: "数据文件:\(table.file)\(table.sheet.map { "(工作表 \($0))" } ?? "")",
      width: table.columns.count, plan: plan)
    sheet.putHead(geometry.columns.map { table.columns[$0].head })
    for row in table.rows.indices { appendRow(row, &faults) }
    if Self.hasTotals(table) { appendTotals(&faults) }
    let limits = geometry.columns.map { column in
      table.columns[column].isNumeric ? 10...30.0 : 8...Self.widestText
    }
    sheet.fitColumns(to: TableGeometry.headRow..<sheet.rows.count, within: limits)
    sheet.frameTable(rows: table.rows.count, columns: table.columns.count, plan: plan)
  }

  /// Finds the digits each column shows, and which columns of words need several lines.
  private mutating func measure() {
    decimals = table.columns.indices.map { column in
      NumberPrecision.decimals(
        of: table.columns[column].unit, for: quantities(inColumn: column).lazy.map(\.number))
    }
    wraps = table.columns.indices.map { column in
      table.rows.contains { row in
        guard row.indices.contains(column) else { return false }
        let text = Self.text(of: row[column].value)
        return text.utf8.contains(0x0A) || TypesetWidth.of(text) > Self.widestText - 2
      }
    }
  }

  private func quantities(inColumn column: Int) -> [Quantity] {
    table.rows.compactMap { row in
      guard row.indices.contains(column), case .quantity(let quantity) = row[column].value else {
        return nil
      }
      return quantity
    }
  }

  private static func text(of value: DataValue) -> String {
    switch value {
    case .text(let text): text
    case .list(let members): members.joined(separator: "、")
    case .blank, .quantity: ""
    }
  }

  private mutating func appendRow(_ row: Int, _ faults: inout LayoutFaults) {
    let cells = geometry.columns.map { column -> CellLayout in
      guard table.rows[row].indices.contains(column),
        let origin = table.origin(row: row, column: column)
      else { return CellLayout(.blank, CellStyle(.text)) }
      return cell(table.rows[row][column].value, column: column, origin, &faults)
    }
    let isBroken = zip(geometry.columns, cells).contains { column, cell in
      wraps[column] && cell.content != .blank
    }
    sheet.append(cells, height: isBroken ? nil : 20)
  }

  private func cell(
    _ value: DataValue, column: Int, _ origin: ValueOrigin, _ faults: inout LayoutFaults
  ) -> CellLayout {
    switch value {
    case .quantity(let quantity):
      faults.check(quantity.number, at: origin)
      return CellLayout(
        .number(quantity.number), CellStyle(.number, decimals: decimals[column]),
        note: QuantityNote.text(quantity, columnUnit: table.columns[column].unit))
    case .blank:
      return CellLayout(.blank, CellStyle(table.columns[column].isNumeric ? .number : .text))
    case .text, .list:
      let text = Self.text(of: value).withPlainLineEnds
      faults.check(text, at: origin)
      return .text(text, wraps[column] ? .wrapped : .text)
    }
  }

  private mutating func appendTotals(_ faults: inout LayoutFaults) {
    var cells = geometry.columns.map { column -> CellLayout in
      guard table.columns[column].addsUp else { return CellLayout(.blank, CellStyle(.totalText)) }
      guard let sum = Self.sum(quantities(inColumn: column)) else {
        faults.sumTooLarge(column: table.columns[column].name, of: table)
        return CellLayout(.blank, CellStyle(.totalText))
      }
      return CellLayout(
        .formula("SUM(\(geometry.cells(ofColumn: column).a1))", .number(sum)),
        CellStyle(.totalNumber, decimals: decimals[column]))
    }
    if let label = cells.firstIndex(where: { $0.content == .blank }) {
      cells[label] = .text("合计", .totalText)
    }
    sheet.append(cells, height: 22)
  }

  /// The exact sum of the numbers; nil where no spreadsheet holds it.
  static func sum(_ quantities: [Quantity]) -> ExactDecimal? {
    var total = ExactDecimal(0)
    for quantity in quantities {
      guard let next = total.adding(quantity.number) else { return nil }
      total = next
    }
    return total.significantDigits <= LayoutFaults.mostDigits ? total : nil
  }
}
