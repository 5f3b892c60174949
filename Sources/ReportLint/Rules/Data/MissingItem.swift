import BulletinSyntax
import ReportModel
import SourceText

/// STR021: a matter that was reported a year ago and is absent now.
enum MissingItem: Rule {
  static let description = RuleDescription(
    "STR021", "missing-item", .info,
    summary: Message(zh: "上年同期报过的事项本期没有", en: "a matter reported a year ago and absent now"),
    reason: Message(
      zh: "上年同期报过的事项本期一个数也没有，可能是漏报。",
      en: "A matter with figures then and none now may have been left out."),
    basis: RuleBasis(.practice, Message(zh: "工作总结前后期衔接", en: "one period follows the other")),
    exemption: Message(
      zh: "只与上年同期比，上下半年的事项本来不同；口径是学年、时点的不查。",
      en:
        "Compared with the same period a year ago only, since the halves of a year differ; matters of a school year or at a date are left alone."
    ),
    need: .lastPeriod,
    bad: [
      RuleExample(
        "⟦某局2023年下半年工作总结⟧\n一、工作情况\n惠及困难幼儿1571人。",
        data: ExampleData(
          values: [
            .init("1571人", "资助.人数", data: "1571人", last: "1500人"),
            .init("", "书香.校园", data: nil, last: "3所"),
          ], isOfLastYear: true))
    ],
    good: [
      RuleExample(
        "某局2023年下半年工作总结\n一、工作情况\n惠及困难幼儿1571人。",
        data: ExampleData(
          values: [.init("1571人", "资助.人数", data: "1571人", last: "1500人")], isOfLastYear: true))
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard let evidence = input.evidence, let earlier = evidence.lastYear,
      let head = input.tree.title ?? ReportParts(input.tree).head(of: .done)
    else { return }
    let now = Set(DataIndex(evidence.data).paths.map(matter))
    var absent: Set<String> = []
    for path in DataIndex(earlier.data).paths {
      switch evidence.kinds[path] {
      case .schoolYear, .atDate: continue
      case .period, .cumulative, nil: break
      }
      let matter = matter(path)
      if !now.contains(matter) { absent.insert(matter) }
    }
    guard !absent.isEmpty else { return }
    report.report(
      head,
      Message(
        zh: "{0}报过而本期没有的事项：{1}", en: "reported in {0} and absent now: {1}",
        earlier.period.title, absent.sorted().joined(separator: "、")),
      remedy: Message(zh: "确认本期没有，或补报", en: "make sure there is none, or report it"))
  }

  /// What a value is about: the name up to the first point.
  private static func matter(_ path: String) -> String {
    String(path.prefix { $0 != "." })
  }
}
