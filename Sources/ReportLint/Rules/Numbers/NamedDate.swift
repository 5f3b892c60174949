import SourceText

/// NUM018: a date that is a name, written with a stop.
enum NamedDate: Rule {
  static let description = RuleDescription(
    "NUM018", "named-date", .info, fix: .needsReview,
    summary: Message(zh: "作名称的日期里用了小数点", en: "a stop in a date that is a name"),
    reason: Message(
      zh: "以月、日命名的事件和节日，用阿拉伯数字时月、日之间加间隔号，如“3·15”；小数点读起来是3.15。",
      en: "Events known by month and day take · between digits: 3·15; a stop makes a decimal of it."
    ),
    basis: RuleBasis(
      .standard, Message(zh: "GB/T 15834-2011 4.14.3.5", en: "GB/T 15834-2011 4.14.3.5")),
    exemption: Message(
      zh: "只查引号里的月.日，和后面跟着“国际”“世界”“运动”“专项行动”等词的。",
      en: "Only month.day in quotation marks, followed by words such as 运动 or 专项行动."),
    bad: [RuleExample("开展“⟦6.26⟧”国际禁毒日宣传。", fixed: "开展“6·26”国际禁毒日宣传。")],
    good: ["开展“6·26”国际禁毒日宣传。", "信息技术“2.0”工程。", "平均分“3.15”分。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let runs = input.scan.digits
    for (month, day) in zip(runs, runs.dropFirst())
    where day.lowerBound == month.upperBound + 1 && input.byte(month.upperBound) == 0x2E {
      let range = month.lowerBound..<day.upperBound
      guard input.has("“", before: range.lowerBound), input.has("”", at: range.upperBound),
        let number = input.number(month), (1...12).contains(number), month.count <= 2,
        let date = input.number(day), (1...31).contains(date), day.count <= 2
      else { continue }
      let words: [StaticString] = [
        "国际", "世界", "全国", "运动", "事变", "惨案", "事件", "地震", "专案", "案", "专项", "消费者", "宣传", "禁毒", "学雷锋",
        "植树", "防灾", "税收", "安全",
      ]
      guard words.contains(where: { input.has($0, at: range.upperBound + 3) }) else { continue }
      let mark = month.upperBound..<month.upperBound + 1
      report.report(
        range,
        Message(
          zh: "“{0}”是名称，月、日之间用间隔号“·”", en: "{0} is a name: month and day are parted by ·",
          input.text(range)),
        fixes: [Fix(.needsReview, [Fix.Edit(mark, with: "·")])])
    }
  }
}
