import BulletinSyntax
import SourceText

/// COR001: no plan shares a word with a problem.
enum UnansweredProblem: Rule {
  static let description = RuleDescription(
    "COR001", "unanswered-problem", .off,
    summary: Message(zh: "问题在下一步打算里没有对应的措施", en: "a problem that no plan answers"),
    reason: Message(
      zh: "提出的问题要有下一步的措施，否则年年写、年年在。",
      en: "A problem wants a plan; otherwise it stands there every year."),
    basis: RuleBasis(
      .law,
      Message(
        zh: "《党政机关公文处理工作条例》第十九条：实事求是、有针对性",
        en: "党政机关公文处理工作条例, article 19: be to the point")),
    exemption: Message(
      zh: "只比对标题里的两字词，打算里有一个相同就算对应；“工作、问题、建设、不足”等处处都有的词不算。",
      en:
        "Only pairs of characters of the item's title are compared; one that is found among the plans "
        + "is an answer; pairs found everywhere do not count."),
    bad: [
      RuleExample(
        "一、工作开展情况\n招聘教师8名。\n二、存在的问题\n1.⟦城区学位紧张⟧。入学难。\n2.教师缺编。人少。\n三、下一步打算\n1.补充教师。招聘40名。\n2.开展教研。抓好课堂。",
        configuration: LintConfiguration(levels: ["COR001": .info]))
    ],
    good: [
      "一、工作开展情况\n招聘教师8名。\n二、存在的问题\n1.城区学位紧张。入学难。\n三、下一步打算\n1.扩充学位。新建校舍。"
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let plans = input.parts(.plans).map(\.extent)
    guard !plans.isEmpty else { return }
    let known = plans.reduce(into: Set<UInt64>()) { $0.formUnion(pairs(in: $1, input)) }
    guard known.count >= 10 else { return }
    for part in input.parts(.problems) {
      for heading in input.tree.headings
      where heading.level == 2 && part.extent.contains(heading.number.lowerBound)
        && heading.mark.style != .measure && !heading.title.isEmpty && heading.title.count <= 90
      {
        let words = pairs(in: heading.title, input).subtracting(common)
        guard words.count >= 3, words.isDisjoint(with: known) else { continue }
        report.report(
          heading.title,
          Message(
            zh: "下一步打算里没有一处提到“{0}”", en: "no plan speaks of “{0}”", input.text(heading.title)),
          remedy: Message(zh: "补写措施，或在问题里不再提", en: "plan for it, or leave it out"))
      }
    }
  }

  /// The pairs of neighbouring Chinese characters of a range.
  private static func pairs(in range: Range<Int>, _ input: LintInput) -> Set<UInt64> {
    var pairs: Set<UInt64> = []
    var before: Unicode.Scalar?
    var offset = range.lowerBound
    while offset < range.upperBound {
      let scalar = input.scalar(at: offset)
      if let before, before.isHan, scalar.isHan {
        pairs.insert(UInt64(before.value) << 32 | UInt64(scalar.value))
      }
      before = scalar
      offset += input.width(at: offset)
    }
    return pairs
  }

  /// Pairs that stand in any text of the kind and join nothing.
  private static let common: Set<UInt64> = {
    let words = [
      "工作", "问题", "存在", "不足", "建设", "需要", "有待", "进一", "一步", "还需", "加强", "提升", "不够", "仍然", "发展",
      "水平",
      "管理", "能力", "较大", "不强", "不高", "力度", "机制", "完善", "全县", "全市", "全区", "部分", "方面", "推进", "个别",
    ]
    return Set(
      words.compactMap { word in
        let scalars = Array(word.unicodeScalars)
        guard scalars.count == 2 else { return nil }
        return UInt64(scalars[0].value) << 32 | UInt64(scalars[1].value)
      })
  }()
}
