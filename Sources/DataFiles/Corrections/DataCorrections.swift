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
  /// What the file may be called, its ending aside.
  static let stems: Set<String> = ["更正", "corrections", "补正"]
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

  /// Whether a data file of that path is one of corrections.
  public static func isFile(_ path: String) -> Bool { FileName(path).namesCorrections }

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
    let targets = CorrectionTargets(
      entries.contains { $0.table.isEmpty } ? data : DataSet())
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
