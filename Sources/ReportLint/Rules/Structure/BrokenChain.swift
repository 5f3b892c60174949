import BulletinSyntax
import SourceText

/// STR011: a chain of 一是, 二是… has a hole or one member only.
enum BrokenChain: Rule {
  static let description = RuleDescription(
    "STR011", "broken-chain", .warning,
    summary: Message(
      zh: "“一是…二是…”缺项、重复，或只有一项", en: "a chain 一是…二是… with a hole, a repeat or one member only"),
    reason: Message(
      zh: "并列的几点少了一点，多是删改所致；只有一点就不必用“一是”。",
      en: "A member lost is mostly a trace of editing; a single point needs no 一是."),
    basis: RuleBasis(.practice, Message(zh: "行文惯例", en: "how such texts are written")),
    exemption: Message(
      zh: "从“一是”重新开始的算新的一组；文末断在句中的节选，最后一组不查是否只有一项。",
      en:
        "A new 一是 begins a new chain; the last chain of an excerpt cut in mid-sentence may be short."
    ),
    bad: [
      "一、总体情况\n1.教学工作。一是抓教研。二是抓培训。⟦四是⟧抓保障。",
      "一、总体情况\n1.教学工作。⟦一是⟧抓教研。\n2.师资工作。一是抓招聘。二是抓培训。",
    ],
    good: ["一、总体情况\n1.教学工作。一是抓教研。二是抓培训。\n2.师资工作。一是抓招聘。二是抓轮岗。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    var measures = input.tree.headings.filter { $0.mark.style == .measure }
    // The members under one heading side by side, the headings as they come.
    var places: [Int: Int] = [:]
    var isApart = false
    for index in measures.indices
    where index == 0 || measures[index - 1].parent != measures[index].parent {
      let parent = measures[index].parent ?? -1
      if places[parent] == nil { places[parent] = places.count } else { isApart = true }
    }
    if isApart {
      measures.sort {
        (places[$0.parent ?? -1] ?? 0, $0.number.lowerBound)
          < (places[$1.parent ?? -1] ?? 0, $1.number.lowerBound)
      }
    }
    var start = 0
    for index in measures.indices {
      let next = index + 1
      if next < measures.count, measures[next].parent == measures[index].parent { continue }
      checkChains(measures[start..<next], input, &report)
      start = next
    }
  }

  /// Checks the members under one heading: one chain or several, each from 一是.
  private static func checkChains(
    _ members: ArraySlice<Heading>, _ input: LintInput, _ report: inout FindingReporter
  ) {
    var start = members.startIndex
    for index in members.indices {
      let member = members[index]
      let isFirst = index == start
      let expected = isFirst ? 1 : members[index - 1].mark.value + 1
      if !isFirst, member.mark.value == 1 {
        checkLength(members[start..<index], input, &report)
        start = index
      } else if member.mark.value != expected {
        report.report(
          member.number,
          Message(
            zh: "这里应是“{1}是”，写的是“{0}”", en: "“{1}是” is due here, “{0}” is written",
            input.text(member.number), Self.numeral(expected)),
          remedy: Message(
            zh: "核对是否漏了一点，再重新排序", en: "see whether a point is missing, then number anew"))
      }
    }
    checkLength(members[start...], input, &report)
  }

  private static func checkLength(
    _ chain: ArraySlice<Heading>, _ input: LintInput, _ report: inout FindingReporter
  ) {
    guard chain.count == 1, let only = chain.first, only.mark.value == 1 else { return }
    if only.extent.upperBound >= input.trimmed(0..<input.bytes.count).upperBound,
      input.endsInMidSentence
    {
      return
    }
    report.report(
      only.number,
      Message(zh: "只有“一是”，没有“二是”", en: "一是 without 二是"),
      remedy: Message(zh: "补上其余各点，或去掉“一是”", en: "add the other points, or leave 一是 out"))
  }

  private static func numeral(_ value: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    return digits.indices.contains(value) ? digits[value] : String(value)
  }
}
