import SourceText

/// NAM007: a leader with a post or in an order that the register does not have.
enum LeaderPost: Rule {
  static let description = RuleDescription(
    "NAM007", "leader-post", .error,
    summary: Message(
      zh: "领导职务或排序与名册不符", en: "a leader with a post or in an order not in the register"),
    reason: Message(
      zh: "姓名、职务、排序写错是公文里最不能出的差错。",
      en: "A wrong name, post or order of leaders is the fault official texts can least afford."),
    basis: RuleBasis(
      .law,
      Message(
        zh: "《党政机关公文处理工作条例》第二十条（四）：人名要准确", en: "official documents regulation, article 20(4)")),
    exemption: Message(
      zh:
        "要在设置里给出名册：词表 leaders，一行一人，姓名、职务（几个职务用顿号隔开），按排序写。只查名册里的人，姓名紧跟在职务后面的才查职务，用顿号连着的才查排序；写“原”“时任”的不算。",
      en:
        "The register is the list leaders of the settings: a row a person, name and posts parted by 、, in their order. Only its names are looked at, the post where it stands right before the name, the order where 、 joins names; former posts (原, 时任) are left alone."
    ),
    need: .leaders,
    bad: [
      RuleExample("⟦县长李明远⟧到校调研。", roster, in: .leaders),
      RuleExample("县委书记王建国、⟦副县长李明远⟧出席。", [WordRow("李明远", right: "县长")], in: .leaders),
      RuleExample("会议由⟦李明远、王建国⟧主持。", roster, in: .leaders),
    ],
    good: [
      RuleExample("县委书记王建国、常务副县长李明远到校调研。", roster, in: .leaders),
      RuleExample("王建国、李明远出席，原县长李明远讲话，赵立新同志作报告。", roster, in: .leaders),
    ])

  private static var roster: [WordRow] {
    [WordRow("王建国", right: "县委书记"), WordRow("李明远", right: "县委常委、副县长")]
  }

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    var before: Lexicon.Match?
    for match in input.words(of: .leaders) {
      checkPost(match, input, &report)
      if let last = before, match.range.lowerBound == last.range.upperBound + 3,
        input.has("、", at: last.range.upperBound), match.entry < last.entry
      {
        report.report(
          last.range.lowerBound..<match.range.upperBound,
          Message(zh: "排序与名册不同", en: "the register has another order"),
          remedy: Message(zh: "按名册的次序写", en: "follow the register"), atMost: .warning)
      }
      before = match
    }
  }

  /// The post that stands right before the name, against those of the register.
  private static func checkPost(
    _ match: Lexicon.Match, _ input: LintInput, _ report: inout FindingReporter
  ) {
    let posts = input.word(match).right.split(separator: "、")
    let start = match.range.lowerBound
    guard !posts.isEmpty, let word = words.first(where: { input.has($0, before: start) }),
      !posts.contains(where: { holds(String($0), before: start, input) })
    else { return }
    var from = start - word.utf8CodeUnitCount
    if input.has("副", before: from) { from -= 3 }
    guard !input.contains(["原", "时任", "前任", "代表", "历任"], in: max(0, from - 18)..<from) else {
      return
    }
    report.report(
      from..<match.range.upperBound,
      Message(
        zh: "名册里{0}的职务是“{1}”", en: "the register has {0} as {1}", input.text(match.range),
        input.word(match).right),
      remedy: Message(zh: "核对职务，名册过时就更新名册", en: "check the post, or renew the register"))
  }

  /// Whether a registered post ends at `offset`, 副 before it aside unless it is part of the post.
  private static func holds(_ post: String, before offset: Int, _ input: LintInput) -> Bool {
    let bytes = Array(post.utf8)
    // 县委书记 of the register is 书记 in many texts.
    for word in words where post.hasSuffix("\(word)") && input.has(word, before: offset) {
      let from = offset - word.utf8CodeUnitCount
      let isDeputy = post.hasSuffix("副\(word)")
      if input.has("副", before: from) == isDeputy { return true }
    }
    let start = offset - bytes.count
    return input.stands(bytes, at: start) && !input.has("副", before: start)
  }

  private static let words: [StaticString] = [
    "书记", "县长", "市长", "区长", "州长", "旗长", "省长", "镇长", "乡长", "局长", "主任", "主席", "部长", "院长", "检察长",
    "校长", "秘书长", "科长", "股长", "所长", "站长", "队长",
  ]
}
