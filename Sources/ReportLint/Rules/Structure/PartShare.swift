import BulletinSyntax
import SourceText

/// STR017: the part on problems is a small share of the text.
enum PartShare: Rule {
  static let description = RuleDescription(
    "STR017", "part-share", .off,
    summary: Message(zh: "“存在的问题”篇幅过小", en: "the part on problems is a small share of the text"),
    reason: Message(
      zh: "问题一笔带过，总结就成了表功。", en: "A summary that hardly speaks of problems is praise of oneself."),
    basis: RuleBasis(.practice, Message(zh: "行文惯例", en: "how such texts are written")),
    exemption: Message(zh: "没有设这一部分的由 STR003 检查。", en: "A part that is missing is for STR003."),
    options: [
      RuleOption(
        "share", 5, Message(zh: "占全文的最低百分比", en: "the least share of the text in per cent"))
    ],
    bad: [
      RuleExample(
        "一、总体情况\n全年新建校舍三千平方米，培训教师四百人，维修操场十二处，添置图书两万册，改造食堂九个，更换课桌椅六百套，建成录播教室五间，"
          + "开通校车线路七条，招聘教师六十二名，结对帮扶学校二十四所，开展安全演练三十场。\n⟦二、存在的问题⟧\n人少。",
        configuration: {
          var configuration = LintConfiguration(levels: ["STR017": .info])
          configuration.options["STR017.share"] = 20
          return configuration
        }())
    ],
    good: ["一、总体情况\n校舍维修已完成。\n二、存在的问题\n教师不足。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let least = input.configuration.option(description, "share")
    let whole = input.tree.headings.filter { $0.level == 1 }.reduce(0) { $0 + $1.extent.count }
    for part in input.parts(.problems)
    where whole > 0 && part.extent.count * 100 < least * whole {
      report.report(
        part.head,
        Message(
          zh: "这一部分只占全文的{0}%", en: "this part is {0} % of the text",
          "\(part.extent.count * 100 / whole)"),
        remedy: Message(zh: "把问题写具体", en: "say what the problems are"))
    }
  }
}
