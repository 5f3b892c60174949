import BulletinSyntax
import SourceText

/// STR014: nothing stands under a heading.
enum EmptyHeading: Rule {
  static let description = RuleDescription(
    "STR014", "empty-heading", .error,
    summary: Message(zh: "标题下没有内容", en: "a heading with nothing under it"),
    reason: Message(
      zh: "标题下空着，多是还没写完，或者正文粘贴时丢了。",
      en: "An empty heading is unfinished, or its text was lost in pasting."),
    basis: RuleBasis(.practice, Message(zh: "行文惯例", en: "how such texts are written")),
    exemption: Message(
      zh: "目录和逐条一行的清单不算：同级标题大半没有内容时不查；全文末尾的标题可能是节选到此为止，只作提示。",
      en:
        "Contents and lists of one line each are left alone: nothing is said where most headings of "
        + "the level have no text; a heading that closes the text gets an info, as an excerpt may end "
        + "there."),
    bad: ["一、总体情况\n校舍维修已完成。\n⟦二、存在的问题⟧\n\n三、下一步打算\n抓好秋季开学。"],
    good: [
      "一、总体情况\n校舍维修已完成。\n二、存在的问题\n教师不足。", "一、教学\n二、师资\n三、保障\n",
      "1．春节走访慰问，发放慰问金。\n走访3户。\n2．为走访慰问下发了要点。\n3．开展活动，宣传政策。\n参加20人。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    let headings = input.tree.headings
    guard !headings.isEmpty else { return }
    let isEmpty = headings.map { self.isEmpty($0, input) }
    guard isEmpty.contains(true) else { return }
    var counts: [Int: (all: Int, empty: Int, told: Int)] = [:]
    for (heading, empty) in zip(headings, isEmpty) {
      counts[key(heading), default: (0, 0, 0)].all += 1
      if empty {
        counts[key(heading), default: (0, 0, 0)].empty += 1
      } else if input.find("。", in: heading.extent) != nil {
        counts[key(heading), default: (0, 0, 0)].told += 1
      }
    }
    for (heading, empty) in zip(headings, isEmpty) where empty {
      guard let count = counts[key(heading)], count.told > count.empty / 2, count.told > 0,
        count.empty * 2 <= count.all
      else { continue }
      report.report(
        heading.head,
        Message(zh: "“{0}”下没有内容", en: "nothing stands under “{0}”", input.text(heading.title)),
        remedy: Message(zh: "补写正文，或删去标题", en: "write the text, or take the heading out"),
        atMost: closesText(heading, input) ? .info : .error)
    }
  }

  /// Whether nothing at all stands behind a numbered heading below the parts.
  private static func closesText(_ heading: Heading, _ input: LintInput) -> Bool {
    heading.level > 1 && input.trimmed(heading.head.upperBound..<input.bytes.count).isEmpty
  }

  /// Headings are compared with those of their level under the same heading; level 1 with all.
  private static func key(_ heading: Heading) -> Int { heading.parent ?? -1 }

  private static func isEmpty(_ heading: Heading, _ input: LintInput) -> Bool {
    guard heading.form != .runIn, heading.mark.style != .measure,
      input.isAtLineStart(heading.number.lowerBound), !heading.title.isEmpty,
      !isSentence(heading, input)
    else { return false }
    let end = heading.extent.upperBound
    var rest = input.trimmed(min(heading.head.upperBound, end)..<end)
    while !rest.isEmpty {
      let scalar = input.scalar(at: rest.lowerBound)
      guard scalar.isChineseMark || scalar == "." || scalar == ":" || scalar.isBlank else {
        return false
      }
      rest = (rest.lowerBound + input.width(at: rest.lowerBound))..<rest.upperBound
    }
    return true
  }

  /// Whether a title says so much that it is an item rather than a heading; one that ends like a
  /// sentence is one sooner.
  private static func isSentence(_ heading: Heading, _ input: LintInput) -> Bool {
    let title = heading.title
    if title.count > 75 || input.contains(["，", ","], in: title) { return true }
    guard heading.form == .ownLineWithStop else { return false }
    return title.count > 45 || input.contains(["了"], in: title)
      || input.find("。", in: title) != nil
  }
}
