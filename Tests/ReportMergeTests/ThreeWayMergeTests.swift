import ReportMerge
import ReportModel
import SourceText
import Testing

@Suite struct ThreeWayMergeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var base: String
    var mine: String
    var theirs: String
    var merged: String
    var kinds: [MergeEvent.Kind]

    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "a number in a reworded sentence",
      base: "新建冷库5座,投资320万元。", mine: "全年共建成冷库5座,累计投资320万元。",
      theirs: "新建冷库7座,投资320万元。", merged: "全年共建成冷库7座,累计投资320万元。",
      kinds: [.wordsEditedByHand, .wordsEditedByHand, .numberUpdated, .wordsEditedByHand]),
    Case(
      name: "numbers side by side",
      base: "查处案件2起5人次。", mine: "查处案件3起5人次。", theirs: "查处案件2起6人次。",
      merged: "查处案件3起6人次。", kinds: [.numberEditedByHand, .numberUpdated]),
    Case(
      name: "both to the same value",
      base: "惠及农户120户。", mine: "惠及农户130户。", theirs: "惠及农户130户。",
      merged: "惠及农户130户。", kinds: [.numberAgreed]),
    Case(
      name: "both to different values",
      base: "惠及农户120户。", mine: "惠及农户130户。", theirs: "惠及农户140户。",
      merged: "惠及农户130户。", kinds: [.numberConflict]),
    Case(
      name: "a qualifier is part of the number",
      base: "培训社员98人次。", mine: "培训社员近100人次。", theirs: "培训社员104人次。",
      merged: "培训社员近100人次。", kinds: [.numberConflict]),
    Case(
      name: "a direction that the data turns",
      base: "销量比上年增长5%。", mine: "销量较去年增长5%。", theirs: "销量比上年下降3%。",
      merged: "销量较去年下降3%。", kinds: [.wordsEditedByHand, .wordsGenerated, .numberUpdated]),
    Case(
      name: "a direction edited by hand too",
      base: "销量比上年增长5%。", mine: "销量比上年提升5%。", theirs: "销量比上年下降3%。",
      merged: "销量比上年提升5%。", kinds: [.wordsConflict]),
    Case(
      name: "a sentence split by hand",
      base: "改造网点12个,配送农资40吨。", mine: "改造网点12个。配送农资40吨。",
      theirs: "改造网点12个,配送农资46吨。", merged: "改造网点12个。配送农资46吨。",
      kinds: [.wordsEditedByHand, .numberUpdated]),
    Case(
      name: "a clause moved by hand",
      base: "改造网点12个,配送农资40吨。回收农膜3吨。", mine: "改造网点12个。回收农膜3吨,配送农资40吨。",
      theirs: "改造网点12个,配送农资46吨。回收农膜3吨。", merged: "改造网点12个。回收农膜3吨,配送农资46吨。",
      kinds: [.wordsEditedByHand, .numberUpdated, .droppedByHand]),
    Case(
      name: "a change in a sentence dropped by hand",
      base: "改造网点12个。配送农资40吨。", mine: "改造网点12个。", theirs: "改造网点12个。配送农资46吨。",
      merged: "改造网点12个。", kinds: [.changedWhereDropped]),
    Case(
      name: "sentences added on both sides",
      base: "改造网点12个。\n", mine: "改造网点12个。群众普遍叫好。\n", theirs: "改造网点12个。另有3个在建。\n",
      merged: "改造网点12个。群众普遍叫好。另有3个在建。\n", kinds: [.addedByHand, .addedByData]),
    Case(
      name: "the same sentence added on both sides",
      base: "改造网点12个。\n", mine: "改造网点12个。另有3个在建。\n", theirs: "改造网点12个。另有3个在建。\n",
      merged: "改造网点12个。另有3个在建。\n", kinds: [.wordsAgreed]),
    Case(
      name: "a copy typed by hand",
      base: "发放贴息贷款1864万元。", mine: "发放贴息贷款1864万元。其中1864万元当月到位。",
      theirs: "发放贴息贷款1902万元。", merged: "发放贴息贷款1902万元。其中1864万元当月到位。",
      kinds: [.numberUpdated, .addedByHand, .possiblyStale]),
    Case(
      name: "line ends of the draft",
      base: "改造网点12个。\n", mine: "改造网点12个。\r\n", theirs: "改造网点14个。\n配送农资46吨。\n",
      merged: "改造网点14个。\r\n配送农资46吨。\r\n", kinds: [.numberUpdated, .addedByData]),
    Case(
      name: "a byte order mark of the draft",
      base: "改造网点12个。", mine: "\u{FEFF}改造网点12个。", theirs: "改造网点14个。",
      merged: "\u{FEFF}改造网点14个。", kinds: [.wordsEditedByHand, .numberUpdated]),
    Case(
      name: "nothing anywhere", base: "", mine: "", theirs: "", merged: "", kinds: []),
    Case(
      name: "a first text", base: "", mine: "", theirs: "改造网点12个。", merged: "改造网点12个。",
      kinds: [.addedByData]),
  ]

  @Test(arguments: cases)
  func merges(_ test: Case) {
    let result = merge(test.base, test.mine, test.theirs)
    #expect(result.text == test.merged)
    #expect(result.events.map(\.kind) == test.kinds)
  }

  static let outline = """
    青禾县供销合作联社工作小结

    一、主要工作

    1.网点建设。改造网点12个,投资320万元。

    2.农资供应。配送化肥640吨,储备种子85吨。

    3.助农销售。开展直播18场,销售果品2100吨。

    二、打算

    1.补齐短板。推进仓储升级。

    """

  @Test func swapsRenumberedItemsAndUpdatesTheirNumbers() {
    let mine = Self.outline.replacing(
      "2.农资供应。配送化肥640吨,储备种子85吨。\n\n3.助农销售。开展直播18场,销售果品2100吨。",
      with: "2.助农销售。开展直播18场,销售果品2100吨。\n\n3.农资供应。配送化肥640吨,储备种子85吨。")
    let theirs = Self.outline.replacing("640吨", with: "655吨").replacing("18场", with: "21场")
    let result = merge(Self.outline, mine, theirs)
    #expect(
      result.text
        == mine.replacing("640吨", with: "655吨").replacing("18场", with: "21场"))
    #expect(result.conflicts.isEmpty)
  }

  @Test func reportsNumberingThatTheMergeBreaks() throws {
    let mine = Self.outline.replacing(
      "\n\n二、打算", with: "\n\n4.基层党建。开展活动6次。\n\n二、打算")
    let theirs = Self.outline.replacing(
      "\n\n二、打算", with: "\n\n4.安全生产。排查隐患9处。\n\n二、打算")
    let result = merge(Self.outline, mine, theirs)
    #expect(result.text.contains("4.基层党建。开展活动6次。\n\n4.安全生产。排查隐患9处。"))
    let broken = try #require(result.events.first { $0.kind == .numberingBroken })
    #expect(broken.headings == ["一、主要工作", "4.安全生产"])
  }

  @Test func tellsTheCellOfANumberEditedByHand() throws {
    let cell = ValueOrigin(file: "data/figures.csv", line: 4, column: 3, path: "指标.网点.个数")
    var base = SourcedText()
    base.append("改造网点".utf8, from: .words(file: "1.txt", offset: 0))
    base.append(
      "12个".utf8, from: .value([cell], Quantity(ExactDecimal(12), unit: MeasureUnit("个"))))
    base.append("。".utf8, from: .words(file: "1.txt", offset: 30))
    let result = ThreeWayMerge.merge(
      base: SourceFile(name: "base", text: base.text),
      mine: SourceFile(name: "mine", text: "改造网点15个。"),
      theirs: SourceFile(name: "theirs", text: base.text), theirsSegments: base.segments)
    let event = try #require(result.events.first)
    #expect(event.kind == .numberEditedByHand)
    let number = try #require(event.numbers.first)
    #expect(number.origins == [cell])
    #expect(number.isDirect)
    #expect(number.mine?.value == ExactDecimal(15))
    #expect(number.label == "改造网点")
    #expect(event.result == 12..<17)
    #expect(event.mineText == "15个")
    #expect(
      event.message.text(in: .zh)
        == "人工改动的数字,已保留:改造网点 12个 改为 15个 (data/figures.csv:4:3)")
  }

  @Test func marksConflictsInTheTextWhenAsked() {
    let texts = ["培训98人次。", "培训99人次。", "培训104人次。"].map {
      SourceFile(name: "", text: $0)
    }
    let result = ThreeWayMerge.merge(
      base: texts[0], mine: texts[1], theirs: texts[2], style: .markBoth)
    #expect(result.text == "培训〔冲突｜草稿：99人次｜数据：104人次〕。")
    #expect(ConflictMark.places(in: SourceFile(name: "", text: result.text)) == [6..<59])
    #expect(ConflictMark.places(in: texts[1]).isEmpty)
  }

  @Test func givesEveryKindAMessageInBothLanguages() {
    for kind in MergeEvent.Kind.allCases {
      let event = MergeEvent(
        kind: kind, base: 0..<1, mine: 0..<1, theirs: 0..<1, result: 0..<1, baseText: "旧文",
        mineText: "草稿文", theirsText: "新文", numbers: [], headings: [])
      for language in MessageLanguage.allCases {
        let text = event.message.text(in: language)
        #expect(!text.contains("{"))
        #expect(!text.isEmpty)
      }
    }
  }

  @Test func findsEditsAmongThousandsOfEqualSentences() {
    var mine = [String](repeating: "走访农户3户,发放宣传册20份。", count: 3_000)
    let base = mine.joined()
    var theirs = mine
    mine.insert("人工补写一句话。", at: 1_500)
    theirs[2_900] = "走访农户4户,发放宣传册20份。"
    let result = merge(base, mine.joined(), theirs.joined())
    mine[2_901] = theirs[2_900]
    #expect(result.text == mine.joined())
    #expect(result.conflicts.isEmpty)
  }
}

extension String {
  /// The text with every `part` replaced.
  func replacing(_ part: String, with other: String) -> String {
    var output = ""
    var rest = self[...]
    while let range = rest.firstRange(of: part) {
      output += rest[..<range.lowerBound] + other
      rest = rest[range.upperBound...]
    }
    return output + rest
  }
}
