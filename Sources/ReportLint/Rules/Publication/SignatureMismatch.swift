import SourceText

/// PUB003: another organ signs than the title names.
enum SignatureMismatch: Rule {
  static let description = RuleDescription(
    "PUB003", "signature-mismatch", .error,
    summary: Message(zh: "落款单位和标题里的单位不一致", en: "another organ signs than the title names"),
    reason: Message(
      zh: "标题说是甲单位的总结，落款是乙单位，必有一处是套用旧稿时忘了改。",
      en: "One of the two was left over from another text."),
    basis: RuleBasis(
      .law,
      Message(zh: "《党政机关公文处理工作条例》第九条第十三项", en: "党政机关公文处理工作条例, article 9(13)")),
    exemption: Message(
      zh: "落款用规范化简称、上级或内设机构名的不算；地名不同、机构相同的才算错误。",
      en:
        "Short names, offices and superior organs may sign; an error where only the place differs."),
    bad: ["澄溪县教育局2023年上半年工作总结\n一、总体情况\n校舍维修已完成。\n⟦白石县教育局⟧\n2023年7月5日\n"],
    good: ["澄溪县教育局2023年上半年工作总结\n一、总体情况\n校舍维修已完成。\n澄溪县教育局\n2023年7月5日\n"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard let organ = input.ownOrgan,
      let signature = input.closing.signature, TitleParts.isOrgan(signature, input),
      !input.contains([" ", "\u{3000}", "\n"], in: signature)
    else { return }
    let body = input.text(organ.body)
    let signed = input.text(signature)
    guard signed.hasSuffix(body), signed != body,
      input.find(organ.core, in: signature) == nil
    else { return }
    // 县教育局 names no place.
    guard signed.unicodeScalars.count >= body.unicodeScalars.count + 3 else { return }
    report.report(
      signature,
      Message(
        zh: "标题里是“{0}”，落款是“{1}”", en: "the title names {0}, {1} signs", input.text(organ.name),
        signed),
      remedy: Message(zh: "核对哪一处是对的", en: "see which is right"),
      notes: [report.note(Message(zh: "标题里的单位", en: "the organ in the title"), at: organ.name)])
  }
}

extension LintInput {
  /// Where the words of one place stand in another.
  func find(_ words: Range<Int>, in range: Range<Int>) -> Int? {
    let wanted = Array(bytes[words])
    guard !wanted.isEmpty, range.count >= wanted.count else { return nil }
    return (range.lowerBound...(range.upperBound - wanted.count)).first { stands(wanted, at: $0) }
  }
}
