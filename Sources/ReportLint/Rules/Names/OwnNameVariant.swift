import SourceText

/// NAM002: the text's own organ is named in several ways.
enum OwnNameVariant: Rule {
  static let description = RuleDescription(
    "NAM002", "own-name-variant", .warning,
    summary: Message(zh: "本单位名称前后不一", en: "the text's own organ is named in several ways"),
    reason: Message(
      zh: "单位写全称或规范化简称，一份文件里不能有几种写法。",
      en: "An organ goes by its full name or its set short one, and by one of them in one text."),
    basis: RuleBasis(
      .law,
      Message(zh: "《党政机关公文处理工作条例》第九条第十一项", en: "党政机关公文处理工作条例, article 9(11)")),
    exemption: Message(
      zh: "“县教育局”“我局”这样不带地名的不算；引号里的账号名不算；允许的简称写在 bureau.yaml 里。",
      en:
        "Names without the place; names of accounts in quotation marks; short names of bureau.yaml."
    ),
    bad: [
      "芷江侗族自治县教育局2023年上半年工作总结\n一、总体情况\n⟦芷江教育局⟧获奖。\n二、存在的问题\n教师不足。",
      "澄溪县教育局2023年上半年工作总结\n一、总体情况\n⟦澄溪教育局⟧获奖。\n二、存在的问题\n教师不足。",
    ],
    good: [
      "澄溪县教育局2023年上半年工作总结\n一、总体情况\n澄溪县教育局获奖，县教育局通报。公众号“澄溪教育局”更新。\n二、存在的问题\n教师不足。"
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard let title = input.titleParts, let organ = input.ownOrgan else { return }
    let body = Array(input.bytes[organ.body])
    let core = Array(input.bytes[organ.core])
    let rank = Array(String(organ.rank).utf8)
    var told: Set<String> = []
    for start in input.places(of: core) where start >= title.range.upperBound {
      var end = start + core.count
      var isShort = true
      if input.stands(rank, at: end) {
        end += rank.count
        // The name with its plain rank is the full one, except in autonomous places.
        isShort = organ.isCutByRank
      }
      guard isShort, input.stands(body, at: end), !input.isQuoted(start) else { continue }
      let range = start..<end + body.count
      let name = input.text(range)
      guard !input.configuration.shortNames.contains(name), told.insert(name).inserted else {
        continue
      }
      report.report(
        range,
        Message(
          zh: "标题里是“{0}”，这里是“{1}”", en: "the title has {0}, this place {1}",
          input.text(organ.name), name),
        remedy: Message(
          zh: "写全称，或把允许的简称写进 bureau.yaml",
          en: "write the full name, or allow this one in bureau.yaml"),
        notes: [report.note(Message(zh: "标题里的名称", en: "the name in the title"), at: organ.name)])
    }
  }
}

extension LintInput {
  /// Where `word` stands in the text.
  func places(of word: [UInt8]) -> [Int] {
    guard !word.isEmpty else { return [] }
    var places: [Int] = []
    bytes.withUnsafeBytes { text in
      word.withUnsafeBytes { word in
        var start = 0
        while let found = ByteSearch.first(word, in: text, start..<text.count) {
          places.append(found)
          start = found + 1
        }
      }
    }
    return places
  }

  /// Whether `word` stands at `offset`.
  func stands(_ word: [UInt8], at offset: Int) -> Bool {
    guard offset >= 0, offset + word.count <= utf8.count else { return false }
    // From the end on, where words differ that begin alike.
    var index = word.count - 1
    while index >= 0 {
      if byte(offset + index) != word[index] { return false }
      index -= 1
    }
    return true
  }
}
