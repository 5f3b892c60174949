import SourceText

/// NUM017: a document number in the wrong form.
enum DocumentNumberForm: Rule {
  static let description = RuleDescription(
    "NUM017", "document-number-form", .warning, fix: .safe,
    summary: Message(zh: "发文字号写法不对", en: "a document number in the wrong form"),
    reason: Message(
      zh: "年份用六角括号〔〕括入，序号不加“第”，不编虚位。",
      en: "The year stands in 〔〕; the number takes no 第 and no padding."),
    basis: RuleBasis(
      .standard, Message(zh: "GB/T 9704-2012 7.2.5", en: "GB/T 9704-2012 7.2.5")),
    exemption: Message(
      zh: "法院案号等括号与序号之间还有别的字的不算。", en: "Case numbers and others with words between year and number."
    ),
    bad: [
      RuleExample("芷教发⟦[2023]第05号⟧印发。", fixed: "芷教发〔2023〕5号印发。"),
      RuleExample("芷教发⟦（2023）12号⟧印发。", fixed: "芷教发〔2023〕12号印发。"),
    ],
    good: ["芷教发〔2023〕5号印发。", "（2023）湘民初12号判决。", "总第（2023）期。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let runs = input.scan.digits
    for (index, year) in runs.enumerated() where year.count == 4 && index + 1 < runs.count {
      guard let value = input.number(year), (1949...2100).contains(value) else { continue }
      let open = input.scalar(before: year.lowerBound)
      let close = input.scalar(at: year.upperBound)
      guard isBracket(open), isBracket(close) else { continue }
      let start = input.start(before: year.lowerBound)
      guard input.scalar(before: start).isHan else { continue }
      var next = year.upperBound + input.width(at: year.upperBound)
      let hasOrdinal = input.has("第", at: next)
      if hasOrdinal { next += 3 }
      let number = runs[index + 1]
      guard number.lowerBound == next, input.has("号", at: number.upperBound),
        let serial = input.number(number), serial > 0
      else { continue }
      let isPadded = input.byte(number.lowerBound) == 0x30
      guard open != "〔" || close != "〕" || hasOrdinal || isPadded else { continue }
      let range = start..<number.upperBound + 3
      let right = "〔\(value)〕\(serial)号"
      report.report(
        range,
        Message(zh: "“{0}”应写作“{1}”", en: "“{0}” should be “{1}”", input.text(range), right),
        fixes: [Fix(.safe, [Fix.Edit(range, with: right)])])
    }
  }

  private static func isBracket(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "[", "]", "(", ")", "（", "）", "【", "】", "〔", "〕", "［", "］": true
    default: false
    }
  }
}
