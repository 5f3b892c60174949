import SourceText

/// STR001: the title does not say whose summary it is, or of which time.
enum IncompleteTitle: Rule {
  static let description = RuleDescription(
    "STR001", "incomplete-title", .warning,
    summary: Message(
      zh: "总结的标题缺单位或时间", en: "the title of a summary lacks the organ or the period"),
    reason: Message(
      zh: "公文标题由发文机关、事由和文种组成；缺了单位或时间，归档后分不清是谁的、哪一期的。",
      en:
        "A title names the organ, the matter and the kind; without organ or period nobody can tell "
        + "the file from others."),
    basis: RuleBasis(
      .law,
      Message(zh: "《党政机关公文处理工作条例》第九条第七项", en: "党政机关公文处理工作条例, article 9(7)")),
    exemption: Message(
      zh: "只查标题以“工作总结”收尾的；“关于……的总结”可以不写时间；标题另有一行写单位的，算有单位。",
      en:
        "Only titles that end with 工作总结; one that begins with 关于 needs no period; the organ may "
        + "stand in a line of its own."),
    bad: [
      "⟦2023年上半年工作总结⟧\n一、总体情况\n完成校舍维修3所。", "⟦某县教育局工作总结⟧\n一、总体情况\n完成校舍维修3所。",
    ],
    good: [
      "某县教育局2023年上半年工作总结\n一、总体情况\n完成校舍维修3所。",
      "某县教育局关于校舍维修的工作总结\n一、总体情况\n完成校舍维修3所。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard let title = input.titleParts, input.has("工作总结", before: title.range.upperBound),
      !input.configuration.isFrameDeclared
    else { return }
    let isAbout = input.find("关于", in: title.range) != nil
    let remedy = Message(zh: "写成“单位＋时间＋工作总结”", en: "write organ, period and 工作总结")
    if title.organ.isEmpty, beginsWithTime(title, input), !namesOrgan(title, input) {
      report.report(
        title.range, Message(zh: "标题没有写单位", en: "the title names no organ"), remedy: remedy)
    } else if title.years.isEmpty, !title.organ.isEmpty, !isAbout,
      !input.contains(["年", "届", "季度"], in: title.range)
    {
      report.report(
        title.range, Message(zh: "标题没有写时间", en: "the title names no period"), remedy: remedy)
    }
  }

  /// Whether nothing stands before the title's time.
  private static func beginsWithTime(_ title: TitleParts, _ input: LintInput) -> Bool {
    input.byte(title.range.lowerBound) &- 0x30 < 10 || input.has("上半年", at: title.range.lowerBound)
      || input.has("下半年", at: title.range.lowerBound)
  }

  /// Whether a short line before the title or under it is an organ's name.
  private static func namesOrgan(_ title: TitleParts, _ input: LintInput) -> Bool {
    let line = input.lineIndex(of: title.range.lowerBound)
    let near = input.lines[max(0, line - 2)..<min(input.lines.count, line + 4)]
    return near.contains { TitleParts.isOrgan(input.trimmed($0), input) }
  }
}
