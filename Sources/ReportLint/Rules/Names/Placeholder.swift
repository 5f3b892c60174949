import SourceText

/// NAM008: something that was to be filled in was left.
enum Placeholder: Rule {
  static let description = RuleDescription(
    "NAM008", "placeholder", .error,
    summary: Message(
      zh: "留有占位符：××、XX、【待核实】、TODO 等", en: "a placeholder left: ××, XX, 【待核实】, TODO"),
    reason: Message(
      zh: "占位符说明此处还没填，带着它发出去就是事故。",
      en: "A placeholder says that something is still to come; such a text cannot go out."),
    basis: RuleBasis(.practice, Message(zh: "校对惯例", en: "proof-reading practice")),
    exemption: Message(
      zh: "拉丁字母单词和型号里的X、手机号和身份证号的遮挡星号、“某某”不算。",
      en: "An X inside a Latin word or a model number, the asterisks that mask a number, and 某某."),
    bad: [
      "全县完成投资⟦××⟧万元，新建学校⟦XX⟧所。", "完成率⟦【待核实】⟧，另见附表。", "惠及学生⟦〔待填：人数〕⟧人。",
      "⟦TODO⟧ 补充下半年数据。", "⟦201*年⟧完成改造。", "拨付资金⟦#REF!⟧万元。", "新建学校⟦{{学校数}}⟧所。",
    ],
    good: [
      "全县完成投资320万元，新建学校3所。", "联系电话138****1234。", "购置XXL号校服200套。", "配备MAXX型设备3台。", "面积12××3米。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    checkMarks(input, &report)
    checkLetters(input, &report)
  }

  /// ××, bracketed notes, masked years, spreadsheet errors and template slots all begin with a mark.
  private static func checkMarks(_ input: LintInput, _ report: inout FindingReporter) {
    var done = 0
    for mark in input.marks where mark.offset >= done {
      let range: Range<Int>? =
        switch mark.scalar {
        case "×": crosses(from: mark.offset, input)
        case "【", "〔", "[", "（", "(": note(mark, input)
        case "*": maskedYear(at: mark.offset, input)
        case "#": sheetError(at: mark.offset, input)
        case "{": slot(at: mark.offset, input)
        default: nil
        }
      guard let range else { continue }
      done = range.upperBound
      reportPlaceholder(range, input, &report)
    }
  }

  private static func reportPlaceholder(
    _ range: Range<Int>, _ input: LintInput, _ report: inout FindingReporter
  ) {
    report.report(
      range, Message(zh: "“{0}”是占位符", en: "“{0}” is a placeholder", input.text(range)),
      remedy: Message(zh: "填上实际内容", en: "put in what belongs there"))
  }

  /// Two or more ×, not a multiplication.
  private static func crosses(from start: Int, _ input: LintInput) -> Range<Int>? {
    var end = start
    while input.has("×", at: end) { end += 2 }
    guard end - start >= 4 else { return nil }
    if input.scalar(before: start).isDigit, input.scalar(at: end).isDigit { return nil }
    return start..<end
  }

  /// A bracket that holds 待核实 and the like.
  private static func note(_ mark: TextScan.Mark, _ input: LintInput) -> Range<Int>? {
    let openings: [StaticString] = [
      "待核", "待填", "待补", "待定稿", "待确认", "待完善", "待更新", "待统计", "待查", "待提供", "需核实", "请核实", "请补充", "此处填",
      "此处补",
    ]
    guard openings.contains(where: { input.has($0, at: mark.end) }) else { return nil }
    var end = mark.end
    let limit = min(input.bytes.count, mark.end + 120)
    while end < limit, input.byte(end) != 0x0A {
      let scalar = input.scalar(at: end)
      end += input.width(at: end)
      if scalar.isClosingMark || scalar == "]" { return mark.offset..<end }
    }
    return nil
  }

  /// 20**年, 201*年.
  private static func maskedYear(at star: Int, _ input: LintInput) -> Range<Int>? {
    var start = star
    while start > 0, input.byte(start - 1) &- 0x30 < 10 { start -= 1 }
    var end = star
    while input.byte(end) == 0x2A { end += 1 }
    guard star - start <= 3, end - start == 4, star > start, input.has("年", at: end) else {
      return nil
    }
    return start..<end + 3
  }

  private static func sheetError(at start: Int, _ input: LintInput) -> Range<Int>? {
    let errors: [StaticString] = [
      "#REF!", "#DIV/0!", "#VALUE!", "#N/A", "#NAME?", "#NUM!", "#NULL!",
    ]
    let found = errors.first { input.has($0, at: start) }
    return found.map { start..<start + $0.utf8CodeUnitCount }
  }

  private static func slot(at start: Int, _ input: LintInput) -> Range<Int>? {
    guard input.byte(start + 1) == 0x7B else { return nil }
    var end = start + 2
    let limit = min(input.bytes.count, start + 200)
    while end < limit, input.byte(end) != 0x0A {
      if input.has("}}", at: end) { return start..<end + 2 }
      end += 1
    }
    return nil
  }

  /// XX, xx in Chinese text, and TODO, TBD, FIXME as words.
  private static func checkLetters(_ input: LintInput, _ report: inout FindingReporter) {
    let words: [StaticString] = ["TODO", "TBD", "FIXME"]
    for start in input.scan.letters where (input.byte(start - 1) | 0x20) &- 0x61 >= 26 {
      var index = start
      while (input.byte(index) | 0x20) &- 0x61 < 26 { index += 1 }
      let length = index - start
      let isWord = words.contains { $0.utf8CodeUnitCount == length && input.has($0, at: start) }
      if isWord || isCrossed(start..<index, input) {
        reportPlaceholder(start..<index, input, &report)
      }
    }
  }

  /// Two or more X and nothing else, beside Chinese text or digits of a year.
  private static func isCrossed(_ range: Range<Int>, _ input: LintInput) -> Bool {
    guard range.count >= 2, range.allSatisfy({ input.bytes[$0] | 0x20 == 0x78 }) else {
      return false
    }
    let before = input.scalar(before: range.lowerBound)
    let after = input.scalar(at: range.upperBound)
    if after.isDigit || after == "-" || after == "_" || before == "-" || before == "_" {
      return false
    }
    return before.isHan || after.isHan
  }
}
