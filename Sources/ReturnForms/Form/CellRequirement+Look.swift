import FigureWorkbook
import ReportModel

extension CellRequirement {
  /// How the cell looks in a form.
  var look: FormLayout.Look {
    switch schema.type {
    case .number: .inputNumber
    case .integer: .inputInteger
    case .date: .inputDate
    case .list, .text: .input
    }
  }
}
