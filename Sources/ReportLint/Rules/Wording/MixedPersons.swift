import SourceText

/// WRD009: the writers call themselves 我们 here and by their organ there.
enum MixedPersons: Rule {
  static let description = RuleDescription(
    "WRD009", "mixed-persons", .info,
    summary: Message(zh: "自称混用：我局、我委、我们", en: "the writers call themselves by several names"),
    reason: Message(
      zh: "一份文件自称前后一致，读者才知道说的是谁。",
      en: "One text, one name for its writers; otherwise nobody knows who speaks."),
    basis: RuleBasis(.practice, Message(zh: "行文惯例", en: "how such texts are written")),
    exemption: Message(
      zh: "“我县”“我市”指地方，不算自称；只在各出现两次以上时报一次。",
      en: "我县 and 我市 are places; told once, where both are used twice or more."),
    bad: ["我局召开会议，我局开展检查。⟦我们⟧抓教研，我们抓培训。", "我局召开会议，我局开展检查。⟦我委⟧抓教研，我委抓培训。"],
    good: ["我局召开会议，我县教师参加。", "我们抓教研，我们抓培训。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    var places: [String: [Range<Int>]] = [:]
    for match in input.words(of: .persons) where !input.isQuoted(match.range.lowerBound) {
      places[input.text(match.range), default: []].append(match.range)
    }
    let used = places.filter { $0.value.count >= 2 }
      .sorted {
        ($1.value.count, $0.value[0].lowerBound) < ($0.value.count, $1.value[0].lowerBound)
      }
    guard used.count > 1, let main = used.first else { return }
    for other in used.dropFirst() {
      report.report(
        other.value[0],
        Message(
          zh: "自称多为“{0}”，这里是“{1}”", en: "the writers are mostly “{0}”, here “{1}”", main.key,
          other.key),
        remedy: Message(zh: "全文用一种自称", en: "use one name throughout"))
    }
  }
}
