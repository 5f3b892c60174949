import BulletinSyntax
import SourceText

/// STR007: the numbers of a list have a gap, a repeat or a wrong start.
enum NumberingBreak: Rule {
  static let description = RuleDescription(
    "STR007", "numbering-break", .error,
    summary: Message(
      zh: "序号不连续：缺号、重号或起号不对", en: "a gap, a repeat or a wrong start in a numbered list"),
    reason: Message(
      zh: "缺号、重号多是删改后没有重排，读者会以为少了一条。",
      en: "A gap or a repeat is left behind by editing; the reader takes an item for lost."),
    basis: RuleBasis(.practice, Message(zh: "序号使用惯例", en: "how lists are numbered")),
    exemption: Message(
      zh: "每一部分内从头编号，或跨部分连续编号，都算连续；从1重新开始的算新的一列。“一是”由 STR011 检查。",
      en:
        "Numbers may begin anew in each part or run on through the parts; a new 1 begins a new list. "
        + "STR011 looks at 一是."),
    bad: [
      "一、总体情况\n已完成。\n⟦三、⟧下一步打算\n继续抓。",
      "一、总体情况\n1.教学\n开展教研。\n2.师资\n培训教师。\n⟦2.⟧保障\n维修校舍。",
      "一、总体情况\n⟦2.⟧教学\n开展教研。\n3.师资\n培训教师。",
    ],
    good: [
      "一、总体情况\n1.教学\n开展教研。\n2.师资\n培训教师。\n二、下一步打算\n1.教学\n加强教研。\n2.师资\n招聘教师。",
      "一、总体情况\n1.教学\n开展教研。\n2.师资\n培训教师。\n二、下一步打算\n3.教学\n加强教研。\n4.师资\n招聘教师。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let headings = input.tree.headings
    guard !headings.isEmpty else { return }
    // The last heading of each list that is open, by the families of marks.
    var lists = [Siblings?](repeating: nil, count: 8)
    // The last number of each family and level, whatever it stands under.
    var runningOn = [[Int32]](repeating: [], count: 8)
    for (index, heading) in headings.enumerated() {
      guard let family = family(of: heading.mark.style) else { continue }
      let value = heading.mark.value
      if lists[family] == nil {
        lists[family] = Siblings(headings)
        runningOn[family] = Array(repeating: -1, count: 256)
      }
      let last = lists[family]?.replace(under: heading.parent, with: index)
      let level = heading.level & 0xFF
      defer { runningOn[family][level] = Int32(clamping: value) }
      if let last {
        let before = headings[last]
        if value == before.mark.value + 1 { continue }
        let isAnew = value == 1 && before.mark.value > 1
        if !isAnew { reportBreak(heading, after: before, input, &report) }
      } else if value > 1, Int(runningOn[family][level]) != value - 1 {
        report.report(
          heading.number,
          Message(
            zh: "这一列序号从“{0}”开始，前面没有第一项", en: "the list begins with “{0}”; there is no first item",
            input.text(heading.number)),
          remedy: Message(zh: "从第一项起重新编号", en: "number the list from one"))
      }
    }
  }

  private static func reportBreak(
    _ heading: Heading, after before: Heading, _ input: LintInput,
    _ report: inout FindingReporter
  ) {
    let found = input.text(heading.number)
    let previous = input.text(before.number)
    let note = report.note(
      Message(zh: "上一项在这里", en: "the item before is here"), at: before.number)
    let message =
      if heading.mark.value == before.mark.value {
        Message(zh: "序号“{0}”重复", en: "the number “{0}” is repeated", found)
      } else if heading.mark.value > before.mark.value {
        Message(
          zh: "“{1}”之后是“{0}”，中间缺号", en: "“{0}” follows “{1}”: a number is missing", found, previous)
      } else {
        Message(zh: "“{1}”之后是“{0}”，次序颠倒", en: "“{0}” follows “{1}”: out of order", found, previous)
      }
    report.report(
      heading.number, message,
      remedy: Message(
        zh: "核对是否漏了一项，再重新编号", en: "see whether an item is missing, then number anew"),
      notes: [note])
  }

  /// Which list a mark belongs to; stop and comma are one family, their mixture is for STR009.
  private static func family(of style: OrdinalStyle) -> Int? {
    switch style {
    case .chineseComma: 1
    case .chineseBrackets: 2
    case .arabicStop, .arabicComma: 3
    case .arabicBrackets: 4
    case .arabicHalfBracket: 5
    case .circled: 6
    case .chapter: 7
    case .decimalPath, .ordinalWord, .measure, .none: nil
    }
  }
}
