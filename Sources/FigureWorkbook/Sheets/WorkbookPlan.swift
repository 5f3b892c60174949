import ReportModel
import XLSXWriter

/// What every sheet needs to know of the others before any is laid out: names and places.
struct WorkbookPlan {
  /// A cell that holds a value of the data.
  struct DataPlace {
    /// The cell.
    var cell: SheetRange
    /// What it holds.
    var quantity: Quantity
    /// The table and its column, where it is one of a table's.
    var column: (table: Int, column: Int)?

    /// The cell in a formula on another sheet: `'资助'!D4`.
    var reference: String { SheetRange.quoted(cell.sheet) + "!" + cell.range.first.a1 }
  }

  /// A place in a data file.
  private struct Key: Hashable {
    let file: String
    let sheet: String?
    let line: Int
    let column: Int

    init(_ origin: ValueOrigin) {
      file = origin.file
      sheet = origin.sheet
      line = origin.line
      column = origin.column
    }

    /// By the numbers alone, which tell nearly all apart.
    func hash(into hasher: inout Hasher) {
      hasher.combine(line)
      hasher.combine(column)
      hasher.combine(file.utf8.count)
    }
  }

  let snapshot: ReportSnapshot
  let text: TextLines
  let overview: String
  let tables: [TableGeometry]
  let singles: String
  let figures: String
  let checks: String
  let textSheet: String
  let sources: String
  /// The comparisons with earlier periods that have anything to compare.
  let comparisons: [ComparisonRows]
  private var places: [Key: DataPlace] = [:]
  /// How each figure of the text hangs on cells, in the figures' order.
  private(set) var links: [FigureLink] = []
  /// How many figures with a value stand before each.
  private let checkOrder: [Int]

  init(_ snapshot: ReportSnapshot) {
    self.snapshot = snapshot
    text = TextLines(snapshot.text)
    var count = 0
    checkOrder = snapshot.figures.map { figure in
      defer { count += figure.value == nil ? 0 : 1 }
      return count
    }
    var names = SheetNames()
    overview = names.allocate("总览")
    singles = names.allocate("单项指标")
    figures = names.allocate("指标")
    let bases: [(ComparisonBasis, String)] = [
      (.lastYear, names.allocate("同比")), (.lastPeriod, names.allocate("环比")),
    ]
    checks = names.allocate("核对")
    textSheet = names.allocate("正文")
    sources = names.allocate("出处")
    tables = snapshot.data.tables.map { table in
      TableGeometry(
        table, sheet: names.allocate(table.name), asked: snapshot.schema.table(named: table.name))
    }
    comparisons = bases.map { [tables, singles] basis, sheet in
      ComparisonRows(basis, sheet: sheet, snapshot, tables: tables) { index in
        FormulaText.reference(singles, Self.singleCell(index))
      }
    }.filter { !$0.rows.isEmpty }
    findPlaces()
    links = snapshot.figures.map { FigureLink($0, in: self) }
  }

  /// The row of 核对 that checks the figure of the text with that index; nil where it has no value.
  func checkRow(ofFigure index: Int) -> Int? {
    guard snapshot.figures[index].value != nil else { return nil }
    return TableGeometry.firstRow + checkOrder[index]
  }

  /// What stands above every printed page.
  var caption: String {
    [snapshot.bureau, snapshot.period?.title ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The cell a value was put in; nil for one of another period.
  func place(of origin: ValueOrigin) -> DataPlace? {
    places[Key(origin)]
  }

  /// The cell of a single figure's value.
  func place(ofSingle index: Int) -> SheetRange {
    SheetRange(
      sheet: singles,
      range: CellRange(Self.singleCell(index)))
  }

  private static func singleCell(_ index: Int) -> CellPosition {
    CellPosition(row: TableGeometry.firstRow + index, column: SingleFigureSheet.valueColumn)
  }

  /// Only values that the text's figures were made from are kept, however large the tables are.
  private mutating func findPlaces() {
    let wanted = Set(snapshot.figures.lazy.flatMap(\.origins).map(Key.init))
    guard !wanted.isEmpty else { return }
    for (index, figure) in snapshot.data.figures.enumerated() {
      guard let quantity = figure.quantity, wanted.contains(Key(figure.origin)) else { continue }
      places[Key(figure.origin)] = DataPlace(cell: place(ofSingle: index), quantity: quantity)
    }
    for (index, table) in snapshot.data.tables.enumerated() {
      for row in table.rows.indices {
        for column in table.columns.indices {
          guard table.rows[row].indices.contains(column),
            case .quantity(let quantity) = table.rows[row][column].value,
            let origin = table.origin(row: row, column: column), wanted.contains(Key(origin))
          else { continue }
          let geometry = tables[index]
          places[Key(origin)] = DataPlace(
            cell: SheetRange(
              sheet: geometry.sheet,
              range: CellRange(geometry.position(row: row, column: column))),
            quantity: quantity, column: (index, column))
        }
      }
    }
  }
}

extension CellRange {
  /// The range of one cell.
  init(_ position: CellPosition) {
    self.init(row: position.row, column: position.column)
  }
}
