import BulletinSyntax
import SourceText

/// PUN013: a member of a chain of ； has a 。 inside.
enum StopInChain: Rule {
  static let description = RuleDescription(
    "PUN013", "stop-in-chain", .info,
    summary: Message(zh: "用分号隔开的各项里出现句号", en: "a 。 inside a member of a chain of ；"),
    reason: Message(
      zh: "分号比句号小；各项用分号隔开，项里就不能有句号。", en: "； is weaker than 。; members parted by ； hold no 。."),
    basis: RuleBasis(.standard, Message(zh: "GB/T 15834-2011 A.5", en: "GB/T 15834-2011 A.5")),
    exemption: Message(zh: "只查“一是……；二是……”一类的项。", en: "Only members of 一是 chains are looked at."),
    bad: ["一、总体情况\n1.教学工作。一是抓教研⟦。⟧每周一次；二是抓培训；三是抓考核。"],
    good: ["一、总体情况\n1.教学工作。一是抓教研，每周一次；二是抓培训；三是抓考核。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for chain in input.chains {
      let members = chain.members.map { input.trimmed($0.extent) }.dropLast()
      guard members.allSatisfy({ input.has("；", before: $0.upperBound) }) else { continue }
      for member in members {
        guard let stop = input.find("。", in: member), !input.isQuoted(stop) else { continue }
        report.report(
          stop..<stop + 3,
          Message(zh: "这一项以分号收尾，里面不能有句号", en: "this member ends with ； and can hold no 。"),
          remedy: Message(zh: "改成逗号，或各项都用句号", en: "use ，, or end all members with 。"))
        break
      }
    }
  }
}
