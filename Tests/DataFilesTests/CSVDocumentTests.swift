import DataFiles
import SourceText
import Testing

@Suite struct CSVDocumentTests {
  private func document(_ text: String, isTabbed: Bool = false) -> CSVDocument {
    CSVDocument(SourceFile(name: "data/表.csv", text: text), isTabbed: isTabbed)
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test(arguments: [
    "a,b\n1,2\n", "\u{FEFF}a,b\r\n\"1\",\"2\"\r\n", "a,b\n\n1,2", "", "\n\n", "a,b\r1,2\r",
    "标题\na,b\n\"x\"\"y\",\"换\n行\"\n",
  ])
  func withoutChangesEveryByteStays(_ source: String) {
    #expect(text(document(source).text()) == source)
  }

  @Test func aChangedCellKeepsItsQuotes() {
    var document = document("a,b,c\r\n\"1\",2,\r\n")
    document.set("x\"y", row: 1, column: 0)
    document.set("p,q", row: 1, column: 1)
    document.set("末", row: 1, column: 2)
    document.set("不在", row: 1, column: 3)
    document.set("不在", row: 9, column: 0)
    #expect(text(document.text()) == "a,b,c\r\n\"x\"\"y\",\"p,q\",末\r\n")
  }

  @Test func rowsStandBelowTheLastWhateverFollowsIt() {
    var document = document("a\tb\n1\t2\n\n", isTabbed: true)
    document.add(row: ["3", "4\t5"])
    #expect(text(document.text()) == "a\tb\n1\t2\n3\t\"4\t5\"\n\n")
    var open = self.document("a,b\r\n1,2")
    open.add(row: ["3", ""])
    #expect(text(open.text()) == "a,b\r\n1,2\r\n3,")
  }

  @Test func columnsStandAtTheRightBelowTheTitles() {
    var document = document("某县报表\n项目,金额(万元)\n甲,1\n乙,2\n")
    #expect(document.headRow(with: ["项目", "金额"]) == 1)
    document.addColumn("人数(人)")
    #expect(
      text(document.text(headRow: 1, addedValues: [3: ["7"]]))
        == "某县报表\n项目,金额(万元),人数(人)\n甲,1,\n乙,2,7\n")
  }
}
