import BulletinSyntax
import ReportModel
import SourceText

/// PUB004: published before it was signed, or long before its period ended.
enum EarlyPublication: Rule {
  static let description = RuleDescription(
    "PUB004", "early-publication", .error,
    summary: Message(
      zh: "发布日期早于成文日期，或早于总结时段的结束", en: "published before signing, or before the period ended"),
    reason: Message(
      zh: "没有写成的文件发布不了，没有过完的时段总结不了，必有一个日期是错的。",
      en: "What is not signed cannot be out, and what is not over cannot be summed up."),
    basis: RuleBasis(.fact, Message(zh: "日期的先后", en: "the order of days")),
    exemption: Message(
      zh: "时段结束前一个月内写总结是常事，只作提示。",
      en: "A summary written within the last month is common; it gets an info."),
    bad: [
      "某局2023年上半年工作总结\n发布时间：⟦2023-03-25⟧ 17:44\n一、总体情况\n校舍维修已完成。"
    ],
    good: ["某局2023年上半年工作总结\n发布时间：2023-07-25 17:44\n一、总体情况\n校舍维修已完成。"])

  static func check(_ input: LintInput, _ report: inout FindingReporter) {
    guard let (range, published) = publication(input) else { return }
    if let line = input.closing.date, let signed = ClosingLines.day(in: line, input),
      published < signed
    {
      report.report(
        range,
        Message(
          zh: "发布日期{0}早于成文日期{1}", en: "published on {0}, before it was signed on {1}",
          "\(published)", "\(signed)"),
        remedy: Message(zh: "核对两个日期", en: "look both dates up"),
        notes: [report.note(Message(zh: "成文日期", en: "the signing date"), at: line)])
      return
    }
    guard let title = input.titleParts, title.isSummary, let period = title.period,
      let end = CalendarDay(period.lastDay), published < end
    else { return }
    let isClose = published.year == end.year && published.month >= end.month - 1
    report.report(
      range,
      Message(
        zh: "发布日期{0}早于总结时段的结束{1}", en: "published on {0}, before the period ended on {1}",
        "\(published)", "\(end)"),
      remedy: Message(zh: "核对发布日期和标题的时段", en: "look up the date, and the title's period"),
      atMost: isClose ? .info : .error)
  }

  /// The day of publication that a publication line gives.
  private static func publication(_ input: LintInput) -> (Range<Int>, CalendarDay)? {
    let labels: [StaticString] = ["发布时间", "发布日期", "公开日期"]
    for node in input.tree.nodes where node.kind == .publication {
      guard let label = labels.compactMap({ input.find($0, in: node.range) }).min(),
        let day = ClosingLines.day(in: label..<node.range.upperBound, input),
        let run = input.scan.digits.first(where: { $0.lowerBound > label && $0.count == 4 })
      else { continue }
      var end = run.upperBound
      while end < node.range.upperBound, isDate(input.scalar(at: end)) {
        end += input.width(at: end)
      }
      return (run.lowerBound..<end, day)
    }
    return nil
  }

  private static func isDate(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "/", ".", "年", "月", "日": true
    default: scalar.isDigit
    }
  }
}
