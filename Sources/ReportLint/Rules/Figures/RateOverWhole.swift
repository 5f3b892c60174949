import SourceText

/// FIG009: a rate of more than 100 % of what cannot be more than the whole.
enum RateOverWhole: Rule {
  static let description = RuleDescription(
    "FIG009", "rate-over-whole", .error,
    summary: Message(zh: "比率超过100%", en: "a rate over 100 %"),
    reason: Message(
      zh: "合格率、好评率一类的比率是部分占全体的份额，不会超过100%。",
      en: "Such a rate is the share of a part in its whole, which 100 % bounds."),
    basis: RuleBasis(.fact, Message(zh: "部分不大于全体", en: "a part is no larger than the whole")),
    exemption: Message(
      zh: "完成率、增长率、毛入学率、负债率等可以超过100%的比率不查；句中写明“超额”的不查。",
      en:
        "Rates that may pass 100 % (of fulfilment, growth, gross enrolment, debt); clauses that say 超额."
    ),
    bad: ["好评率达⟦103%⟧。", "群众满意度为⟦120.5%⟧，居全市前列。"],
    good: ["好评率达100%。", "任务完成率达120%。", "增长率为130%。", "高中阶段毛入学率103%。", "好评率提高103个百分点。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for (index, run) in input.scan.digits.enumerated() where run.count >= 3 {
      var end = run.upperBound
      if input.byte(end) == 0x2E, index + 1 < input.scan.digits.count,
        input.scan.digits[index + 1].lowerBound == end + 1
      {
        end = input.scan.digits[index + 1].upperBound
      }
      guard input.byte(end) == 0x25 || input.has("％", at: end),
        let whole = input.number(run), whole > 100 || (whole == 100 && isMore(run, end, input)),
        let rate = rate(before: run.lowerBound, input)
      else { continue }
      report.report(
        run.lowerBound..<end + input.width(at: end),
        Message(
          zh: "{0}不会超过100%，写的是{1}%", en: "{0} cannot be over 100 %; {1} % is written",
          rate, input.text(run.lowerBound..<end)),
        remedy: Message(zh: "核对这个比率", en: "check the rate"))
    }
  }

  /// Whether decimals other than zeros follow.
  private static func isMore(_ run: Range<Int>, _ end: Int, _ input: LintInput) -> Bool {
    run.upperBound < end
      && (run.upperBound + 1..<end).contains { input.byte($0) != 0x30 }
  }

  /// The rate that the number is the value of; nil where it is none of those that 100 % bounds.
  private static func rate(before number: Int, _ input: LintInput) -> String? {
    var end = number
    var isSkipping = true
    while isSkipping {
      isSkipping = false
      for word in links where input.has(word, before: end) {
        end -= word.utf8CodeUnitCount
        isSkipping = true
        break
      }
    }
    guard let found = rates.first(where: { input.has($0, before: end) }) else { return nil }
    let start = end - found.utf8CodeUnitCount
    let clause = max(0, start - 60)..<number
    if input.has("毛", before: start) || input.find("超额", in: clause) != nil { return nil }
    return "\(found)"
  }

  private static let links: [StaticString] = [
    "达到", "达", "为", "是", "均", "都", "至", "到", "了", "高", " ",
  ]

  private static let rates: [StaticString] = [
    "好评率", "满意率", "满意度", "合格率", "达标率", "及格率", "优秀率", "优良率", "知晓率", "成活率", "就业率", "录取率", "出勤率",
    "到课率", "上线率", "通过率", "覆盖率", "办结率", "整改率", "化解率", "完好率", "准确率", "正确率", "回复率", "响应率", "治愈率",
    "签约率", "持证率", "及时率", "公开率", "建档率", "处置率", "入园率", "巡查率", "支持率", "占比", "参与率", "命中率", "复学率",
  ]
}
