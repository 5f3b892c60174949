import ReportModel

/// Numbers that look random and are the same in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// Makes reports of every shape out of a stock of words.
struct ReportGenerator {
  private var numbers: SeededNumbers
  private let depth: Int

  init(seed: UInt64, depth: Int) {
    numbers = SeededNumbers(seed)
    self.depth = depth
  }

  mutating func report() -> Report {
    var report = Report(
      title: "云溪县\(pick(["教育", "农业", "民政", "统计"]))局2031年\(pick(["上", "下"]))半年工作总结")
    if chance(2) { report.publication = ["云溪县人民政府 发布时间: 2031-07-0\(number(9)) 09:30"] }
    for _ in 0..<number(2) { report.lead.append(paragraph()) }
    let hasList = chance(2)
    for ordinal in 0..<number(4) { report.sections.append(section(ordinal + 1, level: 1)) }
    if hasList { report.attachments = (0...number(2)).map { _ in noun() + "统计表" } }
    // Without a body nothing tells the foot of a text from its head.
    if report.lead.isEmpty, report.sections.isEmpty { report.lead = [paragraph()] }
    if chance(3) {
      report.signature = "云溪县教育局"
      report.signingDate = "2031年7月\(1 + number(28))日"
    }
    if chance(2) { report.source = "云溪县教育局" }
    return report
  }

  private mutating func section(_ ordinal: Int, level: Int) -> Report.Section {
    var section = Report.Section(ordinal: ordinal, title: title())
    for _ in 0..<number(3) { section.paragraphs.append(paragraph()) }
    if level < depth, chance(2) {
      for child in 0..<number(4) {
        section.children.append(self.section(child + 1, level: level + 1))
      }
    }
    return section
  }

  private mutating func paragraph() -> Report.Paragraph {
    guard chance(3) else { return Report.Paragraph(sentences(1 + number(3))) }
    let intro = chance(2) ? "" : sentences(1)
    let measures = (0..<(2 + number(4))).map { index in
      Report.Measure(
        ordinal: index + 1, title: title(), text: chance(2) ? "" : sentences(1 + number(2)))
    }
    return Report.Paragraph(intro, measures: measures)
  }

  private mutating func sentences(_ count: Int) -> String {
    (0..<count).map { _ in sentence() }.joined()
  }

  private mutating func sentence() -> String {
    switch number(5) {
    case 0: return "全年\(verb())\(noun())\(number(900))\(pick(["个", "项", "家次", "人次"]))。"
    case 1:
      return
        "\(noun())投入\(number(90)).\(number(99))万元,比上年\(pick(["增长", "下降"]))\(number(40)).\(number(9))%。"
    case 2: return "坚持统一、规范、便民的要求，\(verb())“\(noun())”等\(pick(["两", "三", "五"]))项机制。"
    case 3: return "大力\(verb())\(noun())；持续\(verb())\(noun())。"
    default: return "\(noun())总体平稳,群众满意度达\(number(99))%。"
    }
  }

  private mutating func title() -> String {
    "\(verb())\(noun())" + (chance(2) ? ",\(verb())\(noun())" : "")
  }

  private mutating func verb() -> String {
    pick(["推进", "完善", "夯实", "深化", "落实", "抓好", "拓宽", "守牢"])
  }

  private mutating func noun() -> String {
    pick(["校舍改造", "惠农补贴", "基层治理", "暑期值守", "数据归集", "窗口服务", "结对帮扶", "食堂管理"])
  }

  private mutating func pick(_ words: [String]) -> String {
    words[Int(numbers.next() % UInt64(words.count))]
  }

  private mutating func number(_ limit: Int) -> Int {
    Int(numbers.next() % UInt64(max(limit, 1)))
  }

  private mutating func chance(_ one: Int) -> Bool {
    number(one) == 0
  }
}
