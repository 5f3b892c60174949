import DataFiles
import FigureWorkbook
import ReportModel

/// What a workbook says it is: by its document properties, or, where a program dropped them when it
/// saved the file, by its sheets.
struct WorkbookMarks {
  let kind: ReturnedFile.Kind
  /// The period it is of; nil where it does not say.
  let period: Period?
  /// Who filled it in; empty where it does not say.
  let unit: String
  /// Where the workbook had its formulas; empty where it does not say.
  let layout: String

  init(_ book: ReturnedWorkbook) {
    let names = Set(book.sheets.map(\.name))
    let guide = book.sheets.first { $0.name == FormMaker.guideSheet }
    if book.properties[FormMaker.kindProperty] != nil {
      kind = .form
    } else if book.properties[FigureWorkbook.kindProperty] != nil {
      kind = .workbook
    } else if let guide, guide.rows.first?.first?.text.hasSuffix("数据填报表") == true {
      kind = .form
    } else if names.isSuperset(of: ["总览", "指标", "出处"]) {
      kind = .workbook
    } else {
      kind = .unknown
    }
    var entries: [String: String] = [:]
    for row in guide?.rows ?? [] where row.count >= 2 { entries[row[0].text] = row[1].text }
    period =
      book.properties[FormMaker.periodProperty].flatMap { Period($0) }
      ?? entries["期间"].flatMap { Period($0) }
    layout = book.properties[FigureWorkbook.layoutProperty] ?? ""
    unit = book.properties[FormMaker.unitProperty] ?? entries["填报单位"] ?? ""
  }
}
