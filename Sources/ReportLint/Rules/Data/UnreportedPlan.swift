import BulletinSyntax
import ReportModel
import SourceText

/// COR003: a plan of the last period that this one does not report on.
enum UnreportedPlan: Rule {
  static let description = RuleDescription(
    "COR003", "unreported-plan", .warning,
    summary: Message(zh: "上期的打算本期没有交代", en: "a plan of the last period without a report on it"),
    reason: Message(
      zh: "上期公开说了要做的事，本期要说做得怎样，否则打算就是空话。",
      en: "What was promised in public is to be reported on."),
    basis: RuleBasis(.practice, Message(zh: "工作总结前后期衔接", en: "one period follows the other")),
    exemption: Message(
      zh: "data/上期打算.csv 的“进展”填了的算已交代；没有这个表的只看字词，从不作警告。",
      en:
        "A plan whose 进展 in data/上期打算.csv is filled is reported on; without that table only words are compared, which is never more than a notice."
    ),
    need: .lastPeriod,
    bad: [
      RuleExample(
        "某局2023年下半年工作总结\n⟦一、工作情况⟧\n1.抓安全。开展检查12次。\n二、存在的问题\n1.教师不足。",
        data: ExampleData(plans: [(title: "扩大学位供给", progress: "")]))
    ],
    good: [
      RuleExample(
        "某局2023年下半年工作总结\n一、工作情况\n1.抓安全。开展检查12次。\n二、存在的问题\n1.教师不足。",
        data: ExampleData(plans: [(title: "扩大学位供给", progress: "已完成")]))
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard let evidence = input.evidence, let previous = evidence.previous else { return }
    let parts = ReportParts(input.tree)
    guard let head = parts.head(of: .done) ?? input.tree.title else { return }
    if let table = evidence.data.table(named: "上期打算"), let column = table.column(named: "进展") {
      for row in table.rows.indices where table.rows[row].indices.contains(column) {
        guard table.rows[row][column].value == .blank, let plan = table.key(ofRow: row) else {
          continue
        }
        tell(plan, previous.period, at: head, &report, atMost: .warning)
      }
      return
    }
    guard let text = previous.text, let done = parts.text(of: .done) else { return }
    let words = HanPairs(done)
    for plan in ReportParts(text).items(of: .plans) {
      let telling = HanPairs(plan.text, onlyTelling: true)
      guard telling.pairs.count >= 2, telling.pairs.intersection(words.pairs).isEmpty else {
        continue
      }
      tell(plan.title, previous.period, at: head, &report, atMost: .info)
    }
  }

  private static func tell(
    _ plan: String, _ period: Period, at head: Range<Int>, _ report: inout FindingReporter,
    atMost weight: Severity
  ) {
    report.report(
      head,
      Message(
        zh: "{0}打算“{1}”，本期没有交代进展", en: "{0} planned “{1}”; nothing is reported on it",
        period.title, plan),
      remedy: Message(
        zh: "在正文里交代，并在 data/上期打算.csv 的“进展”里填写",
        en: "report on it, and fill 进展 in data/上期打算.csv"), atMost: weight)
  }
}
