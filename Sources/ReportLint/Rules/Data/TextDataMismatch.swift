import ReportModel
import SourceText

/// FIG016: a number of the text that differs from the data file.
enum TextDataMismatch: Rule {
  static let description = RuleDescription(
    "FIG016", "text-data-mismatch", .error,
    summary: Message(zh: "正文的数与数据文件不一致", en: "a number that differs from the data file"),
    reason: Message(
      zh: "正文、数据表和工作簿应当是同一个数；改了一处没有改另一处，就会有两个数流传出去。",
      en: "Text, data and workbook tell one number; changed in one place only, two go out."),
    basis: RuleBasis(
      .law, Message(zh: "《党政机关公文处理工作条例》第二十条（四）", en: "official documents regulation, article 20(4)")
    ),
    exemption: Message(
      zh: "换了单位、四舍五入或截去尾数后相同的算一致；认不准是哪一个数的不查。",
      en:
        "Equal after unit, rounding or cut-off digits is equal; numbers whose place in the text is not certain are left alone."
    ),
    need: .data,
    bad: [
      RuleExample(
        "惠及困难幼儿⟦1517人⟧。",
        data: ExampleData(values: [.init("1517人", "资助.幼儿园.人数", data: "1571人")]))
    ],
    good: [
      RuleExample(
        "惠及困难幼儿1571人。",
        data: ExampleData(values: [.init("1571人", "资助.幼儿园.人数", data: "1571人")])),
      RuleExample(
        "投入1.4亿元。", data: ExampleData(values: [.init("1.4亿元", "工程.投资", data: "14022万元")])),
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard let evidence = input.evidence else { return }
    for value in evidence.values where value.isCertain {
      guard let expected = value.expected, !agrees(value.printed, expected) else { continue }
      let place = value.origins.map(\.place).joined(separator: "、")
      report.report(
        value.range,
        place.isEmpty
          ? Message(
            zh: "正文写的是{0}，按数据应是{1}（{2}）", en: "the text has {0}, the data give {1} ({2})",
            input.text(value.range), expected.printed, value.path)
          : Message(
            zh: "正文写的是{0}，按数据应是{1}（{2}）", en: "the text has {0}, the data give {1} ({2})",
            input.text(value.range), expected.printed, place),
        remedy: Message(
          zh: "核对后改正文，或改数据再重新生成", en: "look it up, then mend the text, or the data and draft again")
      )
    }
  }

  /// Whether what is printed can be the value, rounded or cut off to the printed places.
  static func agrees(_ printed: Quantity, _ value: Quantity) -> Bool {
    guard printed.unit.isCommensurable(with: value.unit) else { return false }
    guard let shown = printed.baseValue, let exact = value.baseValue else { return true }
    if shown == exact { return true }
    guard
      let step = ExactDecimal(significand: 1, scale: printed.number.scale)?
        .scaled(byPowerOfTen: printed.unit.powerOfTen), let gap = exact.subtracting(shown),
      let size = gap.magnitude, let double = size.adding(size)
    else { return true }
    // A whole count is exact.
    let isExact = printed.number.scale == 0 && printed.unit.powerOfTen == 0
    return !isExact && (double <= step || !gap.isNegative && size < step)
  }
}

extension ExactDecimal {
  fileprivate static func <= (left: ExactDecimal, right: ExactDecimal) -> Bool { !(right < left) }
}
