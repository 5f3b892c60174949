import ArgumentParser
import ReportWorkspace
import SourceText

struct LearnCommand: BulletinCommand {
  static let configuration = CommandConfiguration.of(
    commandName: "learn",
    abstract: "Turn a published text into a report folder that prints it again. 由公布稿建立报告文件夹。")

  @Argument(help: "The published text. 公布的文本。")
  var text: String

  @Argument(help: "The folder to make; it must not exist or be empty. 要建立的文件夹。")
  var folder: String

  @Option(
    help: """
      Another period's text, usually the one before: its values go beside the learnt ones, and what \
      it words otherwise becomes narratives. 另一期的文本。
      """)
  var also: String?

  @OptionGroup var reading: ReadingOptions

  @OptionGroup var shared: SharedOptions

  var language: MessageLanguage? { shared.language }

  func execute(_ session: inout CommandSession) {
    do throws(WorkspaceError) {
      let source = try reading.source(text)
      let other: SourceFile? =
        if let also { try reading.source(also) } else { nil }
      for source in [source, other].compactMap({ $0 }) { session.noteConversion(of: source) }
      let learned = try LearnedReport(source, beside: other)
      try NewFolder.write(learned.files.map { ($0.path, $0.bytes) }, into: folder)
      session.note(
        Message(
          zh: "已建立 {0}:{1} 个数字存入 data/figures.csv,{3} 个存入 {4} 张表,{2} 个留在模板文字里",
          en:
            "made {0}: {1} figures are in data/figures.csv, {3} in tables ({4}), {2} stay words of the templates",
          folder, "\(learned.boundFigures)", "\(learned.literalFigures)",
          "\(learned.tableFigures)", "\(learned.tableCount)"))
      if let comparison = learned.comparison {
        show(comparison, narratives: learned.narrativeCount, in: &session)
      }
    } catch {
      session.report(error.diagnostics, sources: error.sources, code: error.exitCode)
    }
  }

  private func show(
    _ comparison: LearnedReport.Comparison, narratives: Int, in session: inout CommandSession
  ) {
    session.note(
      Message(
        zh: "句子:相同 {0},改写 {1},本篇新有 {2},对照另有 {3};{4} 段列入 data/narrative.yaml",
        en:
          "sentences: {0} the same, {1} reworded, {2} new, {3} gone; {4} stretches are in data/narrative.yaml",
        "\(comparison.stayed)", "\(comparison.reworded)", "\(comparison.added)",
        "\(comparison.gone)", "\(narratives)"))
    session.note(
      Message(
        zh: "数字:改变 {0},不变 {1},本篇新有 {2},对照另有 {3};逐项见 {4}/两期对照.txt",
        en: "figures: {0} changed, {1} the same, {2} new, {3} gone; one by one in {4}/两期对照.txt",
        "\(comparison.changedFigures)", "\(comparison.sameFigures)", "\(comparison.newFigures)",
        "\(comparison.goneFigures)", folder))
    if !comparison.isOneSeries {
      session.note(
        Message(
          zh: "两篇没有成句相同的文字,没有分出叙述", en: "no wording is the same: no narratives were told apart"))
    }
    if comparison.isLater {
      session.note(
        Message(
          zh: "{0} 比本篇晚,没有填作上期", en: "{0} is of a later period: no last values were filled in",
          also ?? ""))
    }
  }
}
