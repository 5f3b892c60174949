import SourceText

/// NUM008: two neighbouring numerals parted by 、 to estimate.
enum NeighbourNumerals: Rule {
  static let description = RuleDescription(
    "NUM008", "neighbour-numerals", .warning, fix: .needsReview,
    summary: Message(
      zh: "用相邻的两个数表示概数时加了顿号，或用了阿拉伯数字",
      en: "two neighbouring numerals for an estimate with 、 between"),
    reason: Message(
      zh: "“三四个”表示大约；中间加顿号就成了“三个和四个”。",
      en: "三四个 is an estimate; with 、 it reads as three and four of them."),
    basis: RuleBasis(
      .standard, Message(zh: "GB/T 15834-2011 4.5.3.4", en: "GB/T 15834-2011 4.5.3.4")),
    exemption: Message(
      zh: "“三、四年级”“一、二等奖”这样确指两个的不算；只查“个、名、人、天、次、家、里”等量词。",
      en: "三、四年级 and the like do mean both; only plain measure words are looked at."),
    bad: [
      RuleExample("每班有⟦三、四⟧个学生。", fixed: "每班有三四个学生。"), "每校检查⟦2、3⟧次。",
    ],
    good: ["每班有三四个学生。", "三、四年级学生参加。", "获一、二等奖。", "三、四个方面工作。", "编号1、2、3次。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    for mark in input.marks where mark.scalar == "、" {
      let before = input.start(before: mark.offset)
      let first = value(input.scalar(at: before))
      let second = value(input.scalar(at: mark.end))
      guard let first, let second, second.value == first.value + 1,
        first.isArabic == second.isArabic
      else { continue }
      let end = mark.end + (second.isArabic ? 1 : 3)
      let range = before..<end
      guard isMeasure(end, input), isFree(range, input) else { continue }
      report.report(
        range,
        Message(
          zh: "“{0}”表示大约时不加顿号，用汉字", en: "“{0}” as an estimate takes Chinese numerals without 、",
          input.text(range)),
        fixes: first.isArabic ? [] : [Fix(.needsReview, [Fix.Edit(mark.range, with: "")])])
    }
  }

  private static func value(_ scalar: Unicode.Scalar) -> (value: Int, isArabic: Bool)? {
    if ("1"..."9").contains(scalar) { return (Int(scalar.value) - 0x30, true) }
    switch scalar {
    case "一": return (1, false)
    case "二", "两": return (2, false)
    case "三": return (3, false)
    case "四": return (4, false)
    case "五": return (5, false)
    case "六": return (6, false)
    case "七": return (7, false)
    case "八": return (8, false)
    case "九": return (9, false)
    default: return nil
    }
  }

  private static func isMeasure(_ offset: Int, _ input: LintInput) -> Bool {
    let units: [StaticString] = ["名", "人", "天", "次", "家", "里", "米", "户", "吨", "块钱", "公里", "小时"]
    if units.contains(where: { input.has($0, at: offset) }) { return true }
    // 三、四个方面 may be the third and the fourth.
    return input.has("个", at: offset) && !input.has("个方面", at: offset)
      && !input.has("个问题", at: offset) && !input.has("个部分", at: offset)
  }

  /// Whether the pair is no part of a longer list, an ordinal or a number.
  private static func isFree(_ range: Range<Int>, _ input: LintInput) -> Bool {
    let before = input.scalar(before: range.lowerBound)
    switch before {
    case "、", "第", ".", "，", "（", "(", "\n", "\0", "“", "十", "百", "之", "其", "前", "后": return false
    default:
      return !before.isDigit && value(before) == nil && !input.isAtLineStart(range.lowerBound)
    }
  }
}
