public import SourceText
import XLSXWriter

/// The 校对单: a sheet of findings with a column in which the reviewer writes what is to be done.
public enum ProofSheet {
  /// One finding, in words.
  public struct Row: Hashable, Sendable {
    /// The text's name.
    public var file: String
    /// Line and column from 1; nil where the finding is about the whole file.
    public var position: TextPosition?
    /// The level in words.
    public var level: String
    /// How much it weighs.
    public var severity: Severity
    /// The rule's id.
    public var rule: String
    /// The words at the place.
    public var words: String
    /// What was found.
    public var message: String
    /// What to do.
    public var remedy: String
    /// The sentence as it would be after the fix; empty where none is offered.
    public var fixed: String

    /// A finding from its parts.
    public init(
      file: String, position: TextPosition?, level: String, severity: Severity, rule: String,
      words: String, message: String, remedy: String, fixed: String
    ) {
      self.file = file
      self.position = position
      self.level = level
      self.severity = severity
      self.rule = rule
      self.words = words
      self.message = message
      self.remedy = remedy
      self.fixed = fixed
    }
  }

  /// The workbook of some findings, in the order given; linear in their number.
  ///
  /// - Parameters:
  ///   - rows: The findings; those beyond 100,000 are counted below the others.
  ///   - language: The language of the heads.
  /// - Returns: A workbook of one sheet.
  public static func layout(_ rows: [Row], in language: MessageLanguage) -> WorkbookLayout {
    let isChinese = language == .zh
    let title = isChinese ? "校对单" : "Findings"
    var sheet = SheetLayout(name: title, purpose: "", tabColor: WorkbookTheme.proofTab)
    let heads =
      isChinese
      ? ["序号", "文件", "行", "列", "级别", "规则", "原文", "问题", "建议", "改为", "处理意见"]
      : [
        "No.", "File", "Line", "Column", "Level", "Rule", "Text", "Finding", "Remedy", "Becomes",
        "Decision",
      ]
    sheet.append([.text(title, .title)], height: 30)
    sheet.append([.text(summary(rows, isChinese), .subtitle)], height: 18)
    let head = sheet.append(heads.map { .text($0, .head) }, height: 24)
    for (index, row) in rows.prefix(mostRows).enumerated() {
      sheet.append(cells(index + 1, row))
    }
    sheet.fitColumns(
      to: head..<sheet.rows.count,
      within: [
        6...6, 12...30, 6...6, 6...6, 8...8, 9...20, 12...30, 20...44, 16...40, 12...30, 16...16,
      ])
    sheet.frozenRows = head + 1
    sheet.setUpPage(head: head...head, caption: title)
    frame(&sheet, head: head, columns: heads.count, isChinese)
    if rows.count > mostRows {
      let left = rows.count - mostRows
      sheet.append([
        .text(isChinese ? "另有 \(left) 条未列出" : "\(left) more are not listed", .subtitle)
      ])
    }
    var layout = WorkbookLayout(title: title, company: "", created: 946_684_800)
    layout.properties = [WorkbookLayout.Property(FigureWorkbook.kindProperty, "findings 1")]
    layout.sheets = [sheet]
    return layout
  }

  private static let mostRows = 100_000

  private static func summary(_ rows: [Row], _ isChinese: Bool) -> String {
    func count(_ severity: Severity) -> Int { rows.count { $0.severity == severity } }
    let (errors, warnings, infos) = (count(.error), count(.warning), count(.info))
    return isChinese
      ? "共 \(rows.count) 条:错误 \(errors),警告 \(warnings),提示 \(infos)"
      : "\(rows.count) findings: \(errors) errors, \(warnings) warnings, \(infos) notices"
  }

  private static func cells(_ number: Int, _ row: Row) -> [CellLayout] {
    [
      .count(number), .text(row.file, .text),
      row.position.map { .count($0.line) } ?? .text("", .text),
      row.position.map { .count($0.column) } ?? .text("", .text), .text(row.level, .centered),
      .text(row.rule, .centered), .text(row.words, .wrapped), .text(row.message, .wrapped),
      .text(row.remedy, .wrapped), .text(row.fixed, .wrapped),
      CellLayout(.blank, CellStyle(.wrapped)),
    ]
  }

  private static func frame(
    _ sheet: inout SheetLayout, head: Int, columns: Int, _ isChinese: Bool
  ) {
    guard sheet.rows.count > head + 1 else { return }
    let last = sheet.rows.count - 1
    sheet.filter = CellRange(
      firstRow: head, firstColumn: 0, lastRow: last, lastColumn: columns - 1)
    sheet.rules.append(
      SheetLayout.Rule(
        DataValidation(
          .list(isChinese ? ["采纳", "不采纳", "已改", "待核"] : ["accepted", "declined", "done", "open"]),
          severity: .information),
        for: CellRange(
          firstRow: head + 1, firstColumn: columns - 1, lastRow: last, lastColumn: columns - 1)))
    let levels = CellRange(firstRow: head + 1, firstColumn: 4, lastRow: last, lastColumn: 4)
    let first = CellPosition(row: head + 1, column: 4).a1
    let (error, warning) = isChinese ? ("错误", "警告") : ("error", "warning")
    sheet.conditionalLooks = [
      SheetLayout.ConditionalLook(.bad, levels, when: "\(first)=\"\(error)\""),
      SheetLayout.ConditionalLook(.doubtful, levels, when: "\(first)=\"\(warning)\""),
    ]
  }
}
