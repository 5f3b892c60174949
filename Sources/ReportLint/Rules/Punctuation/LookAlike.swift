import SourceText

/// PUN018: a letter or a sign that looks like the character meant.
enum LookAlike: Rule {
  static let description = RuleDescription(
    "PUN018", "look-alike", .warning, fix: .needsReview,
    summary: Message(
      zh: "用形似的字母、符号代替数字：O 代 0，l 代 1，○ 代〇，句号代小数点",
      en: "a look-alike: O for 0, l for 1, ○ for 〇, a full stop for a decimal point"),
    reason: Message(
      zh: "看着一样，检索、统计和朗读时却不是那个数。", en: "It looks the same, but no search and no sum finds it."),
    basis: RuleBasis(.practice, Message(zh: "校对惯例", en: "proof-reading practice")),
    exemption: Message(zh: "型号、编号里的字母不算。", en: "Letters of models and codes."),
    bad: [
      RuleExample("⟦2O23年⟧完成改造。", fixed: "2023年完成改造。"),
      RuleExample("惠及⟦1l0人⟧。", fixed: "惠及110人。"),
      RuleExample("二⟦○⟧二三年七月。", fixed: "二〇二三年七月。"),
      RuleExample("签约率提升至⟦92。5%⟧。", fixed: "签约率提升至92.5%。"),
    ],
    good: ["2023年完成改造。", "购置2O型设备3台。", "二〇二三年七月。", "○○村", "发文编号为38。9月底前完成。", "列第3。5万人参加。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    checkLetters(input, &report)
    checkCircles(input, &report)
    checkStops(input, &report)
  }

  /// A full stop inside a number, which an input method writes for a decimal point.
  private static func checkStops(_ input: LintInput, _ report: inout FindingReporter) {
    for run in input.scan.digits where input.has("。", at: run.upperBound) {
      let stop = run.upperBound..<run.upperBound + 3
      var end = stop.upperBound
      while input.byte(end) &- 0x30 < 10 { end += 1 }
      guard end > stop.upperBound, end - stop.upperBound <= 2, isUnit(input, at: end, run.count)
      else { continue }
      let range = run.lowerBound..<end + input.width(at: end)
      report.report(
        range,
        Message(
          zh: "“{0}”里的句号应为小数点", en: "the full stop in “{0}” should be a decimal point",
          input.text(range)),
        fixes: [Fix(.needsReview, [Fix.Edit(stop, with: ".")])])
    }
  }

  /// Whether what follows shows that the digits before it belong to the number in front of the stop:
  /// no sentence begins with 5%, and one that begins with 9万 seldom ends the one before in digits.
  private static func isUnit(_ input: LintInput, at offset: Int, _ digits: Int) -> Bool {
    switch input.scalar(at: offset) {
    case "%", "％", "‰": true
    case "万", "亿": digits > 1
    case "个": input.has("个百分点", at: offset)
    default: false
    }
  }

  /// O and l inside a number that a counting word follows.
  private static func checkLetters(_ input: LintInput, _ report: inout FindingReporter) {
    for run in input.scan.digits {
      let letter = run.upperBound
      let digit: String
      switch input.byte(letter) {
      case 0x4F, 0x6F: digit = "0"
      case 0x6C, 0x49: digit = "1"
      default: continue
      }
      var end = letter + 1
      while input.byte(end) &- 0x30 < 10 { end += 1 }
      guard !input.scalar(before: run.lowerBound).isLatin else { continue }
      switch input.scalar(at: end) {
      case "年", "人", "个", "名", "元", "万", "月", "日", "%", "次", "所", "户", "亩": break
      default: continue
      }
      let range = run.lowerBound..<end + input.width(at: end)
      report.report(
        range,
        Message(
          zh: "“{0}”里的字母应为数字{1}", en: "the letter in “{0}” should be the digit {1}",
          input.text(range), digit),
        fixes: [Fix(.needsReview, [Fix.Edit(letter..<letter + 1, with: digit)])])
    }
  }

  /// ○ between the Chinese digits of a year.
  private static func checkCircles(_ input: LintInput, _ report: inout FindingReporter) {
    for mark in input.scan.circles {
      let range = mark..<mark + 3
      guard isDigit(input.scalar(before: mark)) || input.has("○", before: mark),
        isDigit(input.scalar(at: range.upperBound)) || input.has("年", at: range.upperBound)
          || input.has("○", at: range.upperBound)
      else { continue }
      // ○○ on its own stands for a name left out.
      guard isDigit(input.scalar(before: mark)) || isDigit(input.scalar(before: mark - 3)) else {
        continue
      }
      report.report(
        range, Message(zh: "符号“○”应为数字“〇”", en: "the sign ○ should be the numeral 〇"),
        fixes: [Fix(.needsReview, [Fix.Edit(range, with: "〇")])], atMost: .info)
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "〇": true
    default: false
    }
  }
}
