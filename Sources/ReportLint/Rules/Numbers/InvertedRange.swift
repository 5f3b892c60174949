import SourceText

/// NUM019: a range whose first number is the larger.
enum InvertedRange: Rule {
  static let description = RuleDescription(
    "NUM019", "inverted-range", .error,
    summary: Message(zh: "范围写倒了：前一个数大于后一个数", en: "a range upside down"),
    reason: Message(
      zh: "范围从小写到大；写倒了，两个数必有一个是错的，或次序错了。", en: "A range goes from the smaller number to the larger."
    ),
    basis: RuleBasis(.fact, Message(zh: "数的大小", en: "arithmetic")),
    exemption: Message(
      zh: "月、日、时可以跨年跨天，不查；比分、编号、电话不查；前一个数省去“万”的不查。",
      en:
        "Months, days and hours may run over; scores, numbers of things and telephones; a first number "
        + "whose 万 is left out."),
    bad: ["每班配备⟦8～5个⟧座位。", "增长⟦15%—12%⟧。", "规划期⟦2025—2023年⟧。"],
    good: [
      "每班配备5～8个座位。", "每年11～3月供暖。", "电话0745-6822。", "8000-1万人。", "比分3-1，2-0获胜。", "2023—24年度。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let runs = input.scan.digits
    guard runs.count > 1 else { return }
    for index in 0..<runs.count - 1 where runs[index + 1].lowerBound - runs[index].upperBound <= 4 {
      guard mayBeRange(index, input), let first = Number(endingWith: index, input),
        let (separator, second) = rangeEnd(after: first, input),
        isRange(first, separator, second, input), first.value > second.value
      else { continue }
      let unitEnd = unit(after: second, input).end
      let range = first.start..<unitEnd
      report.report(
        range, Message(zh: "“{0}”前大后小", en: "“{0}” goes from large to small", input.text(range)),
        remedy: Message(zh: "核对两个数，从小写到大", en: "check both numbers; write the smaller first"))
    }
  }

  /// A number with its decimals: the digit runs that belong together.
  private struct Number {
    let start: Int
    var end: Int
    let value: Double
    /// The index of its last run of digits.
    let last: Int

    init?(endingWith index: Int, _ input: LintInput) {
      let runs = input.scan.digits
      guard let number = Number(startingAt: index, input) else { return nil }
      let start = runs[index].lowerBound
      let before = input.byte(start - 1)
      let isGlued =
        before == 0x2D || before == 0x2E || before == 0x2F || before == 0x2C || before == 0x3A
        || (before | 0x20) &- 0x61 < 26
      guard !isGlued, !input.scalar(before: start).isRangeMark else { return nil }
      self = number
    }

    init?(startingAt index: Int, _ input: LintInput) {
      let runs = input.scan.digits
      guard runs.indices.contains(index), runs[index].count <= 12 else { return nil }
      start = runs[index].lowerBound
      var text = input.text(runs[index])
      var last = index
      if index + 1 < runs.count, runs[index + 1].lowerBound == runs[index].upperBound + 1,
        input.byte(runs[index].upperBound) == 0x2E, runs[index + 1].count <= 6
      {
        text += "." + input.text(runs[index + 1])
        last = index + 1
      }
      guard let value = Double(text) else { return nil }
      self.value = value
      self.last = last
      end = runs[last].upperBound
    }
  }

  /// Whether a range mark stands behind the number that begins with a run of digits; most are none.
  private static func mayBeRange(_ index: Int, _ input: LintInput) -> Bool {
    let runs = input.scan.digits
    var end = runs[index].upperBound
    if input.byte(end) == 0x2E, runs[index + 1].lowerBound == end + 1, runs[index + 1].count <= 6 {
      end = runs[index + 1].upperBound
    }
    if input.byte(end) == 0x25 { end += 1 }
    let separator = input.scalar(at: end)
    return separator.isRangeMark || separator == "-"
  }

  private static func rangeEnd(after first: Number, _ input: LintInput) -> (Unicode.Scalar, Number)?
  {
    var end = first.end
    if input.byte(end) == 0x25 { end += 1 }
    let separator = input.scalar(at: end)
    guard separator.isRangeMark || separator == "-" else { return nil }
    let next = end + input.width(at: end)
    let runs = input.scan.digits
    guard first.last + 1 < runs.count, runs[first.last + 1].lowerBound == next,
      let second = Number(startingAt: first.last + 1, input)
    else { return nil }
    return (separator, second)
  }

  /// Whether the two numbers are a range of something that cannot run over.
  private static func isRange(
    _ first: Number, _ separator: Unicode.Scalar, _ second: Number, _ input: LintInput
  ) -> Bool {
    let after = input.scalar(at: second.end)
    if after.isRangeMark || after == "-" || after == "." || after == "/" || after == ":" {
      return false
    }
    let unit = unit(after: second, input)
    switch unit.kind {
    case .none: return false
    case .runsOver: return false
    case .multiplied: return first.value < 1000
    case .year:
      return first.end - first.start == 4 && second.end - second.start == 4
        && (1900...2100).contains(first.value) && (1900...2100).contains(second.value)
    case .plain: return separator != "-" || !input.scalar(before: first.start).isScoreWord
    }
  }

  private enum UnitKind {
    case none, plain, multiplied, year, runsOver
  }

  private static func unit(after number: Number, _ input: LintInput) -> (kind: UnitKind, end: Int) {
    let scalar = input.scalar(at: number.end)
    let end = number.end + input.width(at: number.end)
    switch scalar {
    case "年": return (.year, end)
    case "月", "日", "号", "时", "点", "分", "秒", "周", "℃", "度", "版", "期", "路", "室", "栋":
      return (.runsOver, end)
    case "万", "亿", "千": return (.multiplied, end)
    case "个", "名", "人", "所", "家", "项", "次", "%", "％", "元", "件", "起", "户", "亩", "台", "辆", "米", "吨",
      "倍",
      "条", "处", "场", "套", "份", "岁", "天":
      return (.plain, end)
    default: return (.none, number.end)
    }
  }
}

extension Unicode.Scalar {
  /// ～ ~ — – ―: joins the two ends of a range.
  fileprivate var isRangeMark: Bool {
    switch self {
    case "～", "~", "〜", "—", "–", "―", "－": true
    default: false
    }
  }

  /// The last character of a word after which a pair of numbers is a score.
  fileprivate var isScoreWord: Bool { self == "分" || self == "以" }
}
