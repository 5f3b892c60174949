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
        "line":2,"column":1,"endLine":2,"endColumn":2,"message":"甲"},\
        {"file":"report.yaml","rule":"absent","name":"absent","severity":"info",\
        "line":1,"column":1,"endLine":1,"endColumn":1,"message":"乙"}]}

        """)
  }

  @Test func writesNothingAsAnEmptyList() {
    let json = FindingsJSON(language: .zh).write([])
    #expect(String(decoding: json, as: UTF8.self) == "{\"findings\":[]}\n")
  }
}
