import ReportModel
import XLSXWriter

/// A data table as a worksheet: real numbers, units in the head, a row of totals.
struct DataTableSheet {
  private let table: DataTable
  private let index: Int
  private let geometry: TableGeometry
  private let plan: WorkbookPlan
  private var decimals: [Int8] = []
  private var roles: [CellStyle.Role] = []
  private var sheet: SheetLayout

  /// The widest a column of words gets before its texts are broken into lines.
  private static let widestText = 26.0
  /// The widest a column of long texts in small letters gets.
  private static let widestSmall = 40.0

  private init(_ index: Int, _ plan: WorkbookPlan) {
    self.index = index
    table = plan.snapshot.data.tables[index]
    geometry = plan.tables[index]
    self.plan = plan
    sheet = SheetLayout(
      name: geometry.sheet, purpose: "数据表,\(table.rows.count) 行", tabColor: WorkbookTheme.dataTab)
  }

  /// The worksheet of the table with that index.
  static func layout(
    table index: Int, plan: WorkbookPlan, faults: inout LayoutFaults
  ) -> SheetLayout {
    var maker = DataTableSheet(index, plan)
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
    sheet.isDataTable = true
    measure()
    sheet.putTitle(
      table.name, words: "数据文件:\(table.file)\(table.sheet.map { "(工作表 \($0))" } ?? "")",
      width: geometry.width, plan: plan)
    sheet.putHead(geometry.arranged({ table.columns[$0].head }, \.column.head))
    for row in table.rows.indices { appendRow(row, &faults) }
    if Self.hasTotals(table) { appendTotals(&faults) }
    let limits = geometry.arranged(
      { column in
        table.columns[column].isNumeric
          ? 10...30.0 : 8...(roles[column] == .small ? Self.widestSmall : Self.widestText)
      }, { _ in 10...30.0 })
    sheet.fitColumns(to: TableGeometry.headRow..<sheet.rows.count, within: limits)
    sheet.frameTable(rows: table.rows.count, columns: geometry.width, plan: plan)
    sheet.canGrow = true
    sheet.columnsAreOpen = !Self.hasTotals(table)
    sheet.addRules(of: table, geometry, asked: plan.snapshot.schema.table(named: table.name))
    sheet.charts = TableCharts(plan, table: index).placed(below: sheet)
  }

  /// Finds the digits each column shows, and which columns of words need several lines.
  private mutating func measure() {
    decimals = table.columns.indices.map { column in
      NumberPrecision.decimals(
        of: table.columns[column].unit, for: quantities(inColumn: column).lazy.map(\.number))
    }
    roles = table.columns.indices.map { column in
      var widest = 0.0
      for row in table.rows where row.indices.contains(column) {
        let text = Self.text(of: row[column].value)
        widest = max(widest, text.utf8.contains(0x0A) ? .infinity : TypesetWidth.of(text))
      }
      if widest <= Self.widestText - 2 { return widest <= 11 ? .centered : .text }
      return widest <= 2 * Self.widestText ? .wrapped : .small
    }
    if let key = table.keyColumn, roles[key] == .centered { roles[key] = .text }
  }

  private func quantities(inColumn column: Int) -> [Quantity] {
    table.rows.compactMap { row in
      guard row.indices.contains(column), case .quantity(let quantity) = row[column].value else {
        return nil
      }
      return quantity
    }
  }

  /// The words of a cell that holds words.
  static func text(of value: DataValue) -> String {
    switch value {
    case .text(let text): text
    case .list(let members): members.joined(separator: "、")
    case .blank, .quantity: ""
    }
  }

  private mutating func appendRow(_ row: Int, _ faults: inout LayoutFaults) {
    sheet.append(
      geometry.arranged(
        { column in
          guard table.rows[row].indices.contains(column),
            let origin = table.origin(row: row, column: column)
          else { return CellLayout(.blank, CellStyle(.text, isOpen: true)) }
          return cell(table.rows[row][column].value, column: column, origin, &faults).open
        }, { $0.cell(table, row: row, geometry) }))
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
      return CellLayout(
        .blank, CellStyle(table.columns[column].isNumeric ? .number : roles[column]))
    case .text, .list:
      let text = Self.text(of: value).withPlainLineEnds
      faults.check(text, at: origin)
      return .text(text, roles[column])
    }
  }

  private mutating func appendTotals(_ faults: inout LayoutFaults) {
    let blank = CellLayout(.blank, CellStyle(.totalText))
    var cells = geometry.arranged(
      { column in
        guard table.columns[column].addsUp else { return blank }
        guard let sum = Self.sum(quantities(inColumn: column)) else {
          faults.sumTooLarge(column: table.columns[column].name, of: table)
          return blank
        }
        return CellLayout(
          .formula("SUM(\(geometry.cells(ofColumn: column).a1))", .number(sum)),
          CellStyle(.totalNumber, decimals: decimals[column]))
      }, { $0.total(table, geometry) ?? blank })
    if let label = cells.firstIndex(where: { $0.content == .blank }) {
      cells[label] = .text("合计", .totalText)
    }
    sheet.append(cells)
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
