import BulletinSyntax
import ReportModel

/// What a title says: which organ, which period, which kind of text.
struct TitleParts {
  /// The title.
  let range: Range<Int>
  /// The organ the title begins with; empty where it names none.
  let organ: Range<Int>
  /// The years it names.
  let years: [Int]
  /// The period, where the title names just one.
  let period: Period?
  /// Whether it calls the text a summary.
  let isSummary: Bool

  /// The parts of a text's title; nil where it has none.
  init?(_ input: LintInput) {
    guard let title = input.tree.title.map(input.trimmed) else { return nil }
    range = title
    isSummary = input.contains(["总结", "小结"], in: title)
    let dated = input.scan.digits.filter {
      title.contains($0.lowerBound) && $0.count == 4 && input.has("年", at: $0.upperBound)
    }
    years = dated.compactMap(input.number).filter { (1949...2100).contains($0) }
    let about = input.find("关于", in: title) ?? title.upperBound
    let times: [StaticString] = [
      "工作总结", "上半年", "下半年", "年度", "第一季度", "一季度",
    ]
    let time =
      dated.first?.lowerBound ?? times.compactMap { input.find($0, in: title) }.min()
      ?? title.upperBound
    let head = input.trimmed(title.lowerBound..<max(title.lowerBound, min(about, time)))
    organ = Self.isOrgan(head, input) ? head : title.lowerBound..<title.lowerBound
    period =
      years.count == 1 && dated.count == 1
      ? Self.period(years[0], dated[0].upperBound, input, title) : nil
  }

  private static func period(
    _ year: Int, _ end: Int, _ input: LintInput, _ title: Range<Int>
  ) -> Period? {
    let next = end + 3
    let halves = (input.has("上半年", at: next), input.has("下半年", at: next))
    // 上半年总结暨下半年计划 still looks back on one half only.
    if halves.0 { return Period(year: year, part: .half(1)) }
    if halves.1 { return Period(year: year, part: .half(2)) }
    // 2022年半年度 is the first half; what 2022年半年 is, is left open.
    if input.has("半年度", at: next) { return Period(year: year, part: .half(1)) }
    if input.has("半年", at: next) || input.has("年半年", at: next) { return nil }
    let quarters: [(StaticString, Int)] = [("一季度", 1), ("二季度", 2), ("三季度", 3), ("四季度", 4)]
    let start = input.has("第", at: next) ? next + 3 : next
    if let quarter = quarters.first(where: { input.has($0.0, at: start) }) {
      return Period(year: year, part: .quarter(quarter.1))
    }
    // 2023年春季学期, 2023年暑期: a part of a year that has no name here.
    let parts: [StaticString] = ["季", "学期", "春", "秋", "暑", "寒", "阶段", "专项", "活动", "节", "周"]
    if input.contains(parts, in: title) { return nil }
    // 1—9月, 前三季度: a part of a year that Period does not know.
    if input.byte(next) &- 0x30 < 10 || input.has("前", at: next) || input.contains(["月"], in: title)
    {
      return nil
    }
    return Period(year: year, part: .year)
  }

  /// Whether the words end as the names of organs do.
  static func isOrgan(_ range: Range<Int>, _ input: LintInput) -> Bool {
    guard range.count >= 9, range.count <= 120 else { return false }
    return organEnds.contains { input.has($0, before: range.upperBound) }
  }

  /// What the names of organs end with.
  static let organEnds: [StaticString] = [
    "局", "委员会", "委", "办公室", "政府", "厅", "院", "中心", "学校", "中学", "小学", "街道", "街道办", "办事处", "镇", "乡",
    "处", "支队", "大队", "站", "协会", "联合会", "部", "公司", "总社", "供销社", "馆", "所", "园", "法院", "检察院", "工会",
    "妇联", "残联", "团委", "办", "署", "库",
  ]
}
