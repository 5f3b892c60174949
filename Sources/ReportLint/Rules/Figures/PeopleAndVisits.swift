import BulletinSyntax
import ReportModel
import SourceText

/// FIG025: 人 and 人次 for the same act.
enum PeopleAndVisits: Rule {
  static let description = RuleDescription(
    "FIG025", "people-and-visits", .info,
    summary: Message(zh: "同一件事有的用“人”有的用“人次”", en: "人 and 人次 for the same act"),
    reason: Message(
      zh: "“人”不重复计，“人次”重复计，混用就不能相加、不能比较。",
      en: "人 counts people once and 人次 each time; mixed they cannot be added or compared."),
    basis: RuleBasis(.practice, Message(zh: "统计用语", en: "statistics usage")),
    exemption: Message(
      zh: "只比数字前的词完全相同的；“2起5人次”一类紧接别的数的不查。",
      en: "Only figures told by the very same words; 2起5人次 and the like are left alone."),
    bad: ["培训教师120人。秋季又开班，培训教师⟦80人次⟧。"],
    good: ["培训教师120人。培训校长8人次。", "立案2起5人次，批评教育10人次。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    var seen: [(label: Range<Int>, isVisits: Bool, figure: Int)] = []
    var places = HashIndex()
    for (index, figure) in input.figures.enumerated()
    where input.has("人", at: figure.unit.lowerBound) {
      guard figure.unit.count == 3 || input.has("人次", at: figure.unit.lowerBound),
        figure.label.count >= 12, figure.label.upperBound <= figure.range.lowerBound,
        figure.range.lowerBound - figure.label.upperBound <= 6
      else { continue }
      let isVisits = figure.unit.count > 3
      let hash = input.hash(figure.label)
      guard let place = places.insert(seen.count, under: hash) else {
        seen.append((figure.label, isVisits, index))
        continue
      }
      let before = seen[place]
      guard before.isVisits != isVisits, input.bytes[before.label] == input.bytes[figure.label]
      else { continue }
      report.report(
        figure.range,
        Message(
          zh: "“{0}”前面写的是“{1}”", en: "“{0}” was told as “{1}” before", input.text(figure.label),
          input.text(input.figures[before.figure].range)),
        remedy: Message(zh: "统一口径，或写明区别", en: "count alike, or say how they differ"))
    }
  }
}
