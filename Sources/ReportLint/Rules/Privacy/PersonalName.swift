import SourceText

/// PRV006: a person's name, to be looked at before publication.
enum PersonalName: Rule {
  static let description = RuleDescription(
    "PRV006", "personal-name", .info,
    summary: Message(zh: "出现个人姓名，发布前确认", en: "a person's name, to be looked at before publication"),
    reason: Message(
      zh: "教师、学生、群众的姓名公开前要确认本人同意或确有必要。",
      en:
        "Names of teachers, pupils and others are published only where they agree or where it must be."
    ),
    basis: RuleBasis(
      .law, Message(zh: "《中华人民共和国个人信息保护法》", en: "the law on the protection of personal information")
    ),
    exemption: Message(
      zh: "只认“教师、学生、村民、同志”等称谓后接常见姓氏、再接“荣获、获、同志、等”的姓名；领导姓名不查；一个文件报前三处。",
      en:
        "Only names after words such as 教师 and 学生, with a frequent surname, and before 荣获, 获 and the "
        + "like; the first three of a text."),
    bad: ["青年教师⟦江阳⟧荣获全市奖章。"],
    good: ["青年教师荣获全市奖章。", "青年教师代表荣获奖章。", "教师江河日下荣获。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    var count = 0
    for match in input.words(of: .personTitles) {
      let start = match.range.upperBound
      guard Surnames.all.contains(input.scalar(at: start)), count < 3,
        let end = [6, 9].first(where: { length in isName(start..<start + length, input) })
          .map({ start + $0 })
      else { continue }
      count += 1
      report.report(
        start..<end,
        Message(zh: "“{0}”像是个人姓名", en: "“{0}” looks like a person's name", input.text(start..<end)),
        remedy: Message(zh: "确认可以公开，否则隐去", en: "see that it may be published, or leave it out"))
    }
  }

  private static func isName(_ range: Range<Int>, _ input: LintInput) -> Bool {
    guard range.upperBound <= input.bytes.count else { return false }
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard input.scalar(at: offset).isHan else { return false }
      offset += 3
    }
    let verbs: [StaticString] = [
      "荣获", "获得", "获评", "获全", "获省", "获市", "被评", "被授", "当选", "入选", "同志", "老师", "同学", "家中",
    ]
    return verbs.contains { input.has($0, at: range.upperBound) }
  }
}
