import FigureClaims
import ReportModel
import SourceText

/// FIG026: a doubling without the number it started from.
enum GrowthWithoutBase: ClaimRule {
  static let description = RuleDescription(
    "FIG026", "growth-without-base", .info,
    summary: Message(zh: "说“翻番”而没有基数", en: "a doubling without its base"),
    reason: Message(
      zh: "没有原来的数，读者无从核对是不是真的翻了番。", en: "Without the earlier number nobody can check it."),
    basis: RuleBasis(
      .law, Message(zh: "《党政机关公文处理工作条例》第十九条（二）", en: "official documents regulation, article 19(2)")
    ),
    exemption: Message(
      zh: "写明由多少增至多少的不算；只查“翻番”“翻一番”“翻两番”。",
      en: "由…增至… gives the base; only 翻番, 翻一番 and 翻两番 are looked at."),
    bad: ["高分考生达30人，⟦实现翻番⟧。", "参赛者60人，⟦翻了一番⟧。"],
    good: ["参赛者由15人增至30人，翻了一番。", "参赛者60人，上年同期30人。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for claim in input.claims(where: { $0 == .multiple && $1 == .notAssessable })
    where claim.sides.note == .noBase {
      guard let term = claim.term(.to), claim.term(.change) == nil,
        let range = doubling(behind: claim.range.upperBound, input)
      else { continue }
      report.report(
        range,
        Message(
          zh: "{0}“{1}”，原来是多少没有写", en: "{0} “{1}”, but from what is not said", term.text,
          input.text(range)),
        remedy: Message(zh: "写上原来的数", en: "give the earlier number"))
    }
  }

  /// The words of a doubling behind a figure, in its sentence.
  private static func doubling(behind offset: Int, _ input: LintInput) -> Range<Int>? {
    var end = offset
    while end < min(input.bytes.count, offset + 200), !input.scalar(at: end).endsSentence,
      input.byte(end) != 0x0A
    {
      end += input.width(at: end)
    }
    let words: [StaticString] = ["实现翻番", "翻了一番", "翻了两番", "翻一番", "翻两番", "翻番", "翻倍"]
    for word in words {
      if let start = input.find(word, in: offset..<max(offset, min(end, input.bytes.count))) {
        return start..<start + word.utf8CodeUnitCount
      }
    }
    return nil
  }
}
