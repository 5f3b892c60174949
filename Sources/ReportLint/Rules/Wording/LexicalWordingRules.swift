import SourceText

/// WRD005: words that are often taken for one another.
enum UnsureWord: LexicalRule {
  static let description = RuleDescription(
    "WRD005", "unsure-word", .info, fix: .needsReview,
    summary: Message(zh: "容易混用的词：截止与截至、其它与其他、帐与账", en: "words often taken for one another"),
    reason: Message(
      zh: "“截止”是到期停止，“截至”才是停在某个时候；“账”是规范用字。",
      en: "截止 is to end, 截至 is as of; 账 is the standard character."),
    basis: RuleBasis(
      .standard,
      Message(zh: "《现代汉语词典》和《第一批异形词整理表》", en: "现代汉语词典; the table of variant words of 2001")),
    exemption: Message(
      zh: "只查词表里的搭配；引文照录的可以忽略。", en: "Only what the list has; quotations may be accepted."),
    bad: [RuleExample("⟦截止目前⟧，维修校舍3所。", fixed: "截至目前，维修校舍3所。")],
    good: ["截至目前，维修校舍3所。", "报名于7月1日截止。"])
  static let list = WordList.unsureWords
  static let safety = Fix.Safety.needsReview

  static func message(_ found: String, _ right: String) -> Message {
    Message(zh: "“{0}”一般写作“{1}”", en: "“{0}” is usually “{1}”", found, right)
  }
}

/// WRD007: words that say one thing twice.
enum RedundantWord: LexicalRule {
  static let description = RuleDescription(
    "WRD007", "redundant-word", .info, fix: .needsReview,
    summary: Message(zh: "语义重复", en: "words that say one thing twice"),
    reason: Message(
      zh: "“涉及”的“及”就是“到”，再写“到”是重复。", en: "及 in 涉及 means 到 already; saying it again adds nothing."),
    basis: RuleBasis(
      .law,
      Message(
        zh: "《党政机关公文处理工作条例》第十九条：文字精练", en: "党政机关公文处理工作条例, article 19: be concise")),
    exemption: Message(zh: "只查词表里的词。", en: "Only what the list has."),
    bad: [RuleExample("问题⟦涉及到⟧三所学校。", fixed: "问题涉及三所学校。")],
    good: ["问题涉及三所学校。"])
  static let list = WordList.redundantWords
  static let safety = Fix.Safety.needsReview

  static func message(_ found: String, _ right: String) -> Message {
    Message(zh: "“{0}”语义重复，“{1}”就够", en: "“{0}” says it twice; “{1}” will do", found, right)
  }
}

/// WRD010: words of speech.
enum SpokenWord: LexicalRule {
  static let description = RuleDescription(
    "WRD010", "spoken-word", .off,
    summary: Message(zh: "口语词", en: "words of speech"),
    reason: Message(zh: "公文用书面语。", en: "Official texts are written, not spoken."),
    basis: RuleBasis(.practice, Message(zh: "行文惯例", en: "how such texts are written")),
    exemption: Message(zh: "讲话、引文里的不必改。", en: "Speeches and quotations."),
    bad: [
      RuleExample(
        "⟦老百姓⟧满意度提高。", configuration: LintConfiguration(levels: ["WRD010": .info]))
    ],
    good: ["群众满意度提高。"])
  static let list = WordList.spokenWords
  static let safety = Fix.Safety.displayOnly

  static func message(_ found: String, _ right: String) -> Message {
    Message(zh: "“{0}”是口语，可用“{1}”", en: "“{0}” is spoken; “{1}” may serve", found, right)
  }
}

/// WRD013: a rank without a source.
enum Superlative: LexicalRule {
  static let description = RuleDescription(
    "WRD013", "superlative", .off,
    summary: Message(zh: "“全市第一”一类没有出处的排名", en: "a rank such as 全市第一 without a source"),
    reason: Message(
      zh: "排名要有出处，否则不能采信。", en: "A rank wants a source; otherwise nobody can rely on it."),
    basis: RuleBasis(
      .law,
      Message(
        zh: "《党政机关公文处理工作条例》第十九条：内容真实", en: "党政机关公文处理工作条例, article 19: be true")),
    exemption: Message(zh: "写明评比、通报出处的可以忽略。", en: "Ranks with their source may be accepted."),
    bad: [
      RuleExample(
        "宣传积分排名⟦全市第一⟧。", configuration: LintConfiguration(levels: ["WRD013": .info]))
    ],
    good: ["宣传积分在全市排名靠前。"])
  static let list = WordList.superlatives
  static let safety = Fix.Safety.displayOnly

  static func message(_ found: String, _ right: String) -> Message {
    Message(zh: "“{0}”要有出处", en: "“{0}” wants a source", found)
  }
}

/// WRD016: a word not to be used of people.
enum DemeaningWord: LexicalRule {
  static let description = RuleDescription(
    "WRD016", "demeaning-word", .warning, fix: .needsReview,
    summary: Message(zh: "对人不尊重的用语", en: "a word not to be used of people"),
    reason: Message(
      zh: "新闻和公文不用歧视残疾人等群体的称呼。", en: "News and official texts use no words that demean people."),
    basis: RuleBasis(
      .practice,
      Message(
        zh: "《新华社新闻信息报道中的禁用词和慎用词》（2014年首批，2016年修订）",
        en: "the Xinhua News Agency's list of words not to be used (2014, revised 2016)")),
    exemption: Message(zh: "书名、成语和引文里的可以忽略。", en: "Titles, idioms and quotations may be accepted."),
    bad: [RuleExample("走访⟦残废人⟧家庭5户。", fixed: "走访残疾人家庭5户。")],
    good: ["走访残疾人家庭5户。", "避免瞎子摸象式决策。"])
  static let list = WordList.demeaningWords
  static let safety = Fix.Safety.needsReview

  static func message(_ found: String, _ right: String) -> Message {
    Message(zh: "“{0}”是禁用词，应写“{1}”", en: "“{0}” is not to be used; write “{1}”", found, right)
  }
}
