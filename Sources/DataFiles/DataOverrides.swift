import ReportModel
import SourceText

/// Puts the values of a corrections file over those of the other files.
struct DataOverrides {
  private let corrections: [SingleFigure]
  private let places: [String: DiagnosticPlace]

  /// Corrections, and where the path of each stands.
  init(_ corrections: [SingleFigure], places: [String: DiagnosticPlace]) {
    self.corrections = corrections
    self.places = places
  }

  /// Overrides the values; says of each what it overrides, or that there is nothing of that path.
  func apply(to data: inout DataSet) -> [Diagnostic] {
    var figures: [String: Int] = [:]
    for (index, figure) in data.figures.enumerated() { figures[figure.id] = index }
    let cells = cells(of: data)
    var diagnostics: [Diagnostic] = []
    for correction in corrections {
      guard let new = correction.quantity else { continue }
      let old: (quantity: Quantity?, unit: MeasureUnit, origin: ValueOrigin?)
      if let index = figures[correction.id] {
        let figure = data.figures[index]
        old = (figure.quantity, figure.quantity?.unit ?? new.unit, figure.origin)
        data.figures[index].quantity = new.measured(in: old.unit)
        data.figures[index].origin = correction.origin
      } else if let (table, row, column) = cells[correction.id] {
        let cell = data.tables[table].rows[row][column]
        old = (
          cell.quantity, cell.quantity?.unit ?? data.tables[table].columns[column].unit,
          data.tables[table].origin(row: row, column: column)
        )
        var corrected = DataCell(
          .quantity(new.measured(in: old.unit)), line: correction.origin.line,
          column: correction.origin.column)
        corrected.overridingFile = correction.origin.file
        data.tables[table].rows[row, column] = corrected
      } else {
        let known = Array(figures.keys) + Array(cells.keys)
        diagnostics.append(
          unknown(correction, nearest: NearestNames.of(correction.id, in: known.sorted())))
        continue
      }
      if !new.unit.text.isEmpty, new.unit != old.unit, !old.unit.text.isEmpty {
        diagnostics.append(wrongUnit(correction, new.unit.text, expected: old.unit.text))
      } else {
        diagnostics.append(
          report(correction, new.measured(in: old.unit), over: old.quantity, old.origin))
      }
    }
    return diagnostics
  }

  /// Where the number cells of the tables stand, by path.
  private func cells(of data: DataSet) -> [String: (table: Int, row: Int, column: Int)] {
    var cells: [String: (table: Int, row: Int, column: Int)] = [:]
    for (index, table) in data.tables.enumerated() {
      for row in table.rows.indices {
        for column in table.columns.indices where table.columns[column].isNumeric {
          guard let origin = table.origin(row: row, column: column) else { continue }
          cells[origin.path] = (index, row, column)
        }
      }
    }
    return cells
  }

  private func place(_ correction: SingleFigure) -> DiagnosticPlace {
    places[correction.id] ?? .file(correction.origin.file)
  }

  private func report(
    _ correction: SingleFigure, _ new: Quantity, over old: Quantity?, _ origin: ValueOrigin?
  ) -> Diagnostic {
    Diagnostic(
      "data-corrected", .info, at: place(correction),
      Message(
        zh: "“{0}”按更正取 {1},不取 {2} 的 {3}", en: "“{0}” is corrected to {1}; {2} has {3}",
        correction.id, new.printed, origin?.place ?? "", old?.printed ?? "–"))
  }

  private func unknown(_ correction: SingleFigure, nearest: [String]) -> Diagnostic {
    Diagnostic(
      "data-unknown-correction", at: place(correction),
      Message(
        zh: "数据里没有“{0}”,不知道更正哪一个", en: "the data has no “{0}” to correct", correction.id),
      remedy: nearest.first.map {
        Message(zh: "是不是“{0}”?", en: "did you mean “{0}”?", $0)
      } ?? Message(zh: "写指标名,或“表.行.列”", en: "write a figure's id, or TABLE.ROW.COLUMN"))
  }

  private func wrongUnit(
    _ correction: SingleFigure, _ found: String, expected: String
  ) -> Diagnostic {
    Diagnostic(
      "data-unit-mismatch", at: place(correction),
      Message(
        zh: "“{0}”的单位应是“{2}”,更正写的是“{1}”", en: "“{0}” is in {2}; the correction is in {1}",
        correction.id, found, expected),
      remedy: Message(zh: "改成同一个单位", en: "give it in the same unit"))
  }
}

extension Quantity {
  /// The quantity in a unit, where it has none of its own.
  fileprivate func measured(in unit: MeasureUnit) -> Quantity {
    guard self.unit.text.isEmpty else { return self }
    var copy = self
    copy.unit = unit
    return copy
  }
}

extension DataCell {
  /// The cell's quantity, where it holds one.
  fileprivate var quantity: Quantity? {
    if case .quantity(let quantity) = value { quantity } else { nil }
  }
}
