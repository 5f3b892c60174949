import ReportModel

extension CellRequirement {
  /// Longer conditions are left to whoever imports the workbook.
  private static let longest = 2_000

  /// A condition that holds where `cell` holds what the schema refuses; nil where it takes all.
  func faultFormula(_ cell: String) -> String? {
    switch schema.type {
    case .number, .integer:
      var faults: [String] = []
      if let range = schema.range {
        faults += ["\(cell)<\(range.lowerBound)", "\(cell)>\(range.upperBound)"]
      }
      if schema.type == .integer { faults.append("\(cell)<>INT(\(cell))") }
      guard !faults.isEmpty else { return "ISTEXT(\(cell))" }
      let wrong = "OR(\(faults.joined(separator: ",")))"
      return "IF(\(cell)=\"\",FALSE,IF(ISNUMBER(\(cell)),\(wrong),TRUE))"
    case .text:
      guard !schema.allowed.isEmpty else { return nil }
      let allowed = ([""] + schema.allowed).map { "\(cell)=\(FormulaText.literal($0))" }
      let formula = "NOT(OR(\(allowed.joined(separator: ","))))"
      return formula.utf16.count <= Self.longest && allowed.count <= 200 ? formula : nil
    case .list, .date: return nil
    }
  }

  /// A condition that holds where the cell must be filled in and is not.
  func blankFormula(_ cell: String) -> String? {
    schema.isRequired ? "\(cell)=\"\"" : nil
  }
}
