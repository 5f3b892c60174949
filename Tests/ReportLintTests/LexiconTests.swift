import BulletinSyntax
import SourceText
import Testing

@testable import ReportLint

@Suite struct LexiconTests {
  static func words(_ text: String, _ lexicon: Lexicon) -> [String] {
    let bytes = Array(text.utf8)
    let matches = lexicon.matches(in: bytes, at: TextScan(bytes, lexicon).wordStarts)
    return WordList.allCases.flatMap { list in
      matches[list.number].map {
        "\(list.rawValue) \(String(decoding: bytes[$0.range], as: UTF8.self))"
      }
    }.sorted()
  }

  @Test func everyListHasItsOwnNumber() {
    #expect(WordList.allCases.map(\.number) == Array(WordList.allCases.indices))
  }

  @Test func everyBuiltInWordIsFound() {
    for entry in Lexicon.builtIn.entries {
      let found = Self.words(entry.row.word, .builtIn)
      #expect(found.contains("\(entry.list.rawValue) \(entry.row.word)"))
    }
  }

  @Test func guardsLeaveOtherWordsAlone() {
    let lexicon = Lexicon().adding(
      [WordRow("校培", right: "校外培训", notAfter: ["学"], notBefore: ["训"])], to: .abbreviations)
    #expect(Self.words("规范校培", lexicon) == ["abbreviations 校培"])
    #expect(Self.words("学校培", lexicon).isEmpty)
    #expect(Self.words("抓校培训", lexicon).isEmpty)
  }

  @Test func theLongestWordOfAListWins() {
    let lexicon = Lexicon().adding([WordRow("上新台阶"), WordRow("上新")], to: .stockPhrases)
      .adding([WordRow("上新")], to: .spokenWords)
    #expect(Self.words("再上新台阶", lexicon) == ["spoken-words 上新", "stock-phrases 上新台阶"])
  }

  @Test func rowsReplaceAndTakeOut() {
    let lexicon = Lexicon().adding([WordRow("甲乙", right: "丙"), WordRow("丁戊")], to: .laws)
    let changed = lexicon.adding([WordRow("-丁戊"), WordRow("甲乙", right: "己")], to: .laws)
    #expect(changed.rows(of: .laws) == [WordRow("甲乙", right: "己")])
  }

  @Test func wordsOfOtherScriptsAreNotHeld() {
    #expect(!Lexicon.canHold("ab") && !Lexicon.canHold("甲") && Lexicon.canHold("甲乙c"))
    #expect(Lexicon().adding([WordRow("甲")], to: .laws).rows(of: .laws).isEmpty)
  }

  @Test func tablesAreRead() {
    let rows = WordRow.rows(of: "# 注\r\n甲乙\t丙\t丁 戊\t己\r\n\n庚辛\n")
    #expect(
      rows == [
        WordRow("甲乙", right: "丙", notAfter: ["丁", "戊"], notBefore: ["己"]), WordRow("庚辛"),
      ])
  }
}
