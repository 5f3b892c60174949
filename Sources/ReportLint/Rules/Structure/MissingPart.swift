import BulletinSyntax
import SourceText

/// STR003: a part that such a text must have is missing.
enum MissingPart: Rule {
  static let description = RuleDescription(
    "STR003", "missing-part", .error,
    summary: Message(
      zh: "缺少必备的部分：工作情况、存在问题、下一步打算", en: "a required part is missing: work done, problems, plans"),
    reason: Message(
      zh: "工作总结要让读者看到做了什么、还有什么问题、下一步怎么办；少一块，总结就不完整，审核时会被退回。",
      en:
        "A summary shows what was done, what is wrong and what comes next; without one of them it "
        + "is sent back."),
    basis: RuleBasis(.practice, Message(zh: "工作总结的通行结构", en: "the usual build of work summaries")),
    exemption: Message(
      zh: "标题不是总结的文件（通知、决定、方案等）不查；没有单设标题、只用一段话写到的部分算有；文末断在句中的节选只作提示。",
      en:
        "Texts that are no summaries (notices, decisions, schemes) are not asked for parts; a part "
        + "that is only a paragraph counts; an excerpt cut in mid-sentence gets an info."),
    bad: [
      "⟦某局2023年上半年工作总结⟧\n一、工作开展情况\n完成校舍维修3所。\n二、下一步打算\n抓好秋季开学。",
      "⟦⟧",
    ],
    good: [
      "某局2023年上半年工作总结\n一、工作开展情况\n完成校舍维修3所。\n二、存在的问题\n教师不足。\n三、下一步打算\n抓好秋季开学。",
      "某局关于做好校舍维修的通知\n各学校：\n请按时完成校舍维修。",
      "一、预算执行情况\n收入完成年初预算。\n二、预算变动情况\n支出略有调整。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard let (required, weight) = required(input) else { return }
    let parts = SummaryParts(input)
    let place = input.tree.title ?? firstLine(input)
    for role in required where !parts.has(role) {
      let (chinese, english) = name(of: role)
      report.report(
        place,
        Message(zh: "缺少“{0}”部分", en: "the part “{0}” ({1}) is missing", chinese, english),
        remedy: Message(
          zh: "补写“{0}”，或在配置里声明本类文件不要求这一部分",
          en: "write a part “{0}”, or declare in the settings that such texts need none", chinese),
        atMost: weight)
    }
  }

  /// The parts to ask for, and the most that a missing one may weigh.
  private static func required(_ input: LintInput) -> ([PartRole], Severity)? {
    if let declared = input.configuration.requiredParts { return (declared, .error) }
    let all: [PartRole] = [.done, .problems, .plans]
    switch TextGenre(of: input) {
    case .empty: return (all, .error)
    case .summary: return (all, input.endsInMidSentence ? .info : .error)
    case .likeSummary: return (all, .info)
    case .other: return nil
    }
  }

  private static func firstLine(_ input: LintInput) -> Range<Int> {
    let line = input.lines.first { !input.trimmed($0).isEmpty }
    return line.map(input.trimmed) ?? 0..<0
  }

  private static func name(of role: PartRole) -> (chinese: String, english: String) {
    switch role {
    case .done: ("工作开展情况", "work done")
    case .problems: ("存在的问题", "problems")
    case .plans: ("下一步打算", "plans")
    case .other: ("其他", "other")
    }
  }
}
