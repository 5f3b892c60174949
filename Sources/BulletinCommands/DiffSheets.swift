import FigureWorkbook
import ReportMerge
import ReportModel
import SourceText

/// A comparison as a workbook: figures, headings, text.
enum DiffSheets {
  /// The workbook's layout.
  static func layout(_ outcome: DiffOutcome, in language: MessageLanguage) -> WorkbookLayout {
    func words(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
    func under(_ headings: [String]) -> ListingSheet.Value {
      .text(headings.joined(separator: " > "))
    }
    let (old, new) = (words("旧", "Old"), words("新", "New"))
    let place = words("所在", "Under")
    let figures = ListingSheet(
      words("数字", "Figures"),
      heads: [
        words("计什么", "Of what"), words("指标", "Id"), place, words("旧写法", "Old text"),
        words("新写法", "New text"), old, new, words("单位", "Unit"), words("差", "Difference"),
        words("变化(%)", "Change (%)"), words("百分点", "Points"),
      ],
      rows: outcome.comparison.figures.map { figure in
        [
          .text(figure.label), .text(figure.id), under(figure.headings),
          .text(figure.old?.text ?? ""), .text(figure.new?.text ?? ""),
          .number(figure.old?.value), .number(figure.new?.value),
          .text((figure.new ?? figure.old)?.unit.text ?? ""),
          .number(figure.isInPoints ? nil : figure.difference), .number(figure.percent),
          .number(figure.isInPoints ? figure.difference : nil),
        ]
      })
    let headings = ListingSheet(
      words("章节", "Headings"), heads: [words("变动", "Change"), place, old, new],
      rows: outcome.comparison.headings.map { heading in
        [
          .text(heading.change.words.text(in: language)), under(heading.headings),
          .text(heading.old), .text(heading.new),
        ]
      })
    let sentences = ListingSheet(
      words("文字", "Text"), heads: [words("变动", "Change"), place, old, new],
      rows: outcome.comparison.sentences.map { sentence in
        [
          .text(sentence.change.words.text(in: language)), under(sentence.headings),
          .text(sentence.old), .text(sentence.new),
        ]
      })
    return ListingSheet.workbook(
      [figures, headings, sentences], title: "\(outcome.old.name) – \(outcome.new.name)")
  }
}
