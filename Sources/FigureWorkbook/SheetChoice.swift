import ReportModel
import SourceText
import XLSXWriter

/// Which sheets of a workbook are wanted.
///
/// A sheet has its Chinese name, which stands on its tab, and the report's own sheets an English one;
/// `数据` or `tables` stands for all data tables.
public struct SheetChoice: Sendable {
  /// The English names of the sheets that every workbook may have.
  static let englishNames = [
    "总览": "overview", "单项指标": "singles", "指标": "figures", "同比": "year-on-year",
    "环比": "period-on-period", "核对": "checks", "正文": "text", "出处": "sources",
  ]
  private static let allTables: Set<String> = ["数据", "tables"]

  private let names: [String]

  /// Names as a user writes them, separated by commas, `、` or `;`.
  public init(_ text: String) {
    names = text.split { ",,、;;".contains($0) }
      .map { String($0).trimmedBlanks }.filter { !$0.isEmpty }
  }

  /// A choice of nothing, which is no choice.
  public var isEmpty: Bool { names.isEmpty }

  /// The sheets of a layout that are wanted, by their names.
  ///
  /// - Parameter layout: The whole workbook.
  /// - Returns: Their names.
  /// - Throws: ``WorkbookError`` with every name that no sheet has, and the nearest ones.
  public func sheets(of layout: WorkbookLayout) throws(WorkbookError) -> Set<String> {
    var chosen: Set<String> = []
    var faults: [Diagnostic] = []
    for name in names {
      let found = layout.sheets.filter { sheet in
        sheet.name == name
          || Self.englishNames[sheet.name]?.lowercased() == name.lowercased()
          || sheet.isDataTable && Self.allTables.contains(name.lowercased())
      }
      if found.isEmpty { faults.append(fault(name, layout)) }
      chosen.formUnion(found.map(\.name))
    }
    guard faults.isEmpty else { throw WorkbookError(faults) }
    return chosen
  }

  private func fault(_ name: String, _ layout: WorkbookLayout) -> Diagnostic {
    let all = layout.sheets.flatMap { sheet in
      [sheet.name] + (Self.englishNames[sheet.name].map { [$0] } ?? [])
    }
    var nearest = NearestNames.of(name, in: all)
    if nearest.isEmpty { nearest = all }
    return Diagnostic(
      "workbook-unknown-sheet", at: .file("--sheets"),
      Message(zh: "工作簿里没有工作表“{0}”", en: "the workbook has no sheet “{0}”", name),
      remedy: Message(
        zh: "可写:{0}", en: "there are: {0}", nearest.joined(separator: "、")))
  }
}

extension WorkbookLayout {
  /// The workbook with some of its sheets; what refers to others becomes plain.
  ///
  /// - Parameter names: The names of the sheets to keep.
  /// - Returns: The smaller workbook, the sheets whose cells its formulas would have needed, and how
  ///   many formulas were written as their values for that.
  public func keeping(
    _ names: Set<String>
  ) -> (layout: WorkbookLayout, needed: [String], values: Int) {
    let dropped = sheets.map(\.name).filter { !names.contains($0) }
    let marks = dropped.map { (name: $0, reference: SheetRange.quoted($0) + "!") }
    var needed: Set<String> = []
    var values = 0
    var smaller = self
    smaller.sheets = sheets.filter { names.contains($0.name) }
    for sheet in smaller.sheets.indices {
      for row in smaller.sheets[sheet].rows.indices {
        for column in smaller.sheets[sheet].rows[row].cells.indices {
          switch smaller.sheets[sheet].rows[row].cells[column].content {
          case .formula(let formula, let result):
            let missing = marks.filter { formula.contains($0.reference) }
            guard !missing.isEmpty else { continue }
            needed.formUnion(missing.map(\.name))
            values += 1
            smaller.sheets[sheet].rows[row].cells[column].content = result.content
          case .link(let text, let target) where !names.contains(target.sheet):
            smaller.sheets[sheet].rows[row].cells[column].content = .text(text)
          default: continue
          }
        }
      }
      smaller.sheets[sheet].charts.removeAll { placed in
        placed.chart.ranges.contains { !names.contains($0.sheet) }
      }
    }
    smaller.markFormulas()
    smaller.names.removeAll { !names.contains($0.range.sheet) }
    return (smaller, dropped.filter(needed.contains), values)
  }
}

extension CellLayout.Result {
  /// The value as a cell's own content.
  fileprivate var content: CellLayout.Content {
    switch self {
    case .number(let number): .number(number)
    case .text(let text): text.isEmpty ? .blank : .text(text)
    }
  }
}

extension Chart {
  /// The cells that it shows.
  fileprivate var ranges: [SheetRange] {
    series.flatMap { [$0.values] + ($0.categories.map { [$0] } ?? []) }
  }
}
