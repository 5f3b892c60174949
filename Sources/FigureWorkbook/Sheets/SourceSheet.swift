import ReportModel
import XLSXWriter

/// Where everything came from: the files with their hashes, and the place of each value.
enum SourceSheet {
  /// Values beyond this number are left out; those the text uses stand on the figures' sheet anyhow.
  static let mostValues = 100_000
  private static let fileHeads = ["文件", "种类", "编码", "SHA-256"]
  private static let valueHeads = ["取值路径", "文件", "行", "列", "数值", "单位", "所在单元格"]

  /// The worksheet.
  static func layout(plan: WorkbookPlan) -> SheetLayout {
    let snapshot = plan.snapshot
    var sheet = SheetLayout(
      name: plan.sources, purpose: "文件、校验值和每个数值的出处", tabColor: WorkbookTheme.proofTab)
    sheet.putTitle(
      "出处", words: "文件改动后,重新导出,校验值随之改变", width: valueHeads.count, plan: plan)
    putFiles(snapshot.sources, in: &sheet)
    sheet.append([])
    let head = sheet.append(valueHeads.map { .text($0, .head) }, height: 24)
    sheet.tableHead = head
    let rows = values(plan)
    for row in rows.prefix(mostValues) { sheet.append(row, height: 20) }
    let limits = [16...40.0, 16...30, 7...8, 7...8, 12...24, 8...12, 30...40]
    sheet.fitColumns(to: head..<sheet.rows.count, within: limits)
    sheet.isProtected = true
    sheet.setUpPage(head: head...head, caption: plan.caption)
    if !rows.isEmpty {
      let range = CellRange(
        firstRow: head, firstColumn: 0, lastRow: sheet.rows.count - 1,
        lastColumn: valueHeads.count - 1)
      sheet.filter = range
      sheet.tableName = plan.sources
      sheet.conditionalLooks.append(
        SheetLayout.ConditionalLook(
          .band,
          CellRange(
            firstRow: head + 1, firstColumn: 0, lastRow: range.last.row,
            lastColumn: range.last.column), when: "MOD(ROW(),2)=1"))
    }
    if rows.count > mostValues {
      sheet.append([.text("共 \(rows.count) 个数值,此处列出前 \(mostValues) 个", .subtitle)])
    }
    return sheet
  }

  /// The encoding takes two columns and the hash three, for the widths are the values' own.
  private static func putFiles(_ sources: [ReportSnapshot.Source], in sheet: inout SheetLayout) {
    func put(_ words: [String], _ roles: [CellStyle.Role]) {
      let blanks = roles.map { CellLayout(.blank, CellStyle($0)) }
      let row = sheet.append(
        [
          .text(words[0], roles[0]), .text(words[1], roles[1]), .text(words[2], roles[2]),
          blanks[2], .text(words[3], roles[3]), blanks[3], blanks[3],
        ], height: roles[0] == .head ? 24 : 20)
      sheet.merges.append(CellRange(firstRow: row, firstColumn: 2, lastRow: row, lastColumn: 3))
      sheet.merges.append(CellRange(firstRow: row, firstColumn: 4, lastRow: row, lastColumn: 6))
    }
    put(fileHeads, [.head, .head, .head, .head])
    for source in sources {
      put(
        [source.file, source.kind.title, source.encoding, source.hash],
        [.text, .centered, .centered, .code])
    }
  }

  private static func values(_ plan: WorkbookPlan) -> [[CellLayout]] {
    let data = plan.snapshot.data
    var rows: [[CellLayout]] = []
    for (index, table) in data.tables.enumerated() {
      let geometry = plan.tables[index]
      for row in table.rows.indices {
        for column in table.columns.indices where table.rows[row].indices.contains(column) {
          guard case .quantity(let quantity) = table.rows[row][column].value,
            let origin = table.origin(row: row, column: column)
          else { continue }
          let cell = CellRange(geometry.position(row: row, column: column))
          rows.append(self.row(quantity, origin, SheetRange(sheet: geometry.sheet, range: cell)))
        }
      }
    }
    for (index, figure) in data.figures.enumerated() {
      guard let quantity = figure.quantity else { continue }
      rows.append(row(quantity, figure.origin, plan.place(ofSingle: index)))
    }
    return rows
  }

  private static func row(
    _ quantity: Quantity, _ origin: ValueOrigin, _ cell: SheetRange
  ) -> [CellLayout] {
    [
      .text(origin.path, .text),
      .text(origin.sheet.map { "\(origin.file)!\($0)" } ?? origin.file, .text),
      .count(origin.line), .count(origin.column),
      CellLayout(
        .number(quantity.number),
        CellStyle(.number, decimals: NumberPrecision.printed(quantity.number))),
      .text(quantity.unit.text, .centered),
      CellLayout(
        .link("\(cell.sheet)!\(cell.range.first.a1)", cell), CellStyle(.tableLink)),
    ]
  }
}

extension ReportSnapshot.Source.Kind {
  /// The kind as people read it.
  var title: String {
    switch self {
    case .data: "数据"
    case .template: "模板"
    case .settings: "设置"
    }
  }
}
