import BulletinSyntax
import SourceText

/// STR013: members of a 一是…二是… chain end with different marks.
enum MixedChainEnds: Rule {
  static let description = RuleDescription(
    "STR013", "mixed-chain-ends", .info,
    summary: Message(zh: "“一是…二是…”各项的句末标点不一", en: "members of a 一是 chain end with different marks"),
    reason: Message(
      zh: "并列的各项用同一种标点隔开，读者才看得出它们并列。",
      en: "Members of one rank are parted by one mark; otherwise their rank is not seen."),
    basis: RuleBasis(
      .standard, Message(zh: "GB/T 15834-2011 B.1.4", en: "GB/T 15834-2011 B.1.4")),
    exemption: Message(
      zh: "最后一项以句号收尾是对的；其中有一项不止一句话的，整列不查。",
      en: "The last member does end with 。; chains with a member of several sentences."),
    bad: ["一、总体情况\n1.教学工作。一是抓教研；二是抓培训⟦。⟧三是抓考核。"],
    good: [
      "一、总体情况\n1.教学工作。一是抓教研；二是抓培训；三是抓考核。", "一、总体情况\n1.教学工作。一是抓教研。二是抓培训。三是抓考核。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for chain in input.chains {
      let members = chain.members.map { input.trimmed($0.extent) }
      let ends = members.map { input.scalar(before: $0.upperBound) }
      let isSingle = members.allSatisfy { member in
        let inner =
          member.lowerBound..<max(member.lowerBound, input.start(before: member.upperBound))
        return !input.contains(["。", "；", "\n"], in: inner)
      }
      guard isSingle, ends.dropLast().contains("；"),
        let index = ends.dropLast().firstIndex(of: "。")
      else { continue }
      let end = members[index].upperBound
      report.report(
        end - 3..<end,
        Message(zh: "前面各项用分号，这一项用了句号", en: "other members end with ；, this one with 。"),
        remedy: Message(zh: "各项之间用同一种标点", en: "part all members by one mark"))
    }
  }
}
