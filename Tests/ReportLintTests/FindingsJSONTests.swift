import BulletinSyntax
import ReportLint
import SourceText
import Testing

@Suite struct FindingsJSONTests {
  @Test func writesTheContract() {
    let source = SourceFile(name: "草稿.txt", text: "一\r\n小记者工作工作经验。\n")
    let findings = Linter().lint(SyntaxTree.parse(source))
    let json = FindingsJSON(language: .en).write([([source], findings)])
    #expect(
      String(decoding: json, as: UTF8.self) == """
        {"findings":[{"file":"草稿.txt","rule":"WRD001","name":"doubled-word","severity":"error",\
        "line":2,"column":4,"endLine":2,"endColumn":8,\
        "message":"“工作” is written twice in a row"}]}

        """)
  }

  @Test func findsPlacesInTheFilesTheyNameOnly() {
    let data = SourceFile(name: "资金.csv", text: "a\nb\n")
    let findings = [
      Diagnostic("ragged", at: .text(file: "资金.csv", range: 2..<3), Message(zh: "甲", en: "x")),
      Diagnostic("absent", .info, at: .file("report.yaml"), Message(zh: "乙", en: "y")),
    ]
    let json = FindingsJSON(language: .zh).write([([data], findings)])
    #expect(
      String(decoding: json, as: UTF8.self) == """
        {"findings":[{"file":"资金.csv","rule":"ragged","name":"ragged","severity":"error",\
        "line":2,"column":1,"endLine":2,"endColumn":2,"message":"甲","text":"b"},\
        {"file":"report.yaml","rule":"absent","name":"absent","severity":"info",\
        "line":1,"column":1,"endLine":1,"endColumn":1,"message":"乙"}]}

        """)
  }

  @Test func aFaultOfDataSaysWhatToDoAndShowsItsRow() {
    let data = SourceFile(name: "资金.csv", text: "项目,金额(万元)\r\n甲,2000万\r\n")
    let remedy = Message(zh: "请写成 {0}", en: "write {0}", "2000")
    let row = Diagnostic.Note(row: "甲 | 2000万")
    let findings = [
      Diagnostic(
        "data-a", at: .text(file: "资金.csv", range: 27..<34), Message(zh: "甲", en: "x"),
        remedy: remedy),
      Diagnostic(
        "data-b", at: .cell(file: "资金.xlsx", sheet: "明细", reference: "B2"),
        Message(zh: "乙", en: "y"), remedy: remedy, notes: [row]),
    ]
    let json = FindingsJSON(language: .en).write([([data], findings)])
    #expect(
      String(decoding: json, as: UTF8.self) == """
        {"findings":[{"file":"资金.csv","rule":"data-a","name":"data-a","severity":"error",\
        "line":2,"column":3,"endLine":2,"endColumn":8,"message":"x","remedy":"write 2000",\
        "text":"甲,2000万"},\
        {"file":"资金.xlsx","rule":"data-b","name":"data-b","severity":"error",\
        "line":1,"column":1,"endLine":1,"endColumn":1,"message":"y","remedy":"write 2000",\
        "sheet":"明细","cell":"B2","text":"甲 | 2000万"}]}

        """)
  }

  @Test func aVeryLongLineIsCutBetweenCharacters() {
    let data = SourceFile(name: "长.csv", text: String(repeating: "字", count: 3_000))
    let fault = Diagnostic(
      "data-a", at: .text(file: "长.csv", range: 4_500..<4_503), Message(zh: "甲", en: "x"))
    let json = FindingsJSON(language: .zh).write([([data], [fault])])
    #expect(!String(decoding: json, as: UTF8.self).contains("\u{FFFD}"))
    #expect(json.count < 5_000)
  }

  @Test func writesNothingAsAnEmptyList() {
    let json = FindingsJSON(language: .zh).write([])
    #expect(String(decoding: json, as: UTF8.self) == "{\"findings\":[]}\n")
  }
}
