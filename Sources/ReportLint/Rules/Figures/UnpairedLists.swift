import BulletinSyntax
import ReportModel
import SourceText

/// FIG004: a list of amounts and a list of heads that do not pair off.
enum UnpairedLists: Rule {
  static let description = RuleDescription(
    "FIG004", "unpaired-lists", .warning,
    summary: Message(zh: "前后并列的数对不上个数", en: "parallel lists of different lengths"),
    reason: Message(
      zh: "前面列几笔金额，后面就列几组人数，一一对应；个数不同，读者不知道谁对谁。",
      en: "So many amounts, so many groups of people; else nobody knows which belongs to which."),
    basis: RuleBasis(
      .law, Message(zh: "《党政机关公文处理工作条例》第二十条（四）", en: "official documents regulation, article 20(4)")
    ),
    exemption: Message(
      zh: "只查用顿号并列的金额之后紧接“惠及”“补助”等用顿号并列的人数；后面另有金额的不查。",
      en:
        "Only amounts joined by 、 with heads joined by 、 right behind 惠及 and the like, where no further amount follows."
    ),
    bad: ["发放补助⟦61.5万元、30.5万元，惠及幼儿1230人、小学生610人、初中生420人⟧。"],
    good: [
      "发放补助61.5万元、30.5万元，惠及幼儿1230人、小学生610人。", "发放补助61.5万元，惠及幼儿1230人、小学生610人。",
      "发放补助61.5万元、30.5万元，惠及学生1840人。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let figures = input.figures
    var index = 0
    while index < figures.count {
      guard input.isMoney(figures[index]) else {
        index += 1
        continue
      }
      let amounts = run(from: index, input) { input.isMoney($0) }
      let first = amounts.upperBound
      index = first
      guard amounts.count >= 2, first < figures.count, input.isHeads(figures[first]),
        isGrant(figures[first - 1], figures[first], input)
      else { continue }
      let heads = run(from: first, input) { input.isHeads($0) }
      index = heads.upperBound
      guard heads.count >= 2, heads.count != amounts.count else { continue }
      if index < figures.count, input.isMoney(figures[index]),
        input.isOneSentence(figures[index - 1].range.upperBound..<figures[index].range.lowerBound)
      {
        continue
      }
      report.report(
        figures[amounts.lowerBound].range
          .lowerBound..<figures[heads.upperBound - 1].range.upperBound,
        Message(
          zh: "前面{0}个金额，后面{1}组人数，对不上", en: "{0} amounts and {1} groups of people",
          "\(amounts.count)", "\(heads.count)"),
        remedy: Message(zh: "补齐，或分开写", en: "complete the shorter list, or write them apart"))
    }
  }

  /// The figures from `first` on that are alike and joined by 、 and few words.
  private static func run(
    from first: Int, _ input: LintInput, _ isAlike: (Figure) -> Bool
  ) -> Range<Int> {
    var end = first + 1
    while end < input.figures.count, isAlike(input.figures[end]) {
      let between =
        input.figures[end - 1].range.upperBound..<input.figures[end].range.lowerBound
      guard between.count <= 36, input.has("、", at: between.lowerBound),
        !input.contains(["，", ",", "；", ";", "。", "\n"], in: between)
      else { break }
      end += 1
    }
    return first..<end
  }

  private static func isGrant(_ amount: Figure, _ heads: Figure, _ input: LintInput) -> Bool {
    guard amount.range.upperBound < heads.range.lowerBound else { return false }
    let between = amount.range.upperBound..<heads.range.lowerBound
    let next = input.scalar(at: between.lowerBound)
    return (next == "，" || next == ",") && between.count <= 45
      && input.contains(["惠及", "资助", "补助", "受益", "救助", "发放"], in: between)
      && input.isOneSentence(between)
  }
}
