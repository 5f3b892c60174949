import ReportModel
import SourceText

/// FIG017: figures copied from the last period, and totals since January that fell.
enum StaleFigure: Rule {
  static let description = RuleDescription(
    "FIG017", "stale-figure", .warning,
    summary: Message(
      zh: "累计数比上期还少，或各数与上期相同",
      en: "a total since January below the last period's, or figures all as before"),
    reason: Message(
      zh: "同一年的累计数只增不减；各项数字都同上期一样，多半是照抄了上期的稿子。",
      en: "A total of one year never falls; figures all equal to the last period's were copied."),
    basis: RuleBasis(
      .law, Message(zh: "《党政机关公文处理工作条例》第二十条（四）", en: "official documents regulation, article 20(4)")
    ),
    exemption: Message(
      zh: "累计数只与同一年的上期比；口径是时点、学年的，有效数字不到三位的，单个相同不报；单个相同只提示。",
      en:
        "Totals are compared within one year only; a single equal figure is only mentioned, and not for figures at a date, of a school year or of fewer than three digits."
    ),
    need: .lastPeriod,
    bad: [
      RuleExample(
        "累计整改问题⟦98个⟧。",
        data: ExampleData(values: [
          .init("98个", "安全.整改问题", data: "98个", last: "104个", kind: .cumulative)
        ])),
      RuleExample(
        "投入⟦1402万元⟧。",
        data: ExampleData(values: [.init("1402万元", "工程.投资", data: "1402万元", last: "1402万元")])),
    ],
    good: [
      RuleExample(
        "累计整改问题128个。",
        data: ExampleData(values: [
          .init("128个", "安全.整改问题", data: "128个", last: "104个", kind: .cumulative)
        ])),
      RuleExample(
        "在册机构1402家。",
        data: ExampleData(values: [
          .init("1402家", "机构.在册", data: "1402家", last: "1402家", kind: .atDate)
        ])),
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard let evidence = input.evidence else { return }
    checkTotals(input, evidence, &report)
    for earlier in evidence.earlier {
      if checkCopies(input, evidence, earlier, &report) { break }
    }
  }

  private static func checkTotals(
    _ input: LintInput, _ evidence: ReportEvidence, _ report: inout FindingReporter
  ) {
    guard let previous = evidence.previous, previous.period.year == evidence.period?.year else {
      return
    }
    let index = DataIndex(previous.data)
    for value in evidence.values where value.origins.count == 1 {
      let path = value.origins[0].path
      guard evidence.kinds[path] == .cumulative, let before = index[path],
        value.printed.unit.isCommensurable(with: before.unit), let now = value.printed.baseValue,
        let then = before.baseValue, now < then
      else { continue }
      report.report(
        value.range,
        Message(
          zh: "累计数{0}比{1}的{2}还少", en: "the total {0} is below the {2} of {1}",
          input.text(value.range), previous.period.title, before.printed),
        remedy: Message(
          zh: "核对两期的数；不是自1月起累计的，把口径改成“本期”",
          en: "check both periods; if it does not count from January on, change its 口径"))
    }
  }

  /// Reports what is equal to an earlier period; true where so much is that it was copied.
  private static func checkCopies(
    _ input: LintInput, _ evidence: ReportEvidence, _ earlier: ReportEvidence.Earlier,
    _ report: inout FindingReporter
  ) -> Bool {
    let index = DataIndex(earlier.data)
    var seen: Set<String> = []
    var count = 0
    var equal: [PrintedValue] = []
    for value in evidence.values where value.origins.count == 1 {
      let path = value.origins[0].path
      guard let before = index[path], seen.insert(path).inserted, isPeriodic(path, evidence) else {
        continue
      }
      count += 1
      if before.baseValue == value.printed.baseValue { equal.append(value) }
    }
    if equal.count >= 5, equal.count * 5 >= count * 4, let first = equal.first {
      report.report(
        first.range,
        Message(
          zh: "{0}个可比的数里有{1}个与{2}相同，像是照抄",
          en: "of {0} figures {1} are as in {2}: copied, it seems", "\(count)", "\(equal.count)",
          earlier.period.title),
        remedy: Message(zh: "逐个核对", en: "check them one by one"))
      return true
    }
    for value in equal where value.printed.number.normalized.significandDigits >= 3 {
      report.report(
        value.range,
        Message(
          zh: "{0}与{1}完全相同", en: "{0} is just as in {1}", input.text(value.range),
          earlier.period.title),
        remedy: Message(zh: "核对是否忘了更新", en: "see whether it was left from then"), atMost: .info)
    }
    return false
  }

  /// Whether a value is told anew each period; standards, and what holds at a date, may stay.
  private static func isPeriodic(_ path: String, _ evidence: ReportEvidence) -> Bool {
    if path.hasSuffix("标准") { return false }
    switch evidence.kinds[path] {
    case .atDate, .schoolYear: return false
    case .period, .cumulative, nil: return true
    }
  }
}

extension ExactDecimal {
  /// How many digits there are without zeros at the end.
  fileprivate var significandDigits: Int {
    var rest = significand.magnitude
    while rest != 0, rest % 10 == 0 { rest /= 10 }
    var count = 0
    while rest != 0 {
      rest /= 10
      count += 1
    }
    return count
  }
}
