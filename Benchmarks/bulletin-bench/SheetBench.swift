import DataFiles
import ReportModel
import SourceText

/// Reads a workbook's sheet.
enum SheetBench {
  /// Reads it into a table of typed, located cells, as a report's data are, and prints how many rows
  /// there are and the sum of the sixth column.
  static func run(_ path: String) -> BenchOutcome {
    guard let bytes = BenchLines.contents(of: path) else { return .wrong("cannot read \(path)\n") }
    let (data, diagnostics) = DataFileReader.read([DataInput(name: "t.xlsx", raw: bytes)])
    guard let table = data.tables.first, !diagnostics.contains(where: { $0.severity == .error })
    else { return .wrong("\(path) is broken\n") }
    var sum = ExactDecimal(0)
    for row in table.rows where row.count > 5 {
      if case .quantity(let quantity) = row[5].value { sum = sum.adding(quantity.number) ?? sum }
    }
    print(table.rows.count, sum)
    return .done
  }
}
