import SourceText

/// PUN016: a space inside Chinese, or between a number and Chinese.
enum StraySpace: Rule {
  static let description = RuleDescription(
    "PUN016", "stray-space", .warning, fix: .safe,
    summary: Message(
      zh: "汉字之间、汉字和数字之间有空格", en: "a space inside Chinese, or between a number and Chinese"),
    reason: Message(
      zh: "公文里汉字与汉字、汉字与数字之间不加空格，排版时由软件留出间距。",
      en: "Official texts set no space between Chinese characters or between Chinese and digits."),
    basis: RuleBasis(.practice, Message(zh: "公文排印惯例", en: "how official texts are set")),
    exemption: Message(
      zh: "标题、发布行、落款、表格、序号之后、段首、引号里的口号和两字姓名中间的空格不算；短行不查；很多的一并报告。",
      en:
        "Titles, publication lines, signatures, tables, after ordinals, at the head of a paragraph, "
        + "inside names of two characters; between phrases of a slogan in quotation marks; short lines; a text full of them is reported once."
    ),
    bad: [
      RuleExample(
        "全年开展校园安全检查12⟦ ⟧次，发现并整改问题五个，约谈机构负责人两名。",
        fixed: "全年开展校园安全检查12次，发现并整改问题五个，约谈机构负责人两名。")
    ],
    good: [
      "全年开展校园安全检查12次，发现并整改问题五个，约谈机构负责人两名。", "全年开展校园安全检查，发现 5 G 基站一处，约谈机构负责人两名。",
      "全年开展校园安全检查，发现并整改问题五个，约谈机构负责人两名。（县教育局 李明）", "发布时间 2023年 县教育局",
      "局长王 勇到会并讲话，各学校校长参加，会议部署下一步工作。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    var faults: [MarkFault] = []
    for line in input.lines where line.count >= 75 && isRunning(line, input) {
      var offset = input.trimmed(line).lowerBound
      while let start = ByteSearch.next(0x20, in: input.bytes, from: offset, to: line.upperBound) {
        offset = start
        while offset < line.upperBound, input.bytes[offset] == 0x20 { offset += 1 }
        guard offset - start <= 2, isStray(start..<offset, input) else { continue }
        faults.append(MarkFault(start..<offset, with: ""))
      }
    }
    report.report(faults, safety: .safe, limit: 3) { _ in
      Message(zh: "这里不用空格", en: "no space belongs here")
    }
  }

  /// Whether a line is running text: it has a mark of a sentence and is no part of the frame.
  private static func isRunning(_ line: Range<Int>, _ input: LintInput) -> Bool {
    !input.isFrame(line.lowerBound) && input.contains(["。", "，", ","], in: line)
  }

  private static func isStray(_ range: Range<Int>, _ input: LintInput) -> Bool {
    let before = input.scalar(before: range.lowerBound)
    let after = input.scalar(at: range.upperBound)
    switch (before.isHan, after.isHan) {
    case (true, true):
      return !isName(range, input) && !input.isQuoted(range.lowerBound) && !isByline(range, input)
    case (true, false): return isNumber(after: range.upperBound, input)
    case (false, true): return isNumber(before: range.lowerBound, input)
    default: return false
    }
  }

  /// Whether a number with nothing Latin about it begins at `offset`.
  private static func isNumber(after offset: Int, _ input: LintInput) -> Bool {
    var end = offset
    while input.byte(end) &- 0x30 < 10 || input.byte(end) == 0x2E || input.byte(end) == 0x25 {
      end += 1
    }
    return end > offset && !touchesLatin(end, input)
  }

  private static func isNumber(before offset: Int, _ input: LintInput) -> Bool {
    var start = offset
    while input.byte(start - 1) &- 0x30 < 10 || input.byte(start - 1) == 0x2E
      || input.byte(start - 1) == 0x25
    {
      start -= 1
    }
    // 1. and 2. at the head of an item are no numbers.
    guard start < offset, input.byte(offset - 1) != 0x2E, !input.isAtLineStart(start) else {
      return false
    }
    let before = input.scalar(before: start)
    return before.isHan || before.isChineseMark
      || before == " " && input.scalar(before: start - 1).isHan
  }

  private static func touchesLatin(_ end: Int, _ input: LintInput) -> Bool {
    var index = end
    while input.byte(index) == 0x20 { index += 1 }
    return (input.byte(index) | 0x20) &- 0x61 < 26
  }

  /// Whether the space stands in a bracket that closes a line and names who wrote it: （县统计局 李明）.
  private static func isByline(_ range: Range<Int>, _ input: LintInput) -> Bool {
    var end = range.upperBound
    for _ in 0..<12 where input.scalar(at: end).isHan || input.byte(end) == 0x20 {
      end += input.width(at: end)
    }
    guard input.scalar(at: end) == ")" || input.scalar(at: end) == "）" else { return false }
    end += input.width(at: end)
    while input.scalar(at: end).isBlank || input.byte(end) == 0x0D { end += input.width(at: end) }
    guard end >= input.bytes.count || input.byte(end) == 0x0A else { return false }
    var start = range.lowerBound
    for _ in 0..<30 where start > 0 {
      let before = input.scalar(before: start)
      if before == "(" || before == "（" { return true }
      guard before.isHan || before == " " else { return false }
      start -= before == " " ? 1 : 3
    }
    return false
  }

  /// Whether a space may part a name of two characters: 王 勇.
  private static func isName(_ range: Range<Int>, _ input: LintInput) -> Bool {
    Surnames.all.contains(input.scalar(before: range.lowerBound))
  }
}
