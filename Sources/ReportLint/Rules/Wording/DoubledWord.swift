import SourceText

/// WRD001: a word of two characters or more stands twice in a row.
enum DoubledWord: Rule {
  static let description = RuleDescription(
    "WRD001", "doubled-word", .error, fix: .needsReview,
    summary: Message(zh: "词语连着重复", en: "a word set twice in a row"),
    reason: Message(
      zh: "两字以上的词紧挨着出现两遍，多是输入或删改时的失误。",
      en:
        "A word of two characters or more that comes twice at once is a slip of typing or editing."),
    basis: RuleBasis(
      .law,
      Message(
        zh: "《党政机关公文处理工作条例》第十九条：文字精练", en: "党政机关公文处理工作条例, article 19: be concise")),
    exemption: Message(
      zh: "“讨论讨论”“一步一步”等真正的重叠，以及前后分属两个词的（党组织组织、服务服务业）不算。",
      en: "True reduplications such as 讨论讨论 and 一步一步, and two words that meet (党组织组织, 服务服务业)."),
    bad: ["小记者⟦工作工作⟧经验被推广。", "⟦进一步进一步⟧加强值守。", "全县⟦高质量发展高质量发展⟧成效明显。"],
    good: [
      "小记者工作经验被推广。", "要一步一步抓落实。", "请大家讨论讨论。", "基层党组织组织学习。", "服务服务业企业。", "推进标准标准化。",
      "保障保障性住房供应。", "哈哈哈哈。",
    ])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    var done = 0
    for (start, length) in repeats(input) where start >= done {
      guard isFault(start, length, input) else { continue }
      let range = start..<start + 2 * length
      done = range.upperBound
      report.report(
        range,
        Message(
          zh: "“{0}”连着写了两遍", en: "“{0}” is written twice in a row",
          input.text(start..<start + length)),
        remedy: Message(zh: "删去一个", en: "take one out"),
        fixes: [Fix(.needsReview, [Fix.Edit(start + length..<range.upperBound, with: "")])])
    }
  }

  /// Where 2 to 8 characters stand twice in a row, with their length in bytes; of those that begin at
  /// one place the shortest.
  ///
  /// The first two characters of such a word come again within eight characters: only where two in a
  /// row did is looked at.
  private static func repeats(_ input: LintInput) -> [(start: Int, length: Int)] {
    var found: [(start: Int, length: Int)] = []
    input.bytes.withUnsafeBufferPointer { buffer in
      for second in input.scan.echoes { addRepeats(before: second, buffer, to: &found) }
    }
    found.sort { ($0.start, $0.length) < ($1.start, $1.length) }
    return found.indices.filter { $0 == 0 || found[$0 - 1].start != found[$0].start }
      .map { found[$0] }
  }

  /// Adds the words of 2 to 8 characters that end at `second` and stand there again.
  private static func addRepeats(
    before second: Int, _ buffer: UnsafeBufferPointer<UInt8>,
    to found: inout [(start: Int, length: Int)]
  ) {
    var length = 6
    while length <= 24, second >= length, second + length <= buffer.count {
      let start = second - length
      if buffer[start + 2] == buffer[second + 2], buffer[start + 5] == buffer[second + 5],
        isEqual(buffer, start, second, length),
        stride(from: start, to: second, by: 3).allSatisfy({ buffer[$0] &- 0xE4 < 6 })
      {
        found.append((start, length))
      }
      length += 3
    }
  }

  @inline(__always)
  private static func isEqual(
    _ buffer: UnsafeBufferPointer<UInt8>, _ left: Int, _ right: Int, _ count: Int
  ) -> Bool {
    for offset in 0..<count where buffer[left + offset] != buffer[right + offset] { return false }
    return true
  }

  private static func isFault(_ start: Int, _ length: Int, _ input: LintInput) -> Bool {
    let characters = stride(from: start, to: start + length, by: 3).map { input.scalar(at: $0) }
    guard characters.allSatisfy(\.isHan), Set(characters.map(\.value)).count > 1 else {
      return false
    }
    let end = start + 2 * length
    if suffixes.contains(input.scalar(at: end)) { return false }
    if length == 6, counters.contains(characters[0]) { return false }
    if reduplications.contains(where: { $0.utf8CodeUnitCount == length && input.has($0, at: start) }
    ) {
      return false
    }
    return !meetings.contains { word, following in
      word.utf8CodeUnitCount == length && input.has(word, at: start)
        && (following.isEmpty || following.contains { input.has($0, at: end) })
    }
  }

  /// Makes a longer word of the one before it, so that the second is the head of another word.
  private static let suffixes: Set<Unicode.Scalar> = [
    "化", "性", "部", "局", "厅", "委", "院", "署", "处", "所", "站", "室", "会", "者", "员", "力", "业", "率", "法",
    "书",
    "费", "款", "金", "权", "型", "类", "版", "区", "县", "市", "办", "级", "生", "师", "长", "人", "家", "品", "物",
    "地",
    "线", "点", "网", "库", "厂", "园", "馆", "队", "组", "团", "班", "量", "值", "价", "税", "额", "面", "层", "期",
    "度",
  ]

  /// A count before a measure word: 一步一步, 逐条逐条.
  private static let counters: Set<Unicode.Scalar> = ["一", "逐", "每", "半", "几"]

  /// Words that are doubled on purpose.
  private static let reduplications: [StaticString] = [
    "研究", "讨论", "学习", "休息", "商量", "考虑", "了解", "打听", "收拾", "整理", "锻炼", "活动", "参观", "介绍", "交流", "尝试",
    "体验", "体会", "感受", "感谢", "恭喜", "许多", "很多", "非常", "永远", "多少", "什么", "怎样", "如何", "哪里", "好好", "打扫",
    "检查", "调查", "反思", "思考", "沟通", "合计", "盘点", "雪白", "碧绿", "笔直", "通红", "多多",
  ]

  /// Words whose two uses may meet, and what follows where they do; anything where none is listed.
  ///
  /// A name that ends with the word meets the verb, or the verb a compound that begins with it.
  private static let meetings: [(word: StaticString, following: [StaticString])] = [
    ("组织", []), ("代表", []), ("领导", ["干部", "小组", "班子", "机构", "同志", "成员"]),
    ("服务", ["中心", "贸易", "大局", "群众", "企业", "基层", "民生", "社会", "于", "好", "乡村", "三农", "经济", "项目"]),
    ("教育", ["系统", "整顿", "引导", "部门", "机构", "教学", "事业", "学生", "广大"]),
    ("保障", ["中心", "体系", "房", "工作", "基本"]), ("管理", ["办法", "好", "中心", "规定", "条例"]),
    ("建设", ["兵团", "项目", "单位", "好", "工程", "一", "了"]), ("投资", ["公司", "集团", "建设", "平台"]),
    ("培训", ["机构", "教师", "学员", "基地", "了"]), ("审计", []), ("统计", []), ("监督", ["管理", "检查"]),
    ("宣传", ["报道", "教育", "了"]), ("指导", ["意见", "企业", "学校", "各"]), ("规划", ["设计", "建设", "了"]),
    ("计划", ["投资", "完成", "实施", "建设"]), ("实践", []), ("调研", ["组", "报告"]), ("中国", []), ("人民", []),
    ("代理", []), ("生产", ["经营", "企业", "资料", "总值"]), ("发展", ["中国家", "改革", "规划", "了"]),
    ("信访", []), ("执法", ["监督", "检查", "人"]), ("改革", ["发展", "开放"]), ("创新", ["创业", "驱动"]),
    ("负责", ["同志"]), ("工作", ["小组", "专班", "报告"]), ("评价", ["体系", "指标", "结果"]),
    ("应急", ["管理", "响应"]), ("国家", []), ("贸易", ["公司"]), ("运动", ["健康"]),
  ]
}
