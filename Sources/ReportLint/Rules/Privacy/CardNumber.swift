import SourceText

/// PRV003: a bank card, a passport or a number plate.
enum CardNumber: Rule {
  static let description = RuleDescription(
    "PRV003", "card-number", .error,
    summary: Message(zh: "银行卡号、护照号、车牌号", en: "the number of a bank card, a passport or a car"),
    reason: Message(
      zh: "能认到个人的号码，公开前要遮去。", en: "Numbers that lead to a person are masked before publication."),
    basis: RuleBasis(
      .law, Message(zh: "《中华人民共和国个人信息保护法》", en: "the law on the protection of personal information")
    ),
    exemption: Message(
      zh: "银行卡号要前面写有“卡号”“账号”且合校验位，护照号要前面写有“护照”；已遮去的、单位账户不算。",
      en:
        "Card numbers need 卡号 or 账号 before them and a right check digit; passports need 护照; masked ones."
    ),
    bad: ["卡号⟦6222021234567890128⟧", "护照⟦E12345678⟧", "车牌⟦湘N12345⟧"],
    good: ["卡号6222****7894", "文号6222021234567894", "购置护照柜3台。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for run in input.scan.digits where run.count >= 5 {
      guard let (range, kind) = number(run, input) else { continue }
      report.report(
        range,
        Message(
          zh: "“{0}”像是{1}", en: "“{0}” looks like the number of a person's {1}", input.text(range),
          kind),
        remedy: Message(zh: "遮去中间几位", en: "mask the digits in the middle"))
    }
  }

  private static func number(_ run: Range<Int>, _ input: LintInput) -> (Range<Int>, String)? {
    let near = max(0, run.lowerBound - 30)..<run.lowerBound
    if (16...19).contains(run.count) {
      guard input.contains(["卡号", "账号", "帐号", "开户"], in: near), isLuhn(run, input) else {
        return nil
      }
      return (run, "银行卡号")
    }
    let letter = input.byte(run.lowerBound - 1)
    if run.count == 8, letter == 0x45 || letter == 0x47, input.contains(["护照"], in: near) {
      return (run.lowerBound - 1..<run.upperBound, "护照号")
    }
    let plate = run.lowerBound - 4
    if run.count == 5, letter &- 0x41 < 26, input.contains(["车牌", "牌号"], in: near), plate >= 0,
      input.scalar(at: plate).isHan
    {
      return (plate..<run.upperBound, "车牌号")
    }
    return nil
  }

  /// Whether the last digit checks the others, as the numbers of bank cards have it.
  private static func isLuhn(_ run: Range<Int>, _ input: LintInput) -> Bool {
    var sum = 0
    for (index, offset) in run.reversed().enumerated() {
      let digit = Int(input.byte(offset) &- 0x30)
      let doubled = digit * 2
      sum += index % 2 == 0 ? digit : (doubled > 9 ? doubled - 9 : doubled)
    }
    return sum % 10 == 0
  }
}
