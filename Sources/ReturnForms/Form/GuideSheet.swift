import ReportModel
import XLSXWriter

/// The sheet that explains how a form is filled in.
enum GuideSheet {
  static func sheet(
    _ header: FormMaker.Header, _ sheets: [FormLayout.Sheet]
  ) -> FormLayout.Sheet {
    var sheet = FormLayout.Sheet(name: FormMaker.guideSheet)
    sheet.widths = [14, 44, 16]
    sheet.rows = [[FormLayout.Cell("\(header.period?.title ?? "")数据填报表", .title)]]
    sheet.heights[0] = 28
    func row(_ label: String, _ value: String) {
      guard !value.isEmpty else { return }
      sheet.rows.append([FormLayout.Cell(label, .label), FormLayout.Cell(value, .label)])
    }
    row("布置单位", header.bureau)
    row("填报单位", header.unit)
    row("期间", header.period?.title ?? "")
    row("数据截至", header.asOf)
    for label in ["填报人", "填报日期"] {
      sheet.rows.append([FormLayout.Cell(label, .label), FormLayout.Cell("", .input)])
    }
    sheet.rows += [[], [FormLayout.Cell("怎样填", .head)]]
    for (index, line) in lines.enumerated() {
      sheet.heights[sheet.rows.count] = FormWidth.height(of: line, width: 44)
      sheet.rows.append([FormLayout.Cell("\(index + 1)", .label), FormLayout.Cell(line, .text)])
    }
    sheet.rows += [
      [],
      [
        FormLayout.Cell("工作表", .head), FormLayout.Cell("内容", .head),
        FormLayout.Cell("还没填的格", .head),
      ],
    ]
    for other in sheets {
      sheet.rows.append([
        FormLayout.Cell(.link(other.name, sheet: other.name), .link),
        FormLayout.Cell(purpose(of: other), .text),
        FormLayout.Cell(.number(.init(openCells(of: other))), .number),
      ])
    }
    return sheet
  }

  /// Blank rows for what may be added are not waited for.
  private static func openCells(of sheet: FormLayout.Sheet) -> Int {
    var rows = sheet.rows
    while let last = rows.last, last.allSatisfy({ $0?.content ?? .blank == .blank }) {
      rows.removeLast()
    }
    return rows.reduce(0) { sum, row in
      sum + row.count { $0?.look.isInput == true && $0?.look != .input && $0?.content == .blank }
    }
  }

  private static func purpose(of sheet: FormLayout.Sheet) -> String {
    switch sheet.name {
    case FormMaker.figureSheet: "单项指标,一行一项"
    case FormMaker.narrativeSheet: "文字叙述,一行一段"
    default: "数据表,一行一条"
    }
  }

  private static let lines = [
    "只填浅黄色的格。其他格已锁定,请不要改动表头、行名和工作表的名称。",
    "数字只填数,不带单位、逗号和“约”“余”等字;单位写在表头或旁边,“约”“余”等填在“限定”一列。",
    "灰色的是上期和上年同期的数,供对照,不用改。",
    "没有发生的填 0;不知道或不适用的空着。空着的格不会改掉已有的数。",
    "日期写成 2023-06-30;一格要写几项的,用“、”隔开。",
    "表里没有的,填在表末的空行里,先填行名。",
    "选中一格就能看到它的填写要求;填得不对会有提示,请按提示改过。",
    "填好后存为 .xlsx,交回布置单位。用 WPS、Excel 或 LibreOffice 都可以。",
  ]
}
