import FigureWorkbook
import ReportModel
import TestSupport
import Testing
import XLSXWriter

/// A cell of a workbook.
struct CellPlace: Hashable, CustomStringConvertible {
  let sheet: String
  let cell: String
  var description: String { "\(sheet)!\(cell)" }
}

/// A cell as another program reads it.
struct WrittenCell {
  /// The formula without its `=`, or nil.
  let formula: String?
  /// The value, a number as Python prints it.
  let value: String

  /// The cells of a workbook: formulas from one file, values from another.
  static func read(_ formulas: String, _ values: String) -> [CellPlace: WrittenCell] {
    let lines = OfficeCheck.lines(
      """
      formulas = openpyxl.load_workbook(sys.argv[1])
      values = openpyxl.load_workbook(sys.argv[2], data_only=True)
      def clean(value): return '' if value is None else str(value).replace('\\n', '\\\\n')
      for sheet in formulas.worksheets:
          for row in sheet.iter_rows():
              for cell in row:
                  formula = cell.value if cell.data_type == 'f' else ''
                  value = values[sheet.title][cell.coordinate].value
                  print(sheet.title, cell.coordinate, clean(formula), clean(value), sep='\\t')
      """, formulas, values)
    var cells: [CellPlace: WrittenCell] = [:]
    for line in lines {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 4 else { continue }
      cells[CellPlace(sheet: parts[0], cell: parts[1])] = WrittenCell(
        formula: parts[2].isEmpty ? nil : String(parts[2].dropFirst()), value: parts[3])
    }
    return cells
  }

  /// Expects LibreOffice, calculating anew, to come to the layout's values in every cell.
  static func expectAgreement(of path: String, with layout: WorkbookLayout) throws {
    let folder = TemporaryFolder()
    let saved = try #require(OfficeCheck.recalculated(path, into: folder.path))
    let cells = read(path, saved)
    for sheet in layout.sheets {
      for (place, cell) in sheet.allCells {
        let read = try #require(cells[place], "\(place)")
        #expect(read.agrees(with: cell), "\(place): \(read.value) for \(cell.content)")
      }
    }
  }

  /// Whether the value is the layout's, to the 15 digits a spreadsheet keeps.
  func agrees(with cell: CellLayout) -> Bool {
    switch cell.content {
    case .blank: return value.isEmpty
    case .text(let text), .link(let text, _), .formula(_, .text(let text)):
      return value
        == text.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\\n")
    case .number(let number), .formula(_, .number(let number)):
      guard let read = Double(value) else { return false }
      let exact = number.doubleValue
      return abs(read - exact) <= abs(exact) * 5e-16 * 4
    }
  }
}

extension CellLayout {
  /// The formula the cell holds, or nil.
  var formula: String? {
    guard case .formula(let formula, _) = content else { return nil }
    return formula
  }
}

extension SheetLayout {
  /// The cells that are written, with their places.
  var allCells: [(CellPlace, CellLayout)] {
    rows.enumerated().flatMap { row, cells in
      cells.cells.enumerated().compactMap { column, cell in
        cell == CellLayout()
          ? nil
          : (CellPlace(sheet: name, cell: CellPosition(row: row, column: column).a1), cell)
      }
    }
  }
}
