import BulletinSyntax
import ReportLint
import SourceText
import Testing

@Suite struct FindingsJSONTests {
  @Test func writesTheContract() {
    let source = SourceFile(name: "草稿.txt", text: "一\r\n小记者工作工作经验。\n")
    let findings = Linter().lint(SyntaxTree.parse(source))
    let json = FindingsJSON(language: .en).write([(source, findings)])
    #expect(
      String(decoding: json, as: UTF8.self) == """
        {"findings":[{"file":"草稿.txt","rule":"WRD001","name":"doubled-word","severity":"error",\
        "line":2,"column":4,"endLine":2,"endColumn":8,\
        "message":"“工作” is written twice in a row"}]}

        """)
  }

  @Test func writesNothingAsAnEmptyList() {
    let json = FindingsJSON(language: .zh).write([])
    #expect(String(decoding: json, as: UTF8.self) == "{\"findings\":[]}\n")
  }
}
