import ReportModel
import XLSXWriter

/// Every check as a live formula with its verdict, and what could not be checked.
struct CheckSheet {
  /// The column of the verdicts.
  static let verdictColumn = 6
  private static let heads = ["序号", "核对内容", "依据", "正文或标准", "数据或算得", "差", "结论", "去看"]

  /// What a check comes to.
  enum Verdict: String, CaseIterable {
    /// Both sides are the same.
    case agrees = "一致"
    /// They are not.
    case differs = "不一致"
    /// There is nothing to check against, or no formula for it.
    case unchecked = "未核"
  }

  let plan: WorkbookPlan
  private var sheet: SheetLayout

  /// The worksheet; nil where there is nothing to check.
  static func layout(plan: WorkbookPlan, faults: inout LayoutFaults) -> SheetLayout? {
    var maker = CheckSheet(plan)
    maker.make(&faults)
    return maker.sheet.rows.count > TableGeometry.firstRow ? maker.sheet : nil
  }

  private init(_ plan: WorkbookPlan) {
    self.plan = plan
    sheet = SheetLayout(
      name: plan.checks, purpose: "正文与数据、人均与标准、数据之间、取舍与列举的核对", tabColor: WorkbookTheme.proofTab)
  }

  private mutating func make(_ faults: inout LayoutFaults) {
    sheet.putTitle(
      "核对", words: "改动数据表的单元格,这里立即说明正文哪个数字要跟着改、哪几句要增删", width: Self.heads.count, plan: plan)
    sheet.putHead(Self.heads)
    for index in plan.snapshot.figures.indices { checkFigure(index) }
    for index in plan.snapshot.data.tables.indices { checkPerHead(index, &faults) }
    checkRelations()
    checkDecisions()
    let count = sheet.rows.count - TableGeometry.firstRow
    sheet.purpose += ",\(count) 项"
    let limits = [6...8.0, 24...44, 20...36, 11...22, 11...22, 9...18, 9...10, 12...22]
    sheet.fitColumns(to: TableGeometry.headRow..<sheet.rows.count, within: limits)
    sheet.frameTable(rows: count, columns: Self.heads.count, plan: plan)
    guard count > 0 else { return }
    sheet.tableName = plan.checks
    let first = CellPosition(row: TableGeometry.firstRow, column: Self.verdictColumn).a1
    let looks: [(SheetLayout.ConditionalLook.Look, Verdict)] = [
      (.bad, .differs), (.doubtful, .unchecked), (.good, .agrees),
    ]
    sheet.addLooks(
      looks.map { ($0, "\(first)=\"\($1.rawValue)\"") }, toColumn: Self.verdictColumn)
  }

  /// The number of the next row, as formulas count rows.
  var nextRow: Int { sheet.rows.count + 1 }

  mutating func append(_ cells: [CellLayout]) {
    sheet.append(cells)
  }

  /// The printed number, kept as it is, against the data as they are now.
  private mutating func checkFigure(_ index: Int) {
    let figure = plan.snapshot.figures[index]
    guard let value = figure.value else { return }
    let link = plan.links[index]
    let style = CellStyle(.number, decimals: NumberPrecision.printed(value))
    let row = sheet.rows.count + 1
    let what = figure.label.isEmpty ? "正文“\(figure.text)”" : "正文:\(figure.label)\(figure.text)"
    let place = SheetRange(
      sheet: plan.figures,
      range: CellRange(row: TableGeometry.firstRow + index, column: FigureSheet.valueColumn))
    var data = CellLayout(.blank, style)
    var difference = CellLayout(.blank, style)
    var verdict = CellLayout.text(Verdict.unchecked.rawValue, .verdict)
    if let formula = link.formula {
      data = CellLayout(.formula(formula, .number(value)), style)
      difference = CellLayout(
        .formula("ROUND(E\(row)-D\(row),10)", .number(ExactDecimal(0))), style)
      verdict = CellLayout(
        .formula(
          "IF(F\(row)=0,\"\(Verdict.agrees.rawValue)\",\"\(Verdict.differs.rawValue)\")",
          .text(Verdict.agrees.rawValue)), CellStyle(.verdict))
    }
    sheet.append([
      .count(row - TableGeometry.firstRow), .text(what, .small), .text(Self.ground(link), .small),
      CellLayout(.number(value), style), data, difference, verdict,
      CellLayout(.link("\(plan.figures)!\(place.range.a1)", place), CellStyle(.tableLink)),
    ])
  }

  private static func ground(_ link: FigureLink) -> String {
    switch (link.basis, link.formula) {
    case (.words, _): "文字里的数字,没有数据可核"
    case (_, nil): "由数据算出,工作簿没有它的算式"
    case (.direct, .some(let formula)): "等于 \(formula)"
    case (.derived, .some(let formula)): "算式 \(formula)"
    }
  }
}

extension CheckSheet {
  /// Amount ÷ persons of each row of a table that has one column of each, beside the standard
  /// where the table has one.
  private mutating func checkPerHead(_ index: Int, _ faults: inout LayoutFaults) {
    let table = plan.snapshot.data.tables[index]
    guard let columns = PerHeadColumns(table) else { return }
    for row in table.rows.indices {
      guard let check = PerHeadCheck(table, row: row, columns) else { continue }
      append(check, table: index, row: row, columns)
    }
  }

  private mutating func append(
    _ check: PerHeadCheck, table index: Int, row: Int, _ columns: PerHeadColumns
  ) {
    let table = plan.snapshot.data.tables[index]
    let geometry = plan.tables[index]
    func reference(_ column: Int) -> String {
      FormulaText.reference(geometry.sheet, geometry.position(row: row, column: column))
    }
    let (amount, persons) = (reference(columns.amount), reference(columns.persons))
    let line = sheet.rows.count + 1
    let style = CellStyle(.number, decimals: 2)
    let factor = "1" + String(repeating: "0", count: table.columns[columns.amount].unit.powerOfTen)
    var should = CellLayout(.blank, style)
    var difference = CellLayout(.blank, style)
    var verdict = CellLayout.text(Verdict.unchecked.rawValue, .verdict)
    if let standard = columns.standard, let exact = check.standard {
      let cell = reference(standard)
      should = CellLayout(.formula(cell, .number(exact)), style)
      difference = CellLayout(
        .formula("ROUND(E\(line)-D\(line),2)", .number(check.difference)), style)
      let slack = check.slack.description
      verdict = CellLayout(
        .formula(
          "IF(ROUND(ABS(\(amount)*\(factor)-\(cell)*\(persons)),6)<=\(slack),"
            + "\"\(Verdict.agrees.rawValue)\",\"\(Verdict.differs.rawValue)\")",
          .text(check.agrees ? Verdict.agrees.rawValue : Verdict.differs.rawValue)),
        CellStyle(.verdict))
    }
    let cell = SheetRange(
      sheet: geometry.sheet,
      range: CellRange(geometry.position(row: row, column: columns.amount)))
    sheet.append([
      .count(line - TableGeometry.firstRow),
      .text("人均:\(table.name) \(table.key(ofRow: row) ?? "")(元)", .small),
      .text(
        columns.standard == nil || check.standard == nil
          ? "金额÷人数,没有标准可核" : "金额÷人数应等于标准,容许金额末位的舍入", .small),
      should,
      CellLayout(
        .formula("ROUND(\(amount)*\(factor)/\(persons),2)", .number(check.perHead)), style),
      difference, verdict,
      CellLayout(.link("\(cell.sheet)!\(cell.range.a1)", cell), CellStyle(.tableLink)),
    ])
  }
}
