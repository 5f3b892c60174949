import ReportModel
import SourceText

/// The values that stand over those of data files which the program does not edit: `data/更正.csv`.
///
/// A row names a cell by table, row and column, and gives the value that counts; 原值 is the one it
/// stands over. 表 is 指标 for single figures and 叙述 for narratives, whose 行 is the place in the file:
/// `问题[2].标题`. 操作 新增 allows a row or member that is not there. 限定 and 写法 go with a number; 无 takes
/// the qualifiers away.
///
/// By hand it may be shorter: columns 指标 and 数值, where 指标 is the name a template asks for,
/// `资助.幼儿园.金额`.
public struct DataCorrections: Sendable {
  /// The file, below the report folder.
  public static let file = "data/更正.csv"
  /// The file's columns.
  public static let columns = [
    "表", "行", "列", "更正为", "限定", "写法", "原值", "操作", "来源", "说明",
  ]
  /// What stands in 表 for single figures.
  public static let figures = "指标"
  /// What stands in 表 for narratives.
  public static let narrative = "叙述"
  /// What stands in 操作 for what is not there yet.
  public static let addition = "新增"
  /// What stands in 限定 where a number has no qualifier any more.
  static let noQualifier = "无"
  /// How the column of values may be named.
  static let valueHeads = ["更正为", "补正为"]

  struct Entry: Sendable {
    /// Blank where ``row`` is the whole name of a value.
    var table: String
    var row: String
    var column: String
    let value: GridCell
    /// Where the value is named.
    let place: GridCell
    var unit = ""
    var qualifiers: GridCell?
    var asWritten: GridCell?
    var original = ""
    var isAddition = false
  }

  private let file: String
  private(set) var entries: [Entry] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads a grid of corrections; what is wrong with the values is told when they are applied.
  init(_ grid: Grid) {
    file = grid.file
    let heads = grid.head.map { ColumnHead($0.text).name }
    func place(_ names: String...) -> Int? { heads.firstIndex { names.contains($0) } }
    let isShort = place("表") == nil && FigureReader.fits(grid.head)
    let table = isShort ? nil : place("表")
    let row = isShort ? heads.firstIndex { UsualColumn($0) == .id } : place("行")
    let value =
      isShort
      ? heads.firstIndex { UsualColumn($0) == .value }
      : heads.firstIndex { Self.valueHeads.contains($0) }
    guard let row, let value, isShort || place("列") != nil, isShort || table != nil else {
      let missing = Self.columns.prefix(4).first { name in
        !heads.contains(name) && !(name == Self.valueHeads[0] && value != nil)
      }
      diagnostics.append(
        DataFault.missingColumn(missing ?? "", unit: "", nearest: []).diagnostic(
          at: grid.headPlace))
      return
    }
    let column = isShort ? nil : place("列")
    let unit = isShort ? heads.firstIndex { UsualColumn($0) == .unit } : nil
    let qualifiers = heads.firstIndex { UsualColumn($0) == .qualifier }
    let asWritten = heads.firstIndex { UsualColumn($0) == .asWritten }
    let (original, action) = (place("原值"), place("操作"))
    for cells in grid.rows {
      entries.append(
        Entry(
          table: table.map { cells[$0].text } ?? "", row: cells[row].text,
          column: column.map { cells[$0].text } ?? "", value: cells[value], place: cells[row],
          unit: unit.map { cells[$0].text } ?? "", qualifiers: qualifiers.map { cells[$0] },
          asWritten: asWritten.map { cells[$0] }, original: original.map { cells[$0].text } ?? "",
          isAddition: action.map { cells[$0].text } == Self.addition))
    }
  }

  /// What applying corrections told.
  struct Outcome {
    var diagnostics: [Diagnostic]
    /// Where the values stood that count no more; what is wrong with them does not matter.
    var replaced: [ValueOrigin]
  }

  /// Puts the values over those of a data set; they are judged as data files are.
  ///
  /// - Parameters:
  ///   - data: The data, whose corrected values then come from this file.
  ///   - totals: The rows of sums of its tables, which may be corrected too.
  ///   - schema: What the pack asks of them.
  /// - Returns: What is wrong with the corrections, where one is out of date, and what each did.
  func apply(
    to data: inout DataSet, totals: inout [TotalRow], schema: DataSchema
  ) -> Outcome {
    var applier = CorrectionApplier(file: file, schema: schema, diagnostics: diagnostics)
    let targets = CorrectionTargets(data, isNeeded: entries.contains { $0.table.isEmpty })
    var groups: [String: [Entry]] = [:]
    for var entry in entries {
      if entry.table.isEmpty {
        guard let target = targets.target(ofPath: entry.row) else {
          applier.reportUnknown(entry, nearest: targets.nearest(to: entry.row))
          continue
        }
        (entry.table, entry.row, entry.column) = target
      }
      groups[entry.table, default: []].append(entry)
    }
    for (table, own) in groups.sorted(by: { $0.key < $1.key }) {
      switch table {
      case Self.narrative: applier.correct(narrative: own, in: &data)
      case Self.figures: applier.correct(figures: own, in: &data)
      default: applier.correct(table, own, in: &data, &totals)
      }
    }
    return Outcome(
      diagnostics: (applier.diagnostics + applier.reports).sortedByPlace,
      replaced: applier.replaced)
  }
}

/// The values that a whole name, `资助.幼儿园.金额`, may mean.
struct CorrectionTargets {
  private let figures: [String]
  private var cells: [String: (table: String, row: String, column: String)] = [:]

  init(_ data: DataSet, isNeeded: Bool) {
    figures = data.figures.map(\.id)
    guard isNeeded else { return }
    for table in data.tables {
      for row in table.rows.indices {
        guard let key = table.key(ofRow: row) else { continue }
        for column in table.columns where column.isNumeric {
          cells["\(table.name).\(key).\(column.name)"] = (table.name, key, column.name)
        }
      }
    }
  }

  /// The table, row and column that a name means; nil where the data have none of that name.
  func target(ofPath path: String) -> (table: String, row: String, column: String)? {
    if figures.contains(path) { return (DataCorrections.figures, path, "数值") }
    return cells[path]
  }

  func nearest(to path: String) -> [String] {
    NearestNames.of(path, in: (figures + cells.keys).sorted())
  }
}
