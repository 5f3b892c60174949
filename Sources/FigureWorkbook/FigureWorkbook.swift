public import ReportModel
import SourceText
import XLSXWriter

/// A report as a workbook: the layout first, the file second.
///
/// ```swift
/// let layout = try FigureWorkbook.layout(snapshot)
/// try FigureWorkbook.write(layout, to: "2023年上半年.xlsx")
/// ```
public enum FigureWorkbook {
  /// The name of the document property by which the program knows its own workbooks again.
  public static let kindProperty = "bulletin-workbook"
  /// The name of the document property that holds the layout's ``WorkbookLayout/formulaMark``.
  public static let layoutProperty = "bulletin-layout"

  /// Lays a report out as a workbook; pure, linear in the size of the data.
  ///
  /// - Parameter snapshot: The report's figures, data and sources.
  /// - Returns: All sheets with every cell, its value exact.
  /// - Throws: ``WorkbookError`` with every value that a workbook cannot hold exactly: a number of
  ///   more than 15 significant digits, a text or table that is too long.
  public static func layout(_ snapshot: ReportSnapshot) throws(WorkbookError) -> WorkbookLayout {
    var faults = LayoutFaults()
    let plan = WorkbookPlan(snapshot)
    var sheets = snapshot.data.tables.indices.map { index in
      DataTableSheet.layout(table: index, plan: plan, faults: &faults)
    }
    if !snapshot.data.figures.isEmpty {
      sheets.append(SingleFigureSheet.layout(plan: plan, faults: &faults))
    }
    sheets.append(FigureSheet.layout(plan: plan, faults: &faults))
    for comparisons in plan.comparisons {
      sheets.append(ComparisonSheet.layout(comparisons, plan: plan, faults: &faults))
    }
    if let sheet = CheckSheet.layout(plan: plan, faults: &faults) { sheets.append(sheet) }
    if let sheet = TextSheet.layout(plan: plan) { sheets.append(sheet) }
    sheets.append(SourceSheet.layout(plan: plan))
    guard faults.diagnostics.isEmpty else { throw WorkbookError(faults.diagnostics) }
    var layout = WorkbookLayout(
      title: snapshot.title, company: snapshot.bureau, created: CreationTime.of(snapshot))
    layout.properties = [
      WorkbookLayout.Property(kindProperty, "figures 1"),
      WorkbookLayout.Property("bulletin-period", snapshot.period?.folderName ?? ""),
    ]
    layout.sheets = [OverviewSheet.layout(plan: plan, others: sheets)] + sheets
    layout.markFormulas()
    layout.names = names(plan, tables: layout.sheets.compactMap(\.tableName))
    return layout
  }

  /// Writes a layout as a file, which takes its place only when it is whole.
  ///
  /// The same layout gives the same bytes.
  ///
  /// - Parameters:
  ///   - layout: What to write.
  ///   - path: The file to make or replace.
  /// - Throws: ``WorkbookError`` where it cannot be written; the old file is then untouched.
  public static func write(
    _ layout: WorkbookLayout, to path: String
  ) throws(WorkbookError) {
    do throws(XLSXError) {
      try WorkbookFileWriter.write(layout, to: path)
    } catch {
      throw WorkbookError([
        error.diagnostic(
          path: path,
          remedy: Message(
            zh: "原来的文件没有动;排除原因后重新导出",
            en: "the old file is untouched; export again once the cause is removed"))
      ])
    }
  }

  /// Names for the single figures, for the cells that the text's figures were made from, and for the
  /// figures of the text that no single cell gives.
  private static func names(
    _ plan: WorkbookPlan, tables: [String]
  ) -> [WorkbookLayout.DefinedName] {
    var names = CellNames(tables: tables)
    var made: [WorkbookLayout.DefinedName] = []
    var seen: Set<String> = []
    func add(_ path: String, _ cell: SheetRange) {
      let formula = cell.formula
      guard formula.utf8.count <= CellNames.limit, seen.insert(formula).inserted else { return }
      made.append(WorkbookLayout.DefinedName(names.allocate(path), cell))
    }
    for (index, figure) in plan.snapshot.data.figures.enumerated() {
      add(figure.id, plan.place(ofSingle: index))
    }
    for (index, figure) in plan.snapshot.figures.enumerated() {
      for origin in figure.origins {
        if let place = plan.place(of: origin) { add(origin.path, place.cell) }
      }
      guard plan.links[index].basis != .direct || plan.links[index].formula == nil else { continue }
      let label = figure.label.isEmpty ? "" : "." + figure.label
      let cell = CellRange(row: TableGeometry.firstRow + index, column: FigureSheet.valueColumn)
      add("正文.\(index + 1)\(label)", SheetRange(sheet: plan.figures, range: cell))
    }
    return made
  }
}
