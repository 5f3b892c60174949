public import ReportModel
public import SourceText

/// Words, rows and narratives that stand over those of data files which the program does not edit.
///
/// They are in `data/补正.csv`. Numbers alone are overridden by `data/更正.csv`, which this file goes before.
///
/// A row names a cell by table, row and column, and gives the value that counts; 原值 is the one it stands
/// over. 表 is 指标 for single figures and 叙述 for narratives, whose 行 is the place in the file:
/// `问题[2].标题`. 操作 新增 allows a row or member that is not there.
public struct DataCorrections: Sendable {
  /// The file's name in the data folder.
  public static let fileName = "补正.csv"
  /// The file's columns.
  public static let columns = ["表", "行", "列", "补正为", "原值", "操作", "来源", "说明"]
  /// What stands in 表 for single figures.
  public static let figures = "指标"
  /// What stands in 表 for narratives.
  public static let narrative = "叙述"
  /// What stands in 操作 for what is not there yet.
  public static let addition = "新增"

  struct Entry: Sendable {
    let table: String
    let row: String
    let column: String
    let value: GridCell
    let place: GridCell
    let original: String
    let isAddition: Bool
  }

  private let file: String
  private(set) var entries: [Entry] = []
  private var diagnostics: [Diagnostic] = []

  /// Reads the file; what is wrong with it is told when it is applied.
  public init(_ file: SourceFile) {
    self.file = file.name
    if let fault = TextCheck.fault(of: file) {
      diagnostics.append(fault)
      return
    }
    var reader = CSVGridReader(file, known: Set(Self.columns))
    let grid = reader.read(name: "补正", isTabbed: false)
    diagnostics += reader.diagnostics
    guard let grid else { return }
    let heads = grid.head.map(\.text)
    let places = Self.columns.map { heads.firstIndex(of: $0) }
    guard let table = places[0], let row = places[1], let column = places[2],
      let value = places[3]
    else {
      let missing = zip(Self.columns, places).prefix(4).filter { $1 == nil }.map(\.0)
      diagnostics.append(
        DataFault.missingColumn(missing[0], unit: "", nearest: []).diagnostic(at: grid.headPlace))
      return
    }
    entries = grid.rows.map { cells in
      Entry(
        table: cells[table].text, row: cells[row].text, column: cells[column].text,
        value: cells[value], place: cells[row], original: places[4].map { cells[$0].text } ?? "",
        isAddition: places[5].map { cells[$0].text } == Self.addition)
    }
  }

  /// How many values there are.
  public var count: Int { entries.count }

  /// Puts the values over those of a data set; they are judged as data files are.
  ///
  /// - Parameters:
  ///   - data: The data, whose corrected values then come from this file.
  ///   - schema: What the pack asks of them.
  /// - Returns: What is wrong with the corrections, and where one is out of date.
  public func apply(to data: inout DataSet, schema: DataSchema) -> [Diagnostic] {
    var applier = CorrectionApplier(file: file, schema: schema, diagnostics: diagnostics)
    let groups = Dictionary(grouping: entries.indices) { entries[$0].table }
    for table in groups.keys.sorted() {
      let own = (groups[table] ?? []).map { entries[$0] }
      switch table {
      case Self.narrative: applier.correct(narrative: own, in: &data)
      case Self.figures: applier.correct(figures: own, in: &data)
      default: applier.correct(table, own, in: &data)
      }
    }
    return applier.diagnostics.sortedByPlace
  }
}
