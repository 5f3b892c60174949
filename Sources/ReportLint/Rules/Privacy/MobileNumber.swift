import SourceText

/// PRV002: a mobile phone number in full.
enum MobileNumber: Rule {
  static let description = RuleDescription(
    "PRV002", "mobile-number", .error, fix: .needsReview,
    summary: Message(zh: "写出了完整的手机号码", en: "a mobile phone number in full"),
    reason: Message(
      zh: "个人手机号码属于个人信息，公开文本里须遮挡；办公电话用座机。",
      en: "A personal number must be masked in a published text; offices have fixed lines."),
    basis: RuleBasis(
      .law,
      Message(
        zh: "《2018年政务公开工作要点》对个人信息去标识化的要求", en: "the 2018 plan for government openness")),
    exemption: Message(
      zh: "已遮挡的不算；更长的数字、金额、编号里的十一位不算。",
      en: "Masked numbers; eleven digits inside longer ones, amounts or codes."),
    bad: ["联系人张某，电话⟦13800001234⟧。"],
    good: ["联系人张某，电话138****1234。", "办公电话0745-6822222。", "项目编号138000012345。", "总投资13800001234元。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for run in input.scan.digits where run.count == 11 {
      guard input.byte(run.lowerBound) == 0x31, input.byte(run.lowerBound + 1) >= 0x33 else {
        continue
      }
      let before = input.scalar(before: run.lowerBound)
      let after = input.scalar(at: run.upperBound)
      if before.isLatin || before == "." || before == "-" || before == "/" || before == "_" {
        continue
      }
      if after.isLatin || after == "." || after == "-" || after == "/" || after == "_" { continue }
      if isUnit(after) { continue }
      report.report(
        run, Message(zh: "这是手机号码", en: "this is a mobile phone number"),
        remedy: Message(zh: "遮去中间四位，或改用办公座机", en: "mask its middle, or give an office line"),
        fixes: [
          Fix(
            .needsReview, [Fix.Edit(run.lowerBound + 3..<run.upperBound - 4, with: "****")])
        ])
    }
  }

  private static func isUnit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "元", "万", "亿", "人", "个", "号", "%", "％", "千", "吨", "米": true
    default: false
    }
  }
}
