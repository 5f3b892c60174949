import ReportMerge

/// Texts edited without sense: stretches cut, copied, moved and typed anywhere.
struct ChaoticEdits {
  var base: String
  var mine: String
  var theirs: String
  /// What was typed into the draft and not cut out again.
  var typed: [String]

  private static let scraps = [
    "一、总的情况", "二、难点", "1.", "2.", "（一）", "一是", "二是", "抓网点", "修粮仓", "全县", "增长", "下降", "投资",
    "5万元", "7万元", "12家", "3个", "60%", "近70人次", "2023年", "，", ",", "；", "。", "。", "\n", "\n\n",
    "\r\n",
    "　　", " ", "“", "”", "(", ")", "、", "\u{FEFF}", "打印 来源:青禾县", "发布时间: 2023-07-25", "①", "😀", "x2",
  ]

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let scraps = (0..<Int.random(in: 0...60, using: &random)).map { _ in
      random.pick(Self.scraps)
    }
    base = scraps.joined()
    theirs = Self.edited(scraps, &random).joined()
    var draft = Self.edited(scraps, &random)
    typed = []
    for index in 0..<Int.random(in: 0...3, using: &random) {
      let mark = "q\(seed)z\(index)e"
      draft.insert(mark, at: Int.random(in: 0...draft.count, using: &random))
      typed.append(mark)
    }
    mine = draft.joined()
  }

  private static func edited(_ scraps: [String], _ random: inout SeededGenerator) -> [String] {
    var scraps = scraps
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      let from = Int.random(in: 0...scraps.count, using: &random)
      let range = from..<min(scraps.count, from + Int.random(in: 0...8, using: &random))
      let stretch = Array(scraps[range])
      switch Int.random(in: 0..<4, using: &random) {
      case 0: scraps.removeSubrange(range)
      case 1: scraps.insert(random.pick(Self.scraps), at: from)
      case 2:
        scraps.removeSubrange(range)
        scraps.insert(contentsOf: stretch, at: Int.random(in: 0...scraps.count, using: &random))
      default:
        scraps.insert(contentsOf: stretch, at: Int.random(in: 0...scraps.count, using: &random))
      }
    }
    return scraps
  }

  /// What is wrong with the merges of the texts; nil where nothing is.
  func fault() -> String? {
    if merge(base, base, theirs).text != theirs { return "merge(b, b, t) is not t" }
    if merge(base, mine, base).text != mine { return "merge(b, m, b) is not m" }
    if merge(base, mine, mine).text != mine { return "merge(b, m, m) is not m" }
    if !merge(base, base, theirs).conflicts.isEmpty { return "merge(b, b, t) has conflicts" }
    if !merge(base, mine, base).conflicts.isEmpty { return "merge(b, m, b) has conflicts" }
    if !merge(base, mine, mine).conflicts.isEmpty { return "merge(b, m, m) has conflicts" }
    let result = merge(base, mine, theirs)
    for mark in typed where !result.text.contains(mark) { return "\(mark) is lost" }
    if result != merge(base, mine, theirs) { return "a second run differs" }
    return nil
  }
}
