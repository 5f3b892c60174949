import BulletinSyntax
import ReportModel
import SourceText

/// FIG020: an approximate word with an exact figure.
enum ApproximateExactFigure: Rule {
  static let description = RuleDescription(
    "FIG020", "approximate-exact-figure", .info,
    summary: Message(zh: "精确到个位的数前加了概数词", en: "an approximate word with an exact figure"),
    reason: Message(
      zh: "1571人是数出来的，再说“约”，读者不知道信哪一个。", en: "1571 was counted; 约 takes that back."),
    basis: RuleBasis(.practice, Message(zh: "行文惯例", en: "usage")),
    exemption: Message(
      zh: "只查三位以上、末位不是零的计数；金额、面积等量出来的数和带“万”“亿”的数不查。",
      en:
        "Only counts of three digits or more that do not end in zero; money, areas and what is given in 万 or 亿 are left alone."
    ),
    bad: ["惠及学生⟦约1571人⟧。", "走访群众⟦近312户⟧。"],
    good: ["惠及学生约1500人。", "惠及学生1571人。", "面积约1571平方米。", "投入约1571万元。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for figure in input.figures {
      guard let word = figure.qualifiers.first,
        words.contains(where: { input.has($0, at: word.lowerBound) }),
        figure.qualifiers.count == 1, let value = figure.value, value.scale == 0,
        value.significand >= 100, value.significand % 10 != 0, isCounted(figure, input)
      else { continue }
      report.report(
        min(word.lowerBound, figure.range.lowerBound)..<figure.range.upperBound,
        Message(
          zh: "“{0}”是概数词，{1}是精确的数", en: "“{0}” is approximate, {1} is exact", input.text(word),
          input.text(figure.numerals)),
        remedy: Message(zh: "去掉概数词，或改成整数", en: "drop the word, or round the number"))
    }
  }

  private static let words: [StaticString] = ["近", "约", "大约", "左右", "上下"]

  private static func isCounted(_ figure: Figure, _ input: LintInput) -> Bool {
    let units: [StaticString] = [
      "人", "名", "户", "个", "所", "家", "件", "次", "起", "场", "项", "条", "册", "辆",
    ]
    return units.contains { input.has($0, at: figure.unit.lowerBound) }
  }
}
