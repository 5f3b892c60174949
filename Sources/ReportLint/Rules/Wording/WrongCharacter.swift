import SourceText

/// WRD004: a word written with a wrong character.
enum WrongCharacter: LexicalRule {
  static let description = RuleDescription(
    "WRD004", "wrong-character", .error, fix: .safe,
    summary: Message(zh: "错别字", en: "a word written with a wrong character"),
    reason: Message(
      zh: "这些写法不见于词典，是形近或音近的误写。",
      en: "No dictionary has these; they are slips between like characters."),
    basis: RuleBasis(.standard, Message(zh: "《现代汉语词典》的词形", en: "the word forms of 现代汉语词典")),
    exemption: Message(
      zh: "只收没有别的意思的词；“按排名”“竞争相”一类碰巧相连的字不算；引号里的原文也报。",
      en: "Only forms with no other meaning; characters that meet by chance (按排名) are left alone."),
    bad: [
      RuleExample("工作⟦布署⟧到位。", fixed: "工作部署到位。"), RuleExample("统一⟦按排⟧车辆。", fixed: "统一安排车辆。"),
      RuleExample("⟦迫不急待⟧地报名。", fixed: "迫不及待地报名。"),
    ],
    good: ["工作部署到位。", "按排名先后发言。", "按排序先后入场。", "他们都竟争相报名。"])
  static let list = WordList.wrongCharacters
  static let safety = Fix.Safety.safe

  static func message(_ found: String, _ right: String) -> Message {
    Message(zh: "“{0}”应为“{1}”", en: "“{0}” should be “{1}”", found, right)
  }
}
