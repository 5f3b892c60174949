import FigureWorkbook
import ReportModel
import XLSXWriter

/// The single figures as a sheet to fill, one a row.
struct FigureForm {
  private static let firstRow = 3
  private(set) var sheet: FormLayout.Sheet

  init(_ figures: [FormContent.Figure], line: String) {
    sheet = FormLayout.Sheet(name: FormMaker.figureSheet)
    let hasLast = figures.contains { !$0.last.isEmpty }
    let hasYear = figures.contains { !$0.lastYear.isEmpty }
    let hasOwner = figures.contains { !$0.owner.isEmpty }
    sheet.rows = [
      [FormLayout.Cell("单项指标", .title)],
      [FormLayout.Cell(line.isEmpty ? "只填浅黄色的格" : "\(line)  只填浅黄色的格", .subtitle)],
    ]
    var heads = ["指标", "名称", "数值", "单位", "限定"]
    if hasLast { heads.append("上期") }
    if hasYear { heads.append("上年同期") }
    heads += ["口径", "截至"]
    if hasOwner { heads.append(RemarkColumn.owner) }
    heads += [RemarkColumn.note, FigureForm.requirementHead]
    sheet.rows.append(heads.map { FormLayout.Cell($0, .head) })
    for figure in figures {
      let requirement = Self.requirement(figure)
      var cells = [
        FormLayout.Cell(figure.id, .label), FormLayout.Cell(figure.label, .label),
        FormLayout.Cell(TableForm.content(figure.value, true), requirement.look),
        FormLayout.Cell(figure.unit, .label), FormLayout.Cell(figure.qualifiers, .input),
      ]
      if hasLast { cells.append(FormLayout.Cell(figure.last, .earlierText)) }
      if hasYear { cells.append(FormLayout.Cell(figure.lastYear, .earlierText)) }
      cells += [
        FormLayout.Cell(figure.kind?.chinese ?? "", .label), FormLayout.Cell(figure.asOf, .label),
      ]
      if hasOwner { cells.append(FormLayout.Cell(figure.owner, .label)) }
      cells += [FormLayout.Cell(figure.note, .input), FormLayout.Cell(requirement.hint, .label)]
      sheet.rows.append(cells)
    }
    sheet.headRow = Self.firstRow - 1
    sheet.frozen = (Self.firstRow, 2)
    addRules(figures)
    fit()
  }

  /// The column that tells what is asked for; it holds no data.
  static let requirementHead = "填写要求"

  private static func requirement(_ figure: FormContent.Figure) -> CellRequirement {
    CellRequirement(
      head: figure.label.isEmpty ? figure.id : figure.label, schema: figure.schema,
      unit: figure.unit, kind: figure.kind)
  }

  /// Neighbours that ask for the same share a rule: a sheet holds 255.
  private mutating func addRules(_ figures: [FormContent.Figure]) {
    var rules: [FormLayout.Rule] = []
    var schema: DataSchema.Value?
    for (index, figure) in figures.enumerated() {
      let row = Self.firstRow + index
      let own = Self.requirement(figure)
      if schema == figure.schema, rules.count >= 200, let last = rules.indices.last {
        rules[last].range = CellRange(
          firstRow: rules[last].range.first.row, firstColumn: 2, lastRow: row, lastColumn: 2)
        continue
      }
      guard rules.count < 250 else { break }
      schema = figure.schema
      rules.append(
        FormLayout.Rule(range: CellRange(row: row, column: 2), validation: own.validation))
    }
    let last = Self.firstRow + figures.count - 1
    rules.append(
      FormLayout.Rule(
        range: CellRange(firstRow: Self.firstRow, firstColumn: 4, lastRow: last, lastColumn: 4),
        validation: DataValidation(
          .length(.atMost(.number(20))),
          input: .init(title: "限定", text: "近、约、超、达、余、以上等;没有的空着。"),
          error: .init(title: "填写有误", text: "这里只填近、约、超、达、余、以上等词。"))))
    sheet.rules = rules
  }

  private mutating func fit() {
    let body = sheet.rows.dropFirst(Self.firstRow - 1)
    let count = sheet.rows[Self.firstRow - 1].count
    sheet.widths = (0..<count).map { column in
      FormWidth.of(body.compactMap { $0[column]?.text }, within: 8...30)
    }
    sheet.heights = [0: 28, Self.firstRow - 1: 22]
    for (index, row) in sheet.rows.enumerated().dropFirst(Self.firstRow) {
      let needed =
        row.enumerated().map { column, cell in
          FormWidth.height(of: cell?.text ?? "", width: sheet.widths[column])
        }.max() ?? 20
      sheet.heights[index] = min(needed, 120)
    }
  }
}
