import BulletinSyntax
import ReportModel
import SourceText

/// FIG024: 个 where the noun has a measure word of its own.
enum UnfitMeasureWord: Rule {
  static let description = RuleDescription(
    "FIG024", "unfit-measure-word", .info, fix: .displayOnly,
    summary: Message(zh: "量词与名词不搭配", en: "a measure word that does not fit its noun"),
    reason: Message(
      zh: "学校、医院论“所”，教师、学生论“名”，车辆论“辆”，公文里不用“个”代替。",
      en: "Schools and hospitals go by 所, teachers and pupils by 名, cars by 辆."),
    basis: RuleBasis(.practice, Message(zh: "现代汉语量词用法", en: "usage of measure words")),
    exemption: Message(
      zh: "只查名词之后就是标点或句尾的，“5个学校项目”之类不算；词表很小，不在表内的不查。",
      en:
        "Only where a mark follows the noun; 5个学校项目 is left alone, as is what the short list lacks."
    ),
    bad: [
      RuleExample("新建⟦5个⟧学校。", fixed: "新建5所学校。"),
      RuleExample("培训⟦12个⟧教师，成效明显。", fixed: "培训12名教师，成效明显。"),
    ],
    good: ["新建5所学校。", "实施5个学校项目。", "组建5个学生社团。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for figure in input.figures
    where figure.unit.count == 3 && figure.range.upperBound == figure.unit.upperBound
      && input.has("个", at: figure.unit.lowerBound)
    {
      let end = figure.unit.upperBound
      guard input.byte(end) >= 0x80, let pair = pairs.first(where: { input.has($0.noun, at: end) })
      else { continue }
      let next = input.scalar(at: end + pair.noun.utf8CodeUnitCount)
      guard next.endsSentence || ["，", ",", "、", "；", ";", "\n", "\r", "\0"].contains(next) else {
        continue
      }
      report.report(
        figure.range,
        Message(
          zh: "“{0}”用量词“{1}”", en: "{0} goes by the measure word {1}", "\(pair.noun)", pair.unit),
        remedy: Message(zh: "改“个”为“{0}”", en: "write {0} for 个", pair.unit),
        fixes: [Fix(.displayOnly, [Fix.Edit(figure.unit, with: pair.unit)])])
    }
  }

  private static let pairs: [(noun: StaticString, unit: String)] = [
    ("学校", "所"), ("幼儿园", "所"), ("小学", "所"), ("中学", "所"), ("医院", "所"), ("卫生院", "所"),
    ("教师", "名"), ("学生", "名"), ("干部", "名"), ("党员", "名"), ("医生", "名"), ("护士", "名"), ("车辆", "辆"),
  ]
}
