import SourceText

/// NAM009: an organ of the place that the register does not have.
enum UnregisteredOrgan: Rule {
  static let description = RuleDescription(
    "NAM009", "unregistered-organ", .warning,
    summary: Message(zh: "单位名称不在机构名录里", en: "an organ that is not in the register"),
    reason: Message(
      zh: "名录里没有的单位，不是写错了名称，就是已经改名或合并。",
      en: "An organ the register lacks is misnamed, renamed or merged."),
    basis: RuleBasis(
      .law,
      Message(
        zh: "《党政机关公文处理工作条例》第九条第十一项", en: "official documents regulation, article 9(11)")),
    exemption: Message(
      zh:
        "要在设置里给出名录：词表 organs，一行一个单位，写地名后面的部分（教育局、卫生健康局），全称和准用的简称都要写。只查“县、市、区、州、旗”后面以“局”结尾的名称；“原……局”、引号里的不算。",
      en:
        "The register is the list organs of the settings: a row an organ, as it follows the place (教育局), full names and set short ones. Only names that end with 局 and follow 县, 市, 区, 州 or 旗 are looked at; former ones (原) and quotations are left alone."
    ),
    need: .organs,
    bad: [
      RuleExample("会同县⟦文体旅游局⟧开展检查。", register, in: .organs),
      RuleExample("澄溪县⟦教肓局⟧印发通知。", register, in: .organs),
    ],
    good: [
      RuleExample("会同县教育局、市卫生健康局开展检查，县域发展格局更加清晰。", register, in: .organs),
      RuleExample("接收原县文体旅游局档案，全市上下一盘棋，打开新局。", register, in: .organs),
    ])

  private static var register: [WordRow] { [WordRow("教育局"), WordRow("卫生健康局")] }

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let known = Set(input.words(of: .organs).map(\.range.upperBound))
    for offset in input.places(of: Array("局".utf8)) where !known.contains(offset + 3) {
      guard let start = nameStart(before: offset, input), !isWord(offset, input),
        !input.isQuoted(start), !input.isMasked(start),
        !input.contains(["原", "前"], in: max(0, start - 30)..<start)
      else { continue }
      let range = start..<offset + 3
      report.report(
        range,
        Message(
          zh: "机构名录里没有“{0}”", en: "the register has no “{0}”", input.text(range)),
        remedy: Message(
          zh: "核对名称，名录有遗漏就补进词表 organs", en: "check the name, or add it to words: organs"))
    }
  }

  /// Where a name of two to eight characters begins behind a place's rank and ends before `offset`.
  private static func nameStart(before offset: Int, _ input: LintInput) -> Int? {
    var start = offset
    for count in 0...8 {
      let scalar = input.scalar(before: start)
      switch scalar {
      case "县", "市", "区", "州", "旗":
        // 市场监管局 and 区域协作局 have no rank in them.
        if input.has("场", at: start) || input.has("域", at: start) || input.has("政", at: start) {
          break
        }
        return count >= 2 ? start : nil
      default:
        guard scalar.isHan else { return nil }
      }
      start = input.start(before: start)
    }
    return nil
  }

  /// Whether 局 ends another word than an organ's name: 格局, 大局.
  private static func isWord(_ offset: Int, _ input: LintInput) -> Bool {
    switch input.scalar(before: offset) {
    case "格", "大", "布", "结", "全", "开", "僵", "棋", "当", "书", "时", "政", "战", "变", "新", "分", "总", "各",
      "我", "本", "该", "县", "市", "省", "区", "州", "旗", "饭", "定", "破", "困", "胜", "顾", "两", "三", "多", "个":
      true
    default:
      // 局面, 局部 and 局势; 局长 and 局机关 still name the organ.
      input.has("面", at: offset + 3) || input.has("部", at: offset + 3)
        || input.has("势", at: offset + 3)
    }
  }
}
