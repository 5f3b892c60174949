import ReportModel
import SourceText

/// FIG013: a count without a unit.
enum CountWithoutUnit: Rule {
  static let description = RuleDescription(
    "FIG013", "count-without-unit", .warning,
    summary: Message(zh: "数量后面没有单位", en: "a count without a unit"),
    reason: Message(
      zh: "没有单位，就不知道数的是人、是次还是件。",
      en: "Without a unit nobody knows whether people, times or cases are counted."),
    basis: RuleBasis(.standard, Message(zh: "GB/T 15835-2011 4.1.1", en: "GB/T 15835-2011 4.1.1")),
    exemption: Message(
      zh: "指数、系数、分数一类没有单位的数不算；只查“…数”之后紧接数字、数字之后就是标点的。",
      en: "Indices, coefficients and scores; only a number right after …数 and right before a mark."),
    bad: ["累计完成任务数⟦18881⟧，全县领先。", "参训人数达⟦782⟧。"],
    good: ["累计完成任务数18881件，全县领先。", "物价指数102.3，平稳运行。", "平均分数85。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let runs = input.scan.digits
    for (index, run) in runs.enumerated() {
      let end = run.upperBound
      switch input.scalar(at: end) {
      case "，", "。", "；", ";": break
      case ",": if index + 1 < runs.count, runs[index + 1].lowerBound == end + 1 { continue }
      default: continue
      }
      var start = run.lowerBound
      for word in links where input.has(word, before: start) {
        start -= word.utf8CodeUnitCount
        break
      }
      guard input.has("数", before: start), !input.isFurniture(start),
        !exempt.contains(where: { input.has($0, before: start) })
      else { continue }
      report.report(
        run, Message(zh: "“{0}”没有单位", en: "“{0}” has no unit", input.text(run)),
        remedy: Message(zh: "补上单位", en: "add the unit"))
    }
  }

  private static let links: [StaticString] = ["达到", "共计", "达", "为", "是", "共"]
  private static let exempt: [StaticString] = [
    "指数", "系数", "分数", "参数", "常数", "倍数", "基数", "负数", "整数", "小数", "代数", "岁数", "辈数", "位数", "序数",
    "级数", "度数", "函数", "号数", "编号数", "奇数", "偶数",
  ]
}
