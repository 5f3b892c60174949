import ReportModel
import ReportWorkspace
import ReturnForms
import SourceText
import TestSupport

/// A report folder with a pack of its own, to be filled in by forms.
struct FormFixture: ~Copyable {
  let folder = TemporaryFolder()
  var path: String { folder.path + "/2023H2" }

  static let pack = """
    名称: 测试
    标题: "{{期间}}总结"
    部分:
      - {文件: 01.txt, 角色: done}
    表:
      资助:
        主键: 项目
        列:
          项目: {类型: 文本, 必需: true}
          金额: {类型: 数值, 单位: 万元, 合计: true, 必需: true, 范围: [0, 1000]}
          人数: {类型: 整数, 单位: 人, 范围: [0, 5000]}
          级别: {类型: 文本, 取值: [省级, 市级]}
          开始: {类型: 日期}
          学校: {类型: 列表}
    指标:
      安全.会议: {类型: 整数, 单位: 次, 范围: [0, 100], 必需: true}
      安全.投入: {类型: 数值, 单位: 万元}

    """

  static let section = """
    一、总体情况

    1.安全。召开会议{{安全.会议}}{% if 安全.投入 %},投入{{安全.投入}}{% endif %}。{{叙述.党建}}
    2.资助。{% for 项 in 资助 分隔 ";" %}{{项.项目}}{{项.金额}}{% if 项.人数 %},{{项.人数}}{% endif %}{% endfor %}。

    """

  static let table =
    "项目,金额(万元),人数(人),级别,开始,学校,说明\n幼儿园,62,1240,省级,2023-09-01,一小、二小,\n高中,\"36\",450,,,,按季\n"
  static let figures = "指标,名称,数值,单位,限定,写法,说明\n安全.会议,安全会议,3,次,,三次,\n安全.投入,安全投入,12.50,万元,约,,\n"
  static let narrative = "# 叙述\n党建: \"抓党建。\"  # 每期改\n问题:\n  - 标题: 师资不足\n"

  init(
    table: String? = FormFixture.table, figures: String? = FormFixture.figures,
    narrative: String? = FormFixture.narrative, tableFile: String = "资助.csv"
  ) {
    folder.write("期间: 2023年下半年\n单位: 测试局\n", to: "2023H2/report.yaml")
    folder.write(Self.pack, to: "2023H2/templates/pack.yaml")
    folder.write(Self.section, to: "2023H2/templates/01.txt")
    if let table { folder.write(table, to: "2023H2/data/\(tableFile)") }
    if let figures { folder.write(figures, to: "2023H2/data/figures.csv") }
    if let narrative { folder.write(narrative, to: "2023H2/data/narrative.yaml") }
  }

  func report() throws -> ReportFolder {
    try ReportFolder(at: path, allowsMissing: true)
  }

  /// A file of the data folder as text.
  func data(_ name: String) -> String {
    TestFile.read(path + "/data/" + name) ?? "–"
  }

  /// A form of the report, with texts or numbers put into cells: `("资助", "B5", "63")`.
  func form(
    _ cells: [(sheet: String, cell: String, text: String)], named name: String = "甲.xlsx",
    unit: String = ""
  ) throws -> (name: String, bytes: [UInt8]) {
    let source = FormSource(try report())
    var layout = FormMaker.layout(FormContent(source), FormMaker.Header(source, unit: unit))
    for (sheet, cell, text) in cells { layout.put(text, cell, of: sheet) }
    let file = folder.path + "/" + name
    try FormWriter.write(layout, to: file)
    return (name, TestFile.bytes(file) ?? [])
  }

  /// Imports workbooks and writes what they change.
  func take(_ forms: (name: String, bytes: [UInt8])...) throws -> FormImport {
    let report = try report()
    let outcome = FormImport(forms, into: report)
    if outcome.isSound(skipsFaulty: false) {
      try ChangePlan(outcome.changes, in: report).write()
    }
    return outcome
  }
}

extension FormLayout {
  /// Puts a value into a cell named as a spreadsheet names it: a number where it is one.
  mutating func put(_ text: String, _ cell: String, of name: String) {
    guard let sheet = sheets.firstIndex(where: { $0.name == name }) else { return }
    let column = cell.utf8.prefix { $0 >= 0x41 }.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
    let row = (Int(cell.drop { $0.isLetter }) ?? 1) - 1
    while sheets[sheet].rows.count <= row { sheets[sheet].rows.append([]) }
    while sheets[sheet].rows[row].count <= column { sheets[sheet].rows[row].append(nil) }
    let look = sheets[sheet].rows[row][column]?.look ?? .input
    let content: Cell.Content =
      text.isEmpty ? .blank : ExactDecimal(text).map { .number($0) } ?? .text(text)
    sheets[sheet].rows[row][column] = Cell(content, look)
  }
}

extension FormImport {
  /// The changes as `path: old → new`.
  var lines: [String] { changes.map { "\($0.target.path): \($0.old) → \($0.new)" } }

  /// What was found, as `id at place`.
  var faults: [String] {
    (files.flatMap(\.diagnostics) + conflicts).filter { $0.severity != .info }.map { diagnostic in
      var place = ""
      if case .cell(let file, let sheet, let cell) = diagnostic.place {
        place = " \(file)!\(sheet)!\(cell)"
      }
      return diagnostic.id + place
    }
  }
}
