import ReportModel
import XLSXWriter

extension CheckSheet {
  /// Whether the text would be put together otherwise now: its choices, and what it lists.
  mutating func checkDecisions() {
    let formulas = DecisionFormula(plan: plan)
    for decision in plan.snapshot.decisions {
      switch decision.subject {
      case .condition(let condition, let held):
        append(decision, formulas.formula(condition), held, formulas.target(condition))
      case .fixed(let held): append(decision, nil, held, nil)
      case .list(let table, let columns): append(decision, table, columns, formulas)
      }
    }
  }

  private mutating func append(
    _ decision: TextDecision, _ formula: String?, _ held: Bool, _ target: SheetRange?
  ) {
    let words = held ? Self.holds : Self.holdsNot
    var now = CellLayout.text("", .centered)
    if let formula {
      now = CellLayout(
        .formula("IF(\(formula),\"\(Self.holds)\",\"\(Self.holdsNot)\")", .text(words)),
        CellStyle(.centered))
    }
    let member = decision.member.isEmpty ? "" : "(\(decision.member))"
    let ground =
      formula == nil
      ? "由叙述、设置或别的期间的表决定,工作簿里没有它的单元格"
      : held ? "条件成立,正文写了;不再成立要删去" : "条件不成立,正文没写;成立了要补上"
    appendDecision(
      "取舍:\(decision.words)\(member)", "\(ground)(\(decision.place))",
      .text(words, .centered), now, also: formula == nil ? nil : [], target)
  }

  private mutating func append(
    _ decision: TextDecision, _ name: String, _ columns: [String], _ formulas: DecisionFormula
  ) {
    guard let index = plan.snapshot.data.tables.firstIndex(where: { $0.name == name }),
      let count = formulas.rowCount(ofTable: name)
    else { return }
    let table = plan.snapshot.data.tables[index]
    // The count is of the sheet's first column, of which a cell may be blank.
    let first = plan.tables[index].columns.first ?? 0
    let rows = table.rows.count { $0.indices.contains(first) && $0[first].value != .blank }
    let texts = formulas.sameTexts(table: name, columns: columns)
    let checked =
      texts == nil
      ? "文字太多,只核行数" : columns.isEmpty ? "核行数" : "核行数和\(columns.joined(separator: "、"))"
    let style = CellStyle(.number, decimals: 0)
    let number = ExactDecimal(rows)
    appendDecision(
      "列举:\(name)的各行", "正文逐行列举,\(checked);有变动就要重新导出(\(decision.place))",
      CellLayout(.number(number), style), CellLayout(.formula(count, .number(number)), style),
      also: texts ?? [],
      SheetRange(
        sheet: plan.tables[index].sheet, range: CellRange(row: TableGeometry.headRow, column: 0)))
  }

  /// Adds a row: what held when the text was made, what holds now, and whether that is the same.
  ///
  /// `also` are further conditions; nil says that there is nothing to compare.
  private mutating func appendDecision(
    _ what: String, _ ground: String, _ then: CellLayout, _ now: CellLayout, also: [String]?,
    _ target: SheetRange?
  ) {
    let row = nextRow
    var verdict = CellLayout.text(Verdict.unchecked.rawValue, .verdict)
    if let also {
      let same = "E\(row)=D\(row)"
      let condition =
        also.isEmpty ? same : "AND(\(([same] + also).joined(separator: ",")))"
      verdict = CellLayout(
        .formula(
          "IF(\(condition),\"\(Verdict.agrees.rawValue)\",\"\(Verdict.differs.rawValue)\")",
          .text(Verdict.agrees.rawValue)), CellStyle(.verdict))
    }
    append([
      .count(row - TableGeometry.firstRow), .text(what, .small), .text(ground, .small), then, now,
      CellLayout(.blank, CellStyle(.number)), verdict,
      target.map {
        CellLayout(.link("\($0.sheet)!\($0.range.first.a1)", $0), CellStyle(.tableLink))
      } ?? .text("", .text),
    ])
  }

  private static let holds = "成立"
  private static let holdsNot = "不成立"
}
