import SourceText

/// WRD011: 及 twice in one list.
enum ChainedConjunctions: Rule {
  static let description = RuleDescription(
    "WRD011", "chained-conjunctions", .info,
    summary: Message(zh: "一串并列里连用“及”", en: "及 twice in one list"),
    reason: Message(
      zh: "“及”连接最后一项；连用两个，分不清层次。", en: "及 joins the last member; two of them hide the ranks."),
    basis: RuleBasis(.fact, Message(zh: "语法", en: "grammar")),
    exemption: Message(
      zh: "“以及”“涉及”“及时”等词里的“及”不算；只查同一分句。", en: "及 inside words such as 以及 and 及时; one clause only."),
    bad: ["实施一中⟦及二中改造及⟧食堂扩建工程。"],
    good: ["实施一中、二中改造及食堂扩建工程。", "及时通报涉及一中及二中的问题。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    var first: Int?
    for offset in input.places(of: .and) where isWord(offset, input) {
      guard let start = first, !endsClause(start + 3..<offset, input) else {
        first = offset
        continue
      }
      report.report(
        start..<offset + 3, Message(zh: "一个分句里两个“及”", en: "及 twice in one clause"),
        remedy: Message(zh: "前面的改成顿号", en: "make the first one 、"))
      first = nil
    }
  }

  /// Whether a clause ends in a range: at ，；：！？（ and other full-width marks, 。 , ; or the line's end.
  private static func endsClause(_ range: Range<Int>, _ input: LintInput) -> Bool {
    for offset in range {
      switch input.byte(offset) {
      case 0x0A, 0x2C, 0x3B: return true
      case 0xEF: if input.byte(offset + 1) == 0xBC { return true }
      case 0xE3: if input.has("。", at: offset) { return true }
      default: break
      }
    }
    return false
  }

  /// Whether 及 stands as a word of its own.
  private static func isWord(_ offset: Int, _ input: LintInput) -> Bool {
    switch input.scalar(before: offset) {
    case "以", "涉", "普", "波", "危", "顾", "惠", "触", "企", "遍", "埃", "论", "提", "言", "兼", "推", "来", "不",
      "累", "殃", "旁", "力", "谈", "祸", "伤", "所":
      return false
    default: break
    }
    switch input.scalar(at: offset + 3) {
    case "时", "其", "格", "早", "至", "第", "物", "笄", "相", "以", "各": return false
    default: return true
    }
  }
}
