import SourceText

/// PRV001: a citizen identity number in full.
enum IdentityNumber: Rule {
  static let description = RuleDescription(
    "PRV001", "identity-number", .error, fix: .needsReview,
    summary: Message(zh: "写出了完整的公民身份号码", en: "a citizen identity number in full"),
    reason: Message(
      zh: "公开文本里的个人信息须去标识化。", en: "Personal data in a published text must be masked."),
    basis: RuleBasis(
      .law,
      Message(
        zh: "《2018年政务公开工作要点》对个人信息去标识化的要求；号码结构见 GB 11643-1999",
        en: "the 2018 plan for government openness; GB 11643-1999 for the number's form")),
    exemption: Message(
      zh: "出生日期或校验码不对的十八位数不是身份号码；已用星号遮挡的不算。",
      en: "Eighteen digits with an impossible birthday or check digit; numbers masked by asterisks."
    ),
    bad: ["申请人身份证号⟦110101199003070011⟧。"],
    good: [
      "申请人身份证号110101********0011。", "项目编号110101199003070012345。", "申请人身份证号110101199003070010。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for run in input.scan.digits {
      var range = run
      if run.count == 17, input.byte(run.upperBound) | 0x20 == 0x78 {
        range = run.lowerBound..<run.upperBound + 1
      }
      guard range.count == 18, isNumber(range, input) else { continue }
      report.report(
        range,
        Message(zh: "这是公民身份号码", en: "this is a citizen identity number"),
        remedy: Message(zh: "遮去中间各位，或删去", en: "mask its middle, or take it out"),
        fixes: [
          Fix(
            .needsReview,
            [Fix.Edit(range.lowerBound + 2..<range.upperBound - 3, with: "*************")])
        ])
    }
  }

  /// Whether birthday and check digit are right and nothing is glued to either end.
  private static func isNumber(_ range: Range<Int>, _ input: LintInput) -> Bool {
    let before = input.scalar(before: range.lowerBound)
    let after = input.scalar(at: range.upperBound)
    guard !before.isLatin, !after.isLatin, !after.isDigit, before != ".", before != "-" else {
      return false
    }
    let start = range.lowerBound
    guard let year = input.number(start + 6..<start + 10),
      let month = input.number(start + 10..<start + 12),
      let day = input.number(start + 12..<start + 14),
      (1900...2100).contains(year), (1...12).contains(month), (1...31).contains(day)
    else { return false }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    var sum = 0
    for (index, weight) in weights.enumerated() {
      sum += weight * Int(input.byte(start + index) &- 0x30)
    }
    let digits = Array("10X98765432".utf8)
    let last = input.byte(range.upperBound - 1)
    return digits[sum % 11] == (last == 0x78 ? 0x58 : last)
  }
}
