import XLSXWriter

/// The narratives as a sheet to write in, one a row.
enum NarrativeForm {
  static let pathHead = "项"
  static let textHead = "内容"
  private static let firstRow = 3
  private static let spareRows = 6

  static func sheet(_ narratives: [FormContent.Narrative], line: String) -> FormLayout.Sheet {
    var sheet = FormLayout.Sheet(name: FormMaker.narrativeSheet)
    let hasLast = narratives.contains { !$0.last.isEmpty }
    let words = "写在浅黄色的格里;列表要加一项,在下面空行照着写,如 问题[4].标题"
    sheet.rows = [
      [FormLayout.Cell("叙述", .title)],
      [FormLayout.Cell(line.isEmpty ? words : "\(line)  \(words)", .subtitle)],
      [FormLayout.Cell(pathHead, .head), FormLayout.Cell(textHead, .head)]
        + (hasLast ? [FormLayout.Cell("上期内容", .head)] : []),
    ]
    sheet.widths = [
      FormWidth.of(narratives.map(\.path) + [pathHead], within: 16...30), 70,
    ]
    if hasLast { sheet.widths.append(50) }
    sheet.heights = [0: 28, 2: 22]
    for narrative in narratives {
      sheet.heights[sheet.rows.count] = max(
        34, FormWidth.height(of: narrative.text, width: 70),
        FormWidth.height(of: narrative.last, width: 56))
      sheet.rows.append(
        [FormLayout.Cell(narrative.path, .label), FormLayout.Cell(narrative.text, .inputText)]
          + (hasLast ? [FormLayout.Cell(narrative.last, .earlierText)] : []))
    }
    for _ in 0..<spareRows {
      sheet.rows.append([FormLayout.Cell("", .input), FormLayout.Cell("", .inputText)])
    }
    sheet.rules = [
      FormLayout.Rule(
        range: CellRange(
          firstRow: firstRow, firstColumn: 1, lastRow: sheet.rows.count - 1, lastColumn: 1),
        validation: DataValidation(
          .length(.atMost(.number(30_000))),
          input: .init(title: "内容", text: "一段文字,印在正文段落里;可以写 {{指标}} 印出数字。"),
          error: .init(title: "填写有误", text: "这一格最多 30000 字,请缩短。")))
    ]
    sheet.headRow = firstRow - 1
    sheet.frozen = (firstRow, 1)
    return sheet
  }
}
