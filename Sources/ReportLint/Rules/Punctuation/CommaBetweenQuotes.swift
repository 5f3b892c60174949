import SourceText

/// PUN006: 、 between quoted words or titles that stand side by side.
enum CommaBetweenQuotes: Rule {
  static let description = RuleDescription(
    "PUN006", "comma-between-quotes", .info, fix: .needsReview,
    summary: Message(
      zh: "并列的引号或书名号之间用了顿号", en: "、 between quoted words or titles side by side"),
    reason: Message(
      zh: "标有引号、书名号的并列成分之间通常不用顿号，标号已经隔开了它们。",
      en: "The marks themselves part quoted words and titles; usually no 、 is set between them."),
    basis: RuleBasis(
      .standard, Message(zh: "GB/T 15834-2011 4.5.3.5", en: "GB/T 15834-2011 4.5.3.5")),
    exemption: Message(
      zh: "标准说的是“通常”；引号后还有别的字，或书名号后有括注的，应当用顿号。",
      en:
        "The standard says “usually”; where words or brackets stand between the marks, 、 is right."),
    bad: [
      RuleExample("建成“警务室”⟦、⟧“护学岗”。", fixed: "建成“警务室”“护学岗”。"),
      RuleExample("印发《方案》⟦、⟧《办法》。", fixed: "印发《方案》《办法》。"),
    ],
    good: ["建成“警务室”“护学岗”。", "创建一小“书香”、二小“清廉”品牌。", "印发《方案》（试行）、《办法》。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard input.scan.mayHold("、") else { return }
    var faults: [MarkFault] = []
    let marks = input.marks
    // Only a comma right behind another mark can be meant.
    for mark in input.scan.adjacent.lazy.map({ marks[$0] }) where mark.scalar == "、" {
      let before = input.scalar(before: mark.offset)
      let after = input.scalar(at: mark.end)
      guard before == "”" && after == "“" || before == "》" && after == "《" else { continue }
      faults.append(MarkFault(mark.range, with: ""))
    }
    report.report(faults, safety: .needsReview, limit: 2) { _ in
      Message(zh: "引号、书名号之间通常不用顿号", en: "usually no 、 between quoted words or titles")
    }
  }
}
