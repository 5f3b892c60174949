import BulletinSyntax
import ReportModel
import SourceText

/// FIG018: last year's label left in this year's text.
enum LastYearLabel: Rule {
  static let description = RuleDescription(
    "FIG018", "last-year-label", .warning,
    summary: Message(zh: "沿用了上年的期间", en: "last year's period left in the text"),
    reason: Message(
      zh: "题为上半年总结，文中却写着上年上半年做了什么，多半是照抄旧稿没有改。",
      en: "A text of this period that tells what the same period a year ago did was copied."),
    basis: RuleBasis(
      .law, Message(zh: "《党政机关公文处理工作条例》第二十条（四）", en: "official documents regulation, article 20(4)")
    ),
    exemption: Message(
      zh: "句中有“比”“较”“同期”“同比”“以来”等比较、回顾的说法不算；标题没有写明期间的不查；年度总结不查。",
      en:
        "Sentences that compare or look back (比, 较, 同期, 同比, 以来) and texts whose title names no half-year or quarter are left alone."
    ),
    bad: ["某局2023年上半年工作总结\n⟦2022年上半年⟧，我局开展检查12次。"],
    good: [
      "某局2023年上半年工作总结\n2023年上半年，我局开展检查12次。", "某局2023年上半年工作总结\n开展检查12次，比2022年上半年增加3次。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard let title = input.tree.title, let period = period(input, title),
      let earlier = period.sameOfLastYear, earlier.part != .year
    else { return }
    let label = Array(earlier.title.utf8)
    var done = 0
    for offset in input.places(of: label) where offset >= done {
      let sentence = input.sentence(at: offset)
      done = max(done, sentence.upperBound)
      guard sentence.lowerBound >= title.upperBound, sentence.count > label.count,
        offset + label.count <= sentence.upperBound,
        !input.contains(comparing, in: sentence), !input.isFurniture(offset)
      else { continue }
      report.report(
        offset..<offset + label.count,
        Message(
          zh: "本文是{0}的，这里写的是{1}", en: "the text is of {0}; {1} is written here", period.title,
          earlier.title),
        remedy: Message(zh: "核对是否忘了改", en: "see whether it was left from then"))
    }
  }

  private static let comparing: [StaticString] = [
    "比", "较", "同期", "以来", "相比", "基础上", "至", "到", "《", "——",
  ]

  private static func period(_ input: LintInput, _ title: Range<Int>) -> Period? {
    if let period = input.evidence?.period { return period }
    for run in input.scan.digits where run.count == 4 && title.contains(run.lowerBound) {
      for word in [
        "年上半年", "年下半年", "年第一季度", "年第二季度", "年第三季度", "年第四季度", "年一季度", "年二季度", "年三季度", "年四季度",
      ]
        as [StaticString] where input.has(word, at: run.upperBound)
      {
        return Period(input.text(run.lowerBound..<run.upperBound + word.utf8CodeUnitCount))
      }
    }
    return nil
  }
}
