import BulletinSyntax
import ReportModel
import SourceText
import Testing

struct ReportTests {
  @Test(arguments: BulletinFormat.builtIn)
  func printingAndReadingGivesAnEqualReport(_ format: BulletinFormat) {
    for seed in 0..<2_000 {
      var generator = ReportGenerator(seed: UInt64(seed), depth: format.levels.count)
      let report = generator.report()
      let text = ReportPrinter.text(of: report, in: format)
      let back = Report(SyntaxTree.parse(SourceFile(name: "report", text: text)))
      guard back != report else { continue }
      Issue.record("\(format.name), seed \(seed):\n\(text)\n\(Self.difference(report, back))")
      return
    }
  }

  @Test func aReportMovesBetweenFormatsUnchanged() {
    for seed in 0..<500 {
      var generator = ReportGenerator(seed: UInt64(seed), depth: 3)
      let report = generator.report()
      let bulletin = ReportPrinter.text(of: report, in: .bulletin)
      let read = Report(SyntaxTree.parse(SourceFile(name: "report", text: bulletin)))
      let gongwen = ReportPrinter.text(of: read, in: .gongwen)
      let back = Report(SyntaxTree.parse(SourceFile(name: "report", text: gongwen)))
      #expect(ReportPrinter.text(of: back, in: .bulletin) == bulletin)
    }
  }

  @Test(arguments: BulletinFormat.builtIn)
  func theFormatOfAPrintedReportIsDetected(_ format: BulletinFormat) {
    var generator = ReportGenerator(seed: 7, depth: format.levels.count)
    var report = generator.report()
    report.source = "云溪县教育局"
    report.lead = [Report.Paragraph("上半年各项工作稳步推进" + (format.width == .half ? "," : "，") + "成效明显。")]
    report.sections = [
      Report.Section(
        ordinal: 1, title: "基本情况",
        children: [
          Report.Section(
            ordinal: 1, title: "夯实基础", paragraphs: [Report.Paragraph("完成任务三项。")])
        ])
    ]
    let text = ReportPrinter.text(of: report, in: format)
    #expect(BulletinFormat.detect(SyntaxTree.parse(SourceFile(name: "a", text: text))) == format)
  }

  /// Where two reports part, for the message of a failure.
  static func difference(_ one: Report, _ other: Report) -> String {
    func lines(_ report: Report) -> [String] {
      var text = ""
      dump(report, to: &text)
      return text.split(whereSeparator: \.isNewline).map(String.init)
    }
    let (left, right) = (lines(one), lines(other))
    let index = zip(left, right).prefix { $0 == $1 }.count
    let window = index..<(index + 8)
    return "expected \(left[window.clamped(to: 0..<left.count)])\n"
      + "     got \(right[window.clamped(to: 0..<right.count)])"
  }
}
