import SourceText

/// PUN012: 《》 round what is no work: a certificate, an honour.
enum TitleMarksOnName: Rule {
  static let description = RuleDescription(
    "PUN012", "title-marks-on-name", .warning,
    summary: Message(
      zh: "书名号用在证件、称号上", en: "《》 round the name of a certificate or an honour"),
    reason: Message(
      zh: "书名号标示书、文件、文章等作品的名称；证件、奖项、称号不是作品，需要标示时用引号。",
      en: "《》 stand round works; certificates and honours are none and take quotation marks if any."
    ),
    basis: RuleBasis(.standard, Message(zh: "GB/T 15834-2011 A.13", en: "GB/T 15834-2011 A.13")),
    exemption: Message(
      zh: "名称里写有“管理办法”等文件名的不算；只查“许可证、营业执照、资格证、合格证”和后面跟着“称号、荣誉”的。",
      en:
        "Names of documents about certificates; only licences and certificates, and what 称号 or 荣誉 "
        + "follows, are looked at."),
    bad: ["核发⟦《办学许可证》⟧12份。", "荣获⟦《书香校园》⟧称号。"],
    good: ["核发办学许可证12份。", "荣获“书香校园”称号。", "修订《许可证管理办法》。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard input.scan.mayHold("《") else { return }
    var open: TextScan.Mark?
    for mark in input.marks {
      if mark.scalar == "《" {
        open = mark
      } else if mark.scalar == "》", let start = open {
        open = nil
        let range = start.offset..<mark.end
        guard range.count <= 90, isName(range, input) else { continue }
        report.report(
          range,
          Message(
            zh: "{0}不是书、文件或文章的名称", en: "{0} is the name of no book, document or article",
            input.text(range)),
          remedy: Message(zh: "去掉书名号，或改用引号", en: "take the marks out, or use quotation marks"))
      }
    }
  }

  private static func isName(_ range: Range<Int>, _ input: LintInput) -> Bool {
    let end = range.upperBound - 3
    let papers: [StaticString] = ["许可证", "营业执照", "资格证", "合格证", "登记证", "结业证", "毕业证"]
    if papers.contains(where: { input.has($0, before: end) }) { return true }
    let honours: [StaticString] = ["称号", "荣誉称号", "光荣称号", "奖牌", "牌匾"]
    return honours.contains { input.has($0, at: range.upperBound) }
  }
}
