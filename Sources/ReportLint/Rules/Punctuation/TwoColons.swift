import SourceText

/// PUN015: two colons in one sentence, one within the reach of the other.
enum TwoColons: Rule {
  static let description = RuleDescription(
    "PUN015", "two-colons", .info,
    summary: Message(zh: "一句话里套用冒号", en: "a colon within the reach of another"),
    reason: Message(
      zh: "一个句子里一般不套用冒号，否则分不清提示到哪里为止。",
      en: "A sentence usually takes one colon; with two nobody sees how far each reaches."),
    basis: RuleBasis(.standard, Message(zh: "GB/T 15834-2011", en: "GB/T 15834-2011")),
    exemption: Message(
      zh: "引号、括号里的，时刻、比例里的，标题和网页文字里的不算；各项用分号隔开的不算。",
      en:
        "Colons in quotation marks and brackets, in times and ratios, in titles and furniture; members parted by ；."
    ),
    bad: ["今年抓好三件事：一是办学条件⟦：⟧新建校舍，维修操场。"],
    good: [
      "今年抓好三件事：一是新建校舍，二是维修操场。", "校长说：“同学们：大家好。”", "时间：17:44起，地点：一楼会议室。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard input.scan.mayHold("：") else { return }
    var first: TextScan.Mark?
    for mark in input.marks {
      switch mark.scalar {
      case "。", "！", "？", "；", "“", "（", "(", "”", "）", ")": first = nil
      case "：":
        guard !input.isFrame(mark.offset) else { continue }
        if let open = first, !input.contains(["\n"], in: open.end..<mark.offset) {
          if isNested(open, mark, input) {
            let note = report.note(Message(zh: "前一个冒号", en: "the colon before"), at: open.range)
            report.report(
              mark.range, Message(zh: "一句话里套用了冒号", en: "a colon within the reach of another"),
              remedy: Message(zh: "把其中一个改成逗号或句号", en: "make one of them ， or 。"), notes: [note])
          }
          first = nil
        } else {
          first = mark
        }
      default: break
      }
    }
  }

  /// Whether the first colon announces members and the second stands in the first of them.
  private static func isNested(
    _ open: TextScan.Mark, _ mark: TextScan.Mark, _ input: LintInput
  ) -> Bool {
    let between = open.end..<mark.offset
    guard input.characters(in: between) >= 2 else { return false }
    return input.has("一是", at: open.end) || input.has("第一，", at: open.end)
      || input.has("首先", at: open.end)
  }
}
