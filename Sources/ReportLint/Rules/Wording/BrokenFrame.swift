import SourceText

/// WRD002: a frame 以…为… that lacks its 为.
enum BrokenFrame: Rule {
  static let description = RuleDescription(
    "WRD002", "broken-frame", .warning,
    summary: Message(zh: "“以…为…”缺了“为”", en: "a frame 以…为… without 为"),
    reason: Message(zh: "“以甲为乙”少了“为”，句子不成立。", en: "以甲为乙 is no sentence without its 为."),
    basis: RuleBasis(.fact, Message(zh: "语法", en: "grammar")),
    exemption: Message(
      zh: "只查以“载体、抓手、主线、契机、突破口、切入点、着力点、落脚点”收尾的分句。",
      en: "Only clauses that end with 载体, 抓手, 主线, 契机, 突破口, 切入点, 着力点 or 落脚点."),
    bad: ["⟦以“书香校园”载体⟧，推动阅读。", "⟦以专项督查抓手⟧，压实责任。"],
    good: [
      "以“书香校园”为载体，推动阅读。", "以更好的载体，推动阅读。", "可以找准抓手，推动阅读。", "以评促建，找准切入点，推动阅读。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for mark in input.marks {
      // The last bytes of 体, 手, 线, 机, 口 and 点; at most marks it is told that no noun stands there.
      switch input.byte(mark.offset - 1) {
      case 0x93, 0x8B, 0xBF, 0xBA, 0xA3, 0xB9: break
      default: continue
      }
      switch mark.scalar {
      case "，", ",", "。", "；", ";": break
      default: continue
      }
      switch input.scalar(before: mark.offset) {
      case "体", "手", "线", "机", "口", "点": break
      default: continue
      }
      guard let noun = nouns.first(where: { input.has($0, before: mark.offset) }) else { continue }
      let nounStart = mark.offset - noun.utf8CodeUnitCount
      guard let start = frameStart(before: nounStart, input) else { continue }
      report.report(
        start..<mark.offset,
        Message(zh: "“{0}”之前少了“为”", en: "为 is missing before “{0}”", "\(noun)"),
        remedy: Message(zh: "写作“以…为{0}”", en: "write 以…为{0}", "\(noun)"))
    }
  }

  private static let nouns: [StaticString] = [
    "载体", "抓手", "主线", "契机", "突破口", "切入点", "着力点", "落脚点",
  ]

  /// Where the clause's 以 stands, if it opens a frame that no 为 completes.
  private static func frameStart(before noun: Int, _ input: LintInput) -> Int? {
    var offset = noun
    var depth = 0
    while offset > max(0, noun - 120) {
      let start = input.start(before: offset)
      let scalar = input.scalar(at: start)
      if depth == 0 {
        switch scalar {
        case "为", "作", "是", "把", "将", "有", "成", "即", "当", "找", "选", "抓", "紧", "扣", "创", "搭", "等",
          "建", "的":
          return nil
        case "，", ",", "。", "；", ";", "、", "：", ":", "\n": return nil
        case "以": return isPreposition(at: start, input) ? start : nil
        default: break
        }
      }
      if scalar.isClosingMark { depth += 1 }
      if scalar == "“" || scalar == "《" || scalar == "（" || scalar == "(" { depth -= 1 }
      if depth < 0 { return nil }
      offset = start
    }
    return nil
  }

  /// Whether 以 at `start` is a word of its own.
  private static func isPreposition(at start: Int, _ input: LintInput) -> Bool {
    switch input.scalar(before: start) {
    case "可", "所", "得", "予", "加", "难", "用", "足", "何", "给", "致", "借", "据": return false
    default: break
    }
    switch input.scalar(at: start + 3) {
    case "及", "上", "下", "后", "来", "内", "外", "往", "免", "便", "前", "至", "致", "期", "更", "此":
      return false
    default: return true
    }
  }
}
