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
    var index = 0
    let bytes = input.bytes
    while index + 3 <= bytes.count {
      let lead = bytes[index]
      if lead == 0xE5, bytes[index + 1] == 0x8F, bytes[index + 2] == 0x8A {
        if isWord(index, input) {
          if let start = first {
            report.report(
              start..<index + 3, Message(zh: "一个分句里两个“及”", en: "及 twice in one clause"),
              remedy: Message(zh: "前面的改成顿号", en: "make the first one 、"))
            first = nil
          } else {
            first = index
          }
        }
        index += 3
      } else if lead == 0xEF && bytes[index + 1] == 0xBC
        || lead == 0xE3 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x82
        || lead == 0x2C || lead == 0x3B || lead == 0x0A
      {
        // ，；：！？（ and 。 end the clause.
        first = nil
        index += lead < 0x80 ? 1 : 3
      } else {
        index += 1
      }
    }
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
