import DataFiles
import SourceText
import TestSupport
import Testing

/// The faults that only workbooks and YAML files have, and those of cells where no line can be shown,
/// as they are printed in both languages.
@Suite struct WorkbookFaultGoldenTests {
  private static let schema = """
    表:
      资助:
        主键: 项目
        列:
          项目: {类型: 文本, 必需: true}
          金额: {类型: 数值, 单位: 万元, 必需: true, 合计: true}
          人数: {类型: 整数, 单位: 人}
          日期: {类型: 日期}
      明细: {列: {项目: {}, 金额: {类型: 数值, 单位: 万元}}}
    """

  private static let workbook: TestWorkbook = {
    var workbook = TestWorkbook()
    workbook.formats = ["0.0%", "yyyy-mm-dd"]
    let rows = [
      ["2000万", "无", "—"], ["１２", "/", "45107"], ["1,234", "1.5", "2023年6月30日"],
      ["12.5.1", "3", "2023-06-30 14:30"], ["—", "4", "月底"],
    ]
    let cells = TestWorkbook.rows(
      [["项目", "金额(万元)", "人数(人)", "日期"]] + rows.enumerated().map { ["第\($0.offset)项"] + $0.element })
    let odd =
      "<row r=\"7\" hidden=\"1\"><c r=\"A7\" t=\"inlineStr\"><is><t>公式</t></is></c>"
      + "<c r=\"B7\"><f>1+1</f></c><c r=\"C7\" t=\"e\"><v>#N/A</v></c><c r=\"D7\" t=\"e\"><v>#REF!</v></c></row>"
      + "<row r=\"8\"><c r=\"A8\" t=\"inlineStr\"><is><t>日期</t></is></c>"
      + "<c r=\"B8\" s=\"2\"><v>45107</v></c><c r=\"C8\" t=\"b\"><v>1</v></c></row>"
      + "<row r=\"9\"><c r=\"A9\" t=\"inlineStr\"><is><t>百分比</t></is></c>"
      + "<c r=\"B9\" s=\"1\"><v>0.467</v></c><c r=\"E9\"><v>8</v></c></row>"
      + "<row r=\"10\"><c r=\"A10\" t=\"inlineStr\"><is><t>合并</t></is></c><c r=\"C10\"><v>3</v></c></row>"
      + "<row r=\"11\"><c r=\"A11\" t=\"inlineStr\"><is><t>合并</t></is></c><c r=\"B11\"><v>3</v></c></row>"
    workbook.add(
      cells + odd, sheet: "资助", after: "<mergeCells><mergeCell ref=\"C10:C11\"/></mergeCells>")
    workbook.add(
      TestWorkbook.rows([["项目", "金额(万元)"], ["甲", "1.5"], ["乙", "2"], ["合计", "4"]]), sheet: "明细")
    workbook.add(TestWorkbook.rows([["项目"], ["甲"]]), sheet: "底稿", state: "hidden")
    return workbook
  }()

  private static let texts = [
    ("data/学校.yaml", "学校: 一中\n"), ("data/学生.yaml", "- 学校: 一中\n- 二中\n- 学校: {名称: 三中}\n"),
    ("data/narrative.yaml", "管理: ''\n问题: [甲, ~]\n"), ("data/叙述.yaml", "- 甲\n"),
    ("data/坏.yaml", "- 学校: [一中\n- 学校: 二中\n"), ("data/坏.json", "[{\"学校\": \"一中\"\n"),
    ("data/制表.yaml", "学校:\n\t一中\n"), ("data/重复.yaml", "- 学校: 一中\n  学校: 二中\n"),
  ]

  private static let reading: Reading = {
    let files = texts.map { SourceFile(name: $0.0, text: $0.1) }
    let workbooks: [DataInput] = [
      .workbook(name: "data/资料.xlsx", bytes: workbook.bytes),
      .workbook(name: "data/空.xlsx", bytes: []),
      .workbook(name: "data/旧.xls", bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
      .workbook(name: "data/断.xlsx", bytes: Array(workbook.bytes.prefix(600))),
    ]
    return Reading(workbooks + files.map(DataInput.text), files: files, schema: schema)
  }()

  @Test(arguments: MessageLanguage.allCases) func everyFaultReadsAsRecorded(
    language: MessageLanguage
  ) {
    let reading = Self.reading
    let text = reading.diagnostics.map { fault in
      var lines = ["\(reading.place(fault.place)) \(fault.severity.rawValue) \(fault.id)"]
      lines.append("  " + fault.message.text(in: language))
      if let remedy = fault.remedy { lines.append("  → " + remedy.text(in: language)) }
      for note in fault.notes {
        lines.append(
          "  · " + note.message.text(in: language)
            + (note.place.map { " (\(reading.place($0)))" } ?? ""))
      }
      return lines.joined(separator: "\n") + "\n"
    }.joined()
    GoldenFile.expect(
      text, at: GoldenFile.path("workbook-faults.\(language == .zh ? "zh" : "en").txt"))
  }

  @Test func everyFaultSaysWhatToDo() {
    for fault in Self.reading.diagnostics { #expect(fault.remedy != nil, "\(fault.id)") }
  }

  @Test func aFaultyCellTellsItsRow() {
    let cells = Self.reading.diagnostics.filter { fault in
      if case .cell(_, "资助", _) = fault.place { fault.severity == .error } else { false }
    }
    #expect(cells.count > 15)
    for fault in cells where fault.id != "data-blank-column-name" {
      #expect(fault.rowText?.isEmpty == false, "\(fault.id)")
    }
  }
}
