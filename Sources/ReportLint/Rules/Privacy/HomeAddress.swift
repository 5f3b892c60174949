import SourceText

/// PRV004: an address down to the room.
enum HomeAddress: Rule {
  static let description = RuleDescription(
    "PRV004", "home-address", .warning,
    summary: Message(zh: "写到门牌、房间的住址", en: "an address down to the room"),
    reason: Message(
      zh: "个人住址公开时只写到乡镇（街道）。", en: "A person's address is published down to the township only."),
    basis: RuleBasis(
      .practice, Message(zh: "政务公开去标识化要求", en: "the duty to de-identify public texts")),
    exemption: Message(
      zh: "只查写有单元和室号的；单位的办公地址可以忽略。",
      en: "Only addresses with staircase and room; offices may be accepted."),
    bad: ["家住⟦3栋2单元501室⟧。"],
    good: ["家住三里坪街道。", "建成3栋2单元住宅。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let runs = input.scan.digits
    for index in runs.indices.dropLast() where input.has("单元", at: runs[index].upperBound) {
      let room = runs[index + 1]
      guard room.lowerBound == runs[index].upperBound + 6, (3...4).contains(room.count) else {
        continue
      }
      var start = runs[index].lowerBound
      if index > 0,
        ["栋", "幢", "号", "座"].contains(input.scalar(before: start)),
        runs[index - 1].upperBound >= start - 6
      {
        start = runs[index - 1].lowerBound
      }
      let end =
        room.upperBound
        + (input.has("室", at: room.upperBound) || input.has("号", at: room.upperBound) ? 3 : 0)
      report.report(
        start..<end, Message(zh: "“{0}”是住址", en: "“{0}” is an address", input.text(start..<end)),
        remedy: Message(zh: "只写到乡镇、街道", en: "write the township only"))
    }
  }
}
